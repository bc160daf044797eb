import type { Answers, Tree } from './tree';

/** One way through a tree, from the first question to an outcome. */
export interface TreePath {
  readonly answers: Answers;
  readonly outcome: string;
}

/** Every way through the tree, depth first, options in their written order. The tree must be free of circles. */
export function paths(tree: Tree, from: string = tree.start, answers: Answers = {}): TreePath[] {
  const question = tree.questions.get(from);
  if (question === undefined) return [{ answers, outcome: from }];
  return question.options.flatMap(({ id, next }) => paths(tree, next, { ...answers, [question.id]: id }));
}

/** About how many questions are still to come from here, this one included: the mean over the ways that remain. */
export function questionsLeft(tree: Tree, from: string): number {
  const lengths = paths(tree, from).map(({ answers }) => Object.keys(answers).length);
  return Math.round(lengths.reduce((sum, length) => sum + length, 0) / lengths.length);
}
