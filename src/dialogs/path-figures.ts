import { paths } from './paths';
import type { TreePath } from './paths';
import type { Tree } from './tree';

/** How large a tree is: its ways through, the most questions that one of them asks, and its outcomes. */
export interface PathFigures {
  readonly paths: number;
  readonly longest: number;
  readonly outcomes: number;
}

export function pathFigures(tree: Tree): PathFigures {
  const lengths = paths(tree).map(({ answers }) => Object.keys(answers).length);
  return { paths: lengths.length, longest: Math.max(...lengths), outcomes: tree.outcomes.size };
}

/** The figures of several trees together: sums, and the longest of all. */
export function totalFigures(all: readonly PathFigures[]): PathFigures {
  return all.reduce(
    (sum, each) => ({
      paths: sum.paths + each.paths,
      longest: Math.max(sum.longest, each.longest),
      outcomes: sum.outcomes + each.outcomes,
    }),
    { paths: 0, longest: 0, outcomes: 0 },
  );
}

/** One way through in a line: `where-found: train, how-old: yes → depot`. */
export function pathLine({ answers, outcome }: TreePath): string {
  const given = Object.entries(answers).map(([question, option]) => `${question}: ${option}`);
  return `${given.join(', ')} → ${outcome}`;
}
