import { answersOf, walk } from '../dialogs';
import type { Answers, Tree } from '../dialogs';

/** The path that reopens a guide exactly here. Answers that the way does not need are left out. */
export function guideAddress(tree: Tree, answers: Answers): string {
  const used = answersOf(walk(tree, answers).taken);
  const query = new URLSearchParams(used).toString();
  return `/guides/${tree.id}${query === '' ? '' : `?${query}`}`;
}
