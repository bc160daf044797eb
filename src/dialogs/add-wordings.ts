import { z } from 'zod';
import { readYaml } from '../content';
import type { Authored, Problem } from '../content';
import { mistake, unknownName } from './mistake';
import type { Question } from './schema';
import type { Tree } from './tree';

const Words = z.string().min(1);
const Way = z.union([Words, z.strictObject({ list: Words })]);
const Answers = z.record(z.string(), z.record(z.string(), z.array(Way)));

/** `dialogs/wordings/TREE.yaml`: more openings of a guide, and how people say its answers: question → option → ways. */
const WordingsFile = z.strictObject({ starts: z.array(Words).optional(), answers: Answers.optional() });
/** `dialogs/wordings/_places.yaml`: lists by name, for `- list: english-places`. */
const ListsFile = z.record(z.string(), z.array(Words));

type Written = Authored<z.infer<typeof WordingsFile>>;
type Lists = ReadonlyMap<string, readonly string[]>;

const FOLDER = 'dialogs/wordings/';
const LISTS = `${FOLDER}_places.yaml`;
/** Ways of answering questions of any guide that asks them. */
const SHARED = `${FOLDER}_shared.yaml`;

/** Adds what `dialogs/wordings/` (path → text) holds to the trees. Unknown guides, questions, options and lists are reported. Pure. */
export function addWordings(
  trees: ReadonlyMap<string, Tree>,
  files: ReadonlyMap<string, string>,
): { trees: ReadonlyMap<string, Tree>; problems: Problem[] } {
  const problems: Problem[] = [];
  const lists = readLists(files, problems);
  const added = new Map(trees);
  for (const [file, text] of files) {
    if (!file.startsWith(FOLDER) || file === LISTS) continue;
    const reading = readYaml(file, text, WordingsFile);
    problems.push(...(reading.ok ? reading.warnings : reading.problems));
    if (!reading.ok) continue;
    const id = file.slice(FOLDER.length).replace(/\.yaml$/, '');
    const meant = file === SHARED ? [...trees.keys()] : [id];
    if (file !== SHARED && !trees.has(id))
      problems.push(unknownName('guide', id, trees.keys(), { file, line: 1, column: 1 }));
    problems.push(
      ...unknown(
        reading.authored,
        meant.flatMap((each) => trees.get(each) ?? []),
        lists,
      ),
    );
    for (const each of meant) {
      const tree = added.get(each);
      if (tree !== undefined) added.set(each, extend(tree, reading.authored.value, lists));
    }
  }
  return { trees: added, problems };
}

function readLists(files: ReadonlyMap<string, string>, problems: Problem[]): Lists {
  const reading = readYaml(LISTS, files.get(LISTS) ?? '{}', ListsFile);
  if (reading.ok) return new Map(Object.entries(reading.authored.value));
  problems.push(...reading.problems);
  return new Map();
}

function extend(tree: Tree, { starts = [], answers = {} }: Written['value'], lists: Lists): Tree {
  const say = (question: Question): Question => {
    const ways = answers[question.id];
    if (ways === undefined) return question;
    const options = question.options.map((option) => ({
      ...option,
      says: [...(option.says ?? []), ...(ways[option.id] ?? []).flatMap((way) => waysIn(way, lists))],
    }));
    return { ...question, options };
  };
  const questions = new Map([...tree.questions].map(([place, question]) => [place, say(question)]));
  return { ...tree, starts: [...tree.starts, ...starts], questions };
}

function waysIn(way: z.infer<typeof Way>, lists: Lists): readonly string[] {
  return typeof way === 'string' ? [way] : (lists.get(way.list) ?? []);
}

/** Names of questions, options and lists that stand for nothing, and the same words under two options. */
function unknown({ value, at }: Written, trees: readonly Tree[], lists: Lists): Problem[] {
  const questions = trees.flatMap((tree) => [...tree.questions.values()]);
  return Object.entries(value.answers ?? {}).flatMap(([id, options]) => {
    const meant = questions.filter((question) => question.id === id);
    const place = at(['answers', id]);
    if (meant.length === 0)
      return [unknownName('question', id, new Set(questions.map((each) => each.id)), place)];
    const known = new Set(meant.flatMap((question) => question.options.map((option) => option.id)));
    const seen = new Map<string, string>();
    return Object.entries(options).flatMap(([option, ways]) => [
      ...(known.has(option) ? [] : [unknownName('option', option, known, at(['answers', id, option]))]),
      ...ways.flatMap((way, i) => {
        const here = at(['answers', id, option, i]);
        if (typeof way !== 'string')
          return lists.has(way.list) ? [] : [unknownName('list', way.list, lists.keys(), here)];
        const before = seen.get(way);
        seen.set(way, option);
        return before === undefined || before === option || !standTogether(meant, before, option)
          ? []
          : [
              mistake(
                'said-twice',
                `"${way}" is also a way of saying "${before}".`,
                'keep it under one option',
                here,
              ),
            ];
      }),
    ]);
  });
}

/** Whether some question offers both options: a shared question can leave some of its options out. */
function standTogether(questions: readonly Question[], ...ids: readonly string[]): boolean {
  return questions.some(({ options }) => ids.every((id) => options.some((option) => option.id === id)));
}
