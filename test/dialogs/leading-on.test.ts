import { leadOn, pathLine, paths, questionOf, walk } from '../../src/dialogs';
import type { Answers, Tree } from '../../src/dialogs';
import { realRelease } from './real-release';

const { trees } = realRelease();

/** A way to an outcome of one guide that leads on into another. */
interface Lead {
  readonly from: string;
  /** The outcome from which it leads on: `gp2gp-failed#s-flagged`. */
  readonly outcome: string;
  readonly into: Tree;
  readonly answers: Answers;
}

const leads = [...trees.values()].flatMap((tree) =>
  paths(tree).flatMap((path) =>
    (tree.outcomes.get(path.outcome)?.then ?? []).flatMap((lead): Lead[] => {
      const into = trees.get(lead.tree);
      return into === undefined
        ? []
        : [
            {
              from: `${tree.id} (${pathLine(path)})`,
              into,
              answers: leadOn(path.answers, lead),
              outcome: `${tree.id}#${path.outcome}`,
            },
          ];
    }),
  ),
);

/** The answers of the first guide that the second understands too. */
function kept({ into, answers }: Lead): Answers {
  return Object.fromEntries(
    Object.entries(answers).filter(
      ([id, option]) => questionOf(into, id)?.options.some((each) => each.id === option) === true,
    ),
  );
}

describe('led on from one guide into another', () => {
  test('nobody is asked again what the first guide was told', () => {
    const askedAgain = leads.flatMap((lead) => {
      const { at } = walk(lead.into, kept(lead));
      return at.kind === 'question' && at.question.id in kept(lead)
        ? [`${lead.from}: ${at.question.id} in ${lead.into.id}`]
        : [];
    });
    expect(askedAgain).toEqual([]);
  });

  test.each<[string, string, Answers, string]>([
    ['patient-has-left', 'gp2gp-failed', { gp2gp: 'failed', 's-flag': 'no' }, 'use-the-ndr'],
    ['patient-has-left', 'delete-the-scan', { 'where-is-the-scan': 'local-cloud' }, 'another-practice'],
    ['patient-has-died', 'dead-patients-record', { 'registered-at-death': 'with-us' }, 'who-asks'],
    ['missing-paper', 'record-has-not-come', { 'records-in': 'none-expected' }, 'missing-part'],
    ['former-patient-asks', 'third-party-asks', { 'who-asks': 'solicitor' }, 'solicitor-consent'],
    [
      'third-party-asks',
      'dead-patients-record',
      { 'who-asks': 'solicitor', 'registered-at-death': 'with-us' },
      'solicitor-authority',
    ],
    ['fp69', 'moving-abroad', { deduction: 'no', 'time-away': 'over-three-months' }, 'wants-copy'],
    [
      'practice-closing',
      'practices-merging',
      { 'where-it-stands': 'agreed', 'pcse-form': 'no' },
      'six-weeks',
    ],
  ])('what %s has asked, %s does not ask: the next question comes', (from, into, answers, next) => {
    const [first, second] = [trees.get(from), trees.get(into)];
    const shared = Object.keys(answers).filter(
      (id) => first !== undefined && questionOf(first, id) !== undefined,
    );
    expect(shared).not.toEqual([]);
    const at = second === undefined ? undefined : walk(second, answers).at;
    expect(at?.kind === 'question' ? at.question.id : at?.outcome.id).toBe(next);
  });

  test.each([
    ['patient-has-left#england-cloud', 'delete-the-scan', ['print-confirmed']],
    ['patient-has-left#england-ndr', 'delete-the-scan', ['nothing-to-delete']],
    ['gp2gp-failed#s-flagged', 's-flag', ['send-the-record']],
    ['record-has-not-come#chase-paper', 'missing-paper', ['gp2gp-arrived']],
    ['coming-back#back-from-prison', 'prison', ['released']],
    ['fp69#moved-out-of-area', 'no-new-practice', ['old-notes']],
    ['moving-abroad#abroad-cloud', 'delete-the-scan', ['no-published-answer']],
  ])('what %s says of %s itself is not asked either', (outcome, into, next) => {
    const arrivals = leads
      .filter((lead) => lead.outcome === outcome && lead.into.id === into)
      .map((lead) => walk(lead.into, kept(lead)).at);
    expect([
      ...new Set(arrivals.map((at) => (at.kind === 'question' ? at.question.id : at.outcome.id))),
    ]).toEqual(next);
  });

  test('the same answer means the same in every guide', () => {
    const told = new Map<string, Map<string, string>>();
    for (const tree of trees.values())
      for (const { id, options } of tree.questions.values())
        for (const option of options) {
          if (option.id === 'not-sure') continue;
          const key = `${id}: ${option.id}`;
          told.set(
            key,
            (told.get(key) ?? new Map<string, string>()).set(option.told ?? option.label, tree.id),
          );
        }
    const differing = [...told]
      .filter(([, ways]) => ways.size > 1)
      .map(([key, ways]) => `${key} ${[...ways.keys()].join(' / ')}`);
    expect(differing).toEqual([]);
  });
});
