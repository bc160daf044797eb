import { applies, paths, walk } from '../../src/dialogs';
import type { Answers, Outcome, Tree, TreePath } from '../../src/dialogs';
import { pathLine } from '../../src/dialogs';
import type { Knowledge } from '../../src/knowledge/entry';
import { shownLines, shownSteps } from './shown';

/** What must hold of a tree beyond what the loader sees. Each rule tells every place where it does not, in words. */
export type TreeRule = (tree: Tree, knowledge: Knowledge) => string[];

const MOST_QUESTIONS = 10;

/** Replaying the answers of every way through comes to the outcome that the way ends at. */
const everyPathEnds: TreeRule = (tree) =>
  onPaths(tree, (path) => {
    const { at, taken } = walk(tree, path.answers);
    if (at.kind === 'question') return [`stops at the question "${at.question.id}"`];
    if (at.outcome.id !== path.outcome) return [`comes to "${at.outcome.id}" when it is replayed`];
    return taken.length === Object.keys(path.answers).length
      ? []
      : ['has answers that the walk does not use'];
  });

/** A person who has come to the end is told something with a source, and what to do next: a step, another guide, or whom to ask. */
const everyEndHelps: TreeRule = (tree) =>
  onPaths(tree, ({ answers, outcome: id }) => {
    const outcome = tree.outcomes.get(id);
    if (outcome === undefined) return ['has no outcome'];
    const next = [...shownSteps(outcome, answers), ...(outcome.then ?? []), ...(outcome.ask ?? [])];
    return [
      ...(shownLines(outcome, answers).length === 0 ? ['shows nothing with a source'] : []),
      ...(next.length === 0 ? ['tells no next step'] : []),
    ];
  });

const notTooLong: TreeRule = (tree) =>
  onPaths(tree, ({ answers }) =>
    Object.keys(answers).length > MOST_QUESTIONS ? [`asks more than ${MOST_QUESTIONS} questions`] : [],
  );

/** One question stands at no two places of one way. */
const nothingAskedTwice: TreeRule = (tree) => {
  const found = new Set<string>();
  const visit = (place: string, asked: readonly string[]): void => {
    const question = tree.questions.get(place);
    if (question === undefined) return;
    if (asked.includes(question.id)) found.add(`asks "${question.id}" again at "${place}"`);
    else for (const { next } of question.options) visit(next, [...asked, question.id]);
  };
  visit(tree.start, []);
  return [...found];
};

const everythingReached: TreeRule = (tree) => {
  const reached = new Set<string>();
  const visit = (id: string): void => {
    reached.add(id);
    for (const { next } of tree.questions.get(id)?.options ?? []) visit(next);
  };
  visit(tree.start);
  return [...tree.questions.keys(), ...tree.outcomes.keys()]
    .filter((id) => !reached.has(id))
    .map((id) => `nothing leads to "${id}"`);
};

/** Every reason, remark and step names facts, and every fact has a source that is in the register. */
const everythingSourced: TreeRule = (tree, { facts, sources }) => {
  const lines: [string, readonly string[]][] = [
    ...[...tree.questions].flatMap(([place, { why, first }]): [string, readonly string[]][] => [
      [`the reason of "${place}"`, why.facts ?? []],
      ...(first ?? []).map((remark): [string, readonly string[]] => [`"${remark.say}"`, remark.facts]),
    ]),
    ...[...tree.outcomes.values()].flatMap((outcome) =>
      everyLine(outcome).map(({ say, facts: named }): [string, readonly string[]] => [`"${say}"`, named]),
    ),
  ];
  const sourced = (id: string): boolean =>
    (facts.get(id)?.sources ?? []).some((source) => sources.has(source));
  return lines.flatMap(([where, named]) => [
    ...(named.length === 0 ? [`${where} names no fact`] : []),
    ...named.filter((id) => !sourced(id)).map((id) => `${where} rests on ${id}, which has no source`),
  ]);
};

