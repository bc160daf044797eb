import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { paths, walk } from '../../src/dialogs';
import { loadCoverage, statedFacts } from '../../src/knowledge/coverage';
import { readRelease } from '../../src/release';

const root = join(__dirname, '..', '..');
const { library, problems } = readRelease(root, '2026-11-20');
if (library === undefined) throw new Error(problems.map(({ message }) => message).join('\n'));
const { knowledge, trees } = library;
const file = 'knowledge/coverage.yaml';
const { notStated, problems: inCoverage } = loadCoverage(file, readFileSync(join(root, file), 'utf8'));

describe('the real content', () => {
  test('reads without a mistake', () => {
    expect([...problems, ...inCoverage].filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('forgets no fact: each is stated by an entry, or listed with the reason', () => {
    const stated = statedFacts(knowledge);
    const excused = new Set(notStated.map(({ fact }) => fact));
    expect([...knowledge.facts.keys()].filter((id) => !stated.has(id) && !excused.has(id))).toEqual([]);
  });

  test('excuses no fact that is stated after all, or that does not exist', () => {
    const stated = statedFacts(knowledge);
    expect(notStated.filter(({ fact }) => stated.has(fact) || !knowledge.facts.has(fact))).toEqual([]);
  });

  test('claims no approval that did not happen', () => {
    const claimed = [...knowledge.entries.values()].filter(
      ({ standing }) =>
        standing.status === 'reviewed' &&
        (standing.reviewedBy === undefined || standing.reviewedOn === undefined),
    );
    expect(claimed).toEqual([]);
  });

  test('has at least twenty wordings for each FAQ, gap and guidance section', () => {
    const few = [...knowledge.entries.values()].filter(
      ({ kind, wordings }) => ['faq', 'gap', 'guidance'].includes(kind) && wordings.length < 20,
    );
    expect(few.map(({ id, wordings }) => `${id}: ${wordings.length}`)).toEqual([]);
  });
});

describe('every path of every tree', () => {
  test.each([...trees.values()].map((tree) => [tree.id, tree] as const))('%s', (_id, tree) => {
    for (const { answers, outcome } of paths(tree)) {
      const walked = walk(tree, answers);
      expect(walked.at).toMatchObject({ kind: 'outcome', outcome: { id: outcome } });
      expect(walked.taken.length).toBeLessThanOrEqual(10);
      expect(new Set(walked.taken.map(({ question }) => question.id)).size).toBe(walked.taken.length);
    }
  });
});
