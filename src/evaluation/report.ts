import type { Ending, Outcome } from './evaluate';

/** Figures over some outcomes; shares between 0 and 1. */
export interface Figures {
  readonly questions: number;
  readonly success1: number;
  readonly mrr10: number;
  readonly ndcg10: number;
  readonly endings: Readonly<Record<Ending, number>>;
}

export function figures(outcomes: readonly Outcome[]): Figures {
  const mean = (value: (outcome: Outcome) => number): number =>
    outcomes.length === 0 ? 0 : outcomes.reduce((sum, each) => sum + value(each), 0) / outcomes.length;
  const count = (ending: Ending): number => outcomes.filter((each) => each.ending === ending).length;
  return {
    questions: outcomes.length,
    success1: mean(({ rank }) => (rank === 0 ? 1 : 0)),
    mrr10: mean(({ reciprocalRank }) => reciprocalRank),
    ndcg10: mean(({ ndcg }) => ndcg),
    endings: {
      right: count('right'),
      offered: count('offered'),
      missed: count('missed'),
      refused: count('refused'),
      wrong: count('wrong'),
    },
  };
}

const isInside = ({ question }: Outcome): boolean => question.class === undefined && question.gap !== true;

/** The whole report as text: in scope, gaps and out of scope apart; then by style. */
export function report(outcomes: readonly Outcome[]): string {
  const inside = outcomes.filter(isInside);
  const gaps = outcomes.filter(({ question }) => question.gap === true);
  const outside = outcomes.filter(({ question }) => question.class !== undefined);
  return [
    line('in scope', figures(inside)),
    line('gaps', figures(gaps)),
    outsideLine(outside),
    '',
    ...groups(inside, ({ question }) => question.style ?? '?').map(([style, each]) =>
      line(`  ${style}`, figures(each)),
    ),
  ].join('\n');
}

function line(name: string, { questions, success1, mrr10, ndcg10, endings }: Figures): string {
  const shares = `success@1 ${percent(success1)}  MRR@10 ${mrr10.toFixed(3)}  nDCG@10 ${ndcg10.toFixed(3)}`;
  const { right, offered, missed, refused, wrong } = endings;
  const answered = right + wrong;
  return `${name.padEnd(18)} ${String(questions).padStart(4)}  ${shares}  answered ${answered} (right ${right}, wrong ${wrong})  offered ${offered + missed} (with the right one ${offered})  refused ${refused}`;
}

function outsideLine(outcomes: readonly Outcome[]): string {
  const { endings, questions } = figures(outcomes);
  return `${'out of scope'.padEnd(18)} ${String(questions).padStart(4)}  refused ${endings.right}  offered ${endings.offered + endings.missed}  answered wrongly ${endings.wrong}`;
}

function groups(outcomes: readonly Outcome[], keyOf: (outcome: Outcome) => string): [string, Outcome[]][] {
  const grouped = new Map<string, Outcome[]>();
  for (const outcome of outcomes)
    grouped.set(keyOf(outcome), [...(grouped.get(keyOf(outcome)) ?? []), outcome]);
  return [...grouped].sort(([a], [b]) => (a < b ? -1 : 1));
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