/** A line with a condition is shown on some way to its outcome. */
const everyLineShown: TreeRule = (tree) =>
  [...tree.outcomes.values()].flatMap((outcome) => {
    const ways = paths(tree).filter((path) => path.outcome === outcome.id);
    return everyLine(outcome)
      .filter((line) => !ways.some(({ answers }) => applies(line.if, answers)))
      .map(({ say }) => `"${say}" of "${outcome.id}" is never shown`);
  });

const DESTROYING = /^(delete|destroy|shred)\b/i;
const AT_ONCE = /^(delete|destroy|shred|send|print)\b/i;

/** "Not sure" never ends at an outcome that begins by deleting, destroying, printing or sending, unless it also says what not to do. */
const notSureIsSafe: TreeRule = (tree) =>
  onPaths(tree, ({ answers, outcome: id }) => {
    const outcome = tree.outcomes.get(id);
    if (outcome === undefined || Object.values(answers).at(-1) !== 'not-sure' || warns(outcome, answers))
      return [];
    const first = shownSteps(outcome, answers)[0];
    return first !== undefined && AT_ONCE.test(first.do) ? [`begins with "${first.do}" though unsure`] : [];
  });

/** Whoever was unsure of anything on the way is not told to destroy without a check or a warning. */
const unsureDestroysNothing: TreeRule = (tree) =>
  onPaths(tree, ({ answers, outcome: id }) => {
    const outcome = tree.outcomes.get(id);
    if (outcome === undefined || !Object.values(answers).includes('not-sure')) return [];
    if (warns(outcome, answers) || (outcome.checkFirst ?? []).some((line) => applies(line.if, answers)))
      return [];
    return shownSteps(outcome, answers)
      .filter((step) => DESTROYING.test(step.do))
      .map((step) => `tells "${step.do}" though unsure`);
  });

/**
 * Every answer matters: another one, with the rest as told, would lead elsewhere or show something else. Nobody is asked for nothing. Where a
 * later answer is "not sure" the way stops there, so that what was told before it need not matter yet.
 */
const everyAnswerMatters: TreeRule = (tree) => {
  const shown = (answers: Answers): string => {
    const { at } = walk(tree, answers);
    if (at.kind === 'question') return `asks ${at.place}`;
    return JSON.stringify([at.outcome.id, shownLines(at.outcome, answers), shownSteps(at.outcome, answers)]);
  };
  return onPaths(tree, ({ answers }) => {
    if (Object.values(answers).includes('not-sure')) return [];
    const usual = shown(answers);
    return walk(tree, answers)
      .taken.filter(({ question: { id, options } }) =>
        options.every((other) => other.id === 'not-sure' || shown({ ...answers, [id]: other.id }) === usual),
      )
      .map(({ question }) => `whatever "${question.id}" is answered with, the same is shown`);
  });
};

export const TREE_RULES: Readonly<Record<string, TreeRule>> = {
  'every path ends in its outcome': everyPathEnds,
  'every end says something with a source and what to do next': everyEndHelps,
  'no path asks more than ten questions': notTooLong,
  'no path asks a question twice': nothingAskedTwice,
  'nothing is out of reach': everythingReached,
  'every reason, remark and step rests on facts with sources': everythingSourced,
  'every line is shown to somebody': everyLineShown,
  'every question changes something': everyAnswerMatters,
  '"not sure" never begins with deleting, destroying, printing or sending': notSureIsSafe,
  'nobody who is unsure is told to destroy without a check': unsureDestroysNothing,
};

function warns(outcome: Outcome, answers: Answers): boolean {
  return (outcome.doNot ?? []).some((remark) => applies(remark.if, answers));
}

type Line = {
  say: string;
  facts: readonly string[];
  if?: Readonly<Record<string, string | string[]>> | undefined;
};

/** All sourced lines of an outcome, whatever their conditions. */
function everyLine({ short = [], steps = [], checkFirst = [], doNot = [], also = [] }: Outcome): Line[] {
  const orders = steps.map((step): Line => ({ say: step.do, facts: step.facts, if: step.if }));
  return [...orders, ...short, ...checkFirst, ...doNot, ...also];
}

function onPaths(tree: Tree, look: (path: TreePath) => string[]): string[] {
  return paths(tree).flatMap((path) => look(path).map((found) => `${pathLine(path)}: ${found}`));
}
