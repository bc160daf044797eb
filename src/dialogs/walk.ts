import type { Outcome, Question } from './schema';
import type { Answers, Tree } from './tree';

/** One question that was answered, in the order of the walk. */
export interface Taken {
  readonly question: Question;
  readonly option: Question['options'][number];
}

/** Where the answers lead. */
export interface Walk {
  readonly taken: readonly Taken[];
  readonly at:
    | {
        readonly kind: 'question';
        readonly question: Question;
        /** Where in the tree it stands. */ readonly place: string;
      }
    | { readonly kind: 'outcome'; readonly outcome: Outcome };
  /** Answers that the way did not need, or whose option no longer exists. */
  readonly unused: readonly string[];
}

/**
 * A dialog is its answers, replayed: starts at the first question and follows the answers until one is missing or is no
 * longer an option. Back, change, resume and an edited tree are this function with other answers.
 */
export function walk(tree: Tree, answers: Answers): Walk {
  const taken: Taken[] = [];
  let id = tree.start;
  for (;;) {
    const question = tree.questions.get(id);
    if (question === undefined) {
      const outcome = tree.outcomes.get(id);
      if (outcome === undefined)
        throw new Error(`Tree ${tree.id} leads to "${id}", which is neither a question nor an outcome.`);
      return { taken, at: { kind: 'outcome', outcome }, unused: unused(answers, taken) };
    }
    const option = question.options.find((each) => each.id === answers[question.id]);
    if (option === undefined)
      return { taken, at: { kind: 'question', question, place: id }, unused: unused(answers, taken) };
    taken.push({ question, option });
    id = option.next;
  }
}

/** The answers without the last one given. */
export function back(tree: Tree, answers: Answers): Answers {
  return answersOf(walk(tree, answers).taken.slice(0, -1));
}

/** The answers with one changed; later ones that the new way still asks for are kept, the others are named. */
export function change(
  tree: Tree,
  answers: Answers,
  question: string,
  option: string,
): { answers: Answers; dropped: readonly Taken[] } {
  const before = walk(tree, answers).taken;
  const after = walk(tree, { ...answers, [question]: option }).taken;
  const dropped = before.filter(({ question: { id } }) => !after.some((each) => each.question.id === id));
  return { answers: answersOf(after), dropped };
}

/** The question with this id, wherever in the tree it stands. */
export function questionOf(tree: Tree, id: string): Question | undefined {
  return [...tree.questions.values()].find((question) => question.id === id);
}

/** Just the answers that were used. */
export function answersOf(taken: readonly Taken[]): Answers {
  return Object.fromEntries(taken.map(({ question, option }) => [question.id, option.id]));
}

/** Whether a step or remark with this condition is shown. */
export function applies(
  condition: Readonly<Record<string, string | readonly string[]>> | undefined,
  answers: Answers,
): boolean {
  return Object.entries(condition ?? {}).every(([question, options]) =>
    [options].flat().includes(answers[question] ?? ''),
  );
}

function unused(answers: Answers, taken: readonly Taken[]): string[] {
  return Object.keys(answers).filter((id) => !taken.some(({ question }) => question.id === id));
}
