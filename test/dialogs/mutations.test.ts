import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../src/checks';
import { readYaml } from '../../src/content';
import { loadTrees } from '../../src/dialogs';
import type { Tree } from '../../src/dialogs';
import { SharedFile, TreeFile } from '../../src/dialogs/schema';
import { factsLeftOut, mutants } from './mutants';
import type { Mutant, WrittenTree } from './mutants';
import { differences, readPathTable } from './path-table';
import type { PathTable } from './path-table';
import { AS_OF, realRelease } from './real-release';
import { TREE_RULES } from './tree-rules';

/** Whether a guide without a table fails. */
const REQUIRE_TABLES = true as boolean;

const DIALOGS = join(__dirname, '..', '..', 'dialogs');
const TABLES = join(__dirname, 'path-tables');
const SHARED = readFileSync(join(DIALOGS, '_shared.yaml'), 'utf8');
const { trees, knowledge } = realRelease();

const tables = new Map(
  readdirSync(TABLES)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [
      name.slice(0, -'.yaml'.length),
      readPathTable(name, readFileSync(join(TABLES, name), 'utf8')),
    ]),
);
const withTable = [...trees.values()].flatMap((tree): [string, Tree, PathTable][] => {
  const table = tables.get(tree.id);
  return table === undefined ? [] : [[tree.id, tree, table]];
});

describe('path tables', () => {
  test('each belongs to a guide', () => {
    expect([...tables.keys()].filter((id) => !trees.has(id))).toEqual([]);
  });

  test('guides without one', () => {
    const missing = [...trees.keys()].filter((id) => !tables.has(id));
    if (missing.length > 0) process.stderr.write(`no table yet: ${missing.join(', ')}\n`);
    expect(REQUIRE_TABLES ? missing : []).toEqual([]);
  });

  test.each(withTable)('%s leads where its table says', (_id, tree, table) => {
    expect(differences(tree, table)).toEqual([]);
  });
});

describe('whatever is altered in a guide is noticed', () => {
  const tally = new Map<string, Map<Verdict, number>>();

  test.each(withTable)('%s', (_id, tree, table) => {
    const judge = new Judge(tree, table);
    const survivors = mutants(judge.file, tree).flatMap((mutant) => {
      const verdict = judge.verdict(mutant);
      const counts = tally.get(mutant.kind) ?? new Map<Verdict, number>();
      tally.set(mutant.kind, counts.set(verdict, (counts.get(verdict) ?? 0) + 1));
      return verdict === 'unnoticed' ? [`${mutant.kind}, ${mutant.what}`] : [];
    });
    expect(survivors).toEqual([]);
  });

  afterAll(() => {
    for (const [kind, counts] of tally)
      process.stderr.write(
        `${kind}: ${[...counts].map(([verdict, count]) => `${count} ${verdict}`).join(', ')}\n`,
      );
  });
});

test('facts left out of what guides share are noticed too', () => {
  const reading = readYaml('dialogs/_shared.yaml', SHARED, SharedFile);
  if (!reading.ok) throw new Error('The shared questions cannot be read.');
  const accepted = factsLeftOut(reading.authored.value).filter(
    ({ file }) => SharedFile.safeParse(file).success,
  );
  // Only a reason may do without, by its shape; in every guide that gives it, a rule finds it then.
  expect(accepted.filter(({ what }) => !/^questions\.\d+\.why$/.test(what))).toEqual([]);
  const unnoticed = (reading.authored.value.questions ?? []).filter(({ id, why }) => {
    const giving = [...trees.values()].filter(({ questions }) =>
      [...questions.values()].some((each) => each.id === id && each.why.say === why.say),
    );
    return giving.some((tree) => {
      const bare = withoutReason(tree, id);
      return Object.values(TREE_RULES).every((rule) => rule(bare, knowledge).length === 0);
    });
  });
  expect(unnoticed.map(({ id }) => id)).toEqual([]);
});

/** The guide with the reason of one question resting on nothing. */
function withoutReason(tree: Tree, id: string): Tree {
  const questions = [...tree.questions].map(([place, question]): [string, typeof question] => [
    place,
    question.id === id ? { ...question, why: { say: question.why.say } } : question,
  ]);
  return { ...tree, questions: new Map(questions) };
}

type Verdict = 'refused by the loader' | 'caught by a rule' | 'caught by the table' | 'unnoticed';

/** Judges mutants of one guide against what was already found in the guide itself. */
class Judge {
  readonly file: WrittenTree;
  private readonly known: ReadonlySet<string>;

  constructor(
    private readonly tree: Tree,
    private readonly table: PathTable,
  ) {
    this.file = written(tree);
    const { problems } = load(this.file);
    this.known = new Set([...problems, ...rulesBroken(tree), ...differences(tree, table)]);
  }

  verdict({ file, tree }: Mutant): Verdict {
    // The loader's own shapes refuse most mutants in a hundredth of the time that reading the whole file takes.
    if (!TreeFile.safeParse(file).success) return 'refused by the loader';
    const soon = tree === undefined ? undefined : this.seen(tree);
    if (soon !== undefined) return soon;
    const loaded = load(file);
    if (this.isNew(loaded.problems)) return 'refused by the loader';
    return (loaded.tree === undefined ? undefined : this.seen(loaded.tree)) ?? 'unnoticed';
  }

  private seen(mutant: Tree): Verdict | undefined {
    if (this.isNew(differences(mutant, this.table))) return 'caught by the table';
    return this.isNew(rulesBroken(mutant)) ? 'caught by a rule' : undefined;
  }

  private isNew(found: readonly string[]): boolean {
    return found.some((each) => !this.known.has(each));
  }
}

/** What the file of a guide holds, without the words that only help typing. */
function written({ id }: Tree): WrittenTree {
  const file = `dialogs/${id}.yaml`;
  const reading = readYaml(file, readFileSync(join(DIALOGS, `${id}.yaml`), 'utf8'), TreeFile);
  if (!reading.ok) throw new Error(`${file} cannot be read.`);
  const { value } = reading.authored;
  const bare = (question: WrittenTree['questions'][number]): typeof question =>
    'use' in question
      ? question
      : { ...question, options: question.options.map((option) => ({ ...option, says: undefined })) };
  return { ...value, questions: value.questions.map(bare) };
}

/** Loads a guide by itself; JSON is YAML too. */
function load(file: unknown): { problems: string[]; tree: Tree | undefined } {
  const files = new Map([
    ['dialogs/_shared.yaml', SHARED],
    ['dialogs/mutant.yaml', JSON.stringify(file, null, 1)],
  ]);
  const { trees: loaded, problems } = loadTrees(files);
  return { problems: problems.map(({ message }) => message), tree: [...loaded.values()][0] };
}

function rulesBroken(tree: Tree): string[] {
  const content = { knowledge, trees: new Map(trees).set(tree.id, tree), asOf: AS_OF };
  return [
    ...Object.values(TREE_RULES).flatMap((rule) => rule(tree, knowledge)),
    ...check(content).map(({ message }) => message),
  ];
}
