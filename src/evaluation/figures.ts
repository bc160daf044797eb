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

/** Whether the message is one that should not be answered. */
export function isOutside({ question }: Outcome): boolean {
  return question.class !== undefined;
}

/** Whether some source answers the question. */
export function isInside(outcome: Outcome): boolean {
  return !isOutside(outcome) && outcome.question.gap !== true;
}

/** The figures of a whole set in one row: success@1, MRR and nDCG of what is in scope, the rest of all questions. */
export interface Measures {
  readonly questions: number;
  readonly success1: number;
  readonly mrr10: number;
  readonly ndcg10: number;
  /** Answered rightly; a message out of scope that was rightly refused is not counted. */
  readonly right: number;
  readonly wrong: number;
  /** Offered with the right one among them, and without. */
  readonly offered: number;
  readonly missed: number;
  readonly refused: number;
}

export function measure(outcomes: readonly Outcome[]): Measures {
  const { success1, mrr10, ndcg10 } = figures(outcomes.filter(isInside));
  const { offered, missed, wrong } = figures(outcomes).endings;
  const outside = figures(outcomes.filter(isOutside)).endings;
  const asked = figures(outcomes.filter((each) => !isOutside(each))).endings;
  const rounded = (share: number): number => Math.round(share * 1e4) / 1e4;
  return {
    questions: outcomes.length,
    success1: rounded(success1),
    mrr10: rounded(mrr10),
    ndcg10: rounded(ndcg10),
    right: asked.right,
    wrong,
    offered,
    missed,
    refused: asked.refused + outside.right,
  };
}
