import type { Reply } from './evaluate';

/** What is answered when answers need at least so much confidence. */
export interface AtCut {
  /** 0 to 1. */
  readonly cut: number;
  readonly answered: number;
  readonly right: number;
  readonly wrong: number;
}

/** Of a hundred answers at most two may be wrong. */
const MOST_WRONG = 0.02;

export function atCut(replies: readonly Reply[], cut: number): AtCut {
  const answered = replies.flatMap(({ best }) =>
    best !== undefined && best.confidence >= cut ? [best] : [],
  );
  const right = answered.filter((best) => best.right).length;
  return { cut, answered: answered.length, right, wrong: answered.length - right };
}

/** The curve of cuts: every twentieth from 0 to 0.95, and those in `also`, rising. */
export function curveOfCuts(replies: readonly Reply[], also: readonly number[] = []): AtCut[] {
  const cuts = new Set([...Array.from({ length: 20 }, (_, i) => i / 20), ...also]);
  return [...cuts].sort((a, b) => a - b).map((cut) => atCut(replies, cut));
}

/** The lowest cut, in hundredths, at which at most 2 of 100 answers are wrong; 1 if there is none. */
export function cutByRule(replies: readonly Reply[]): number {
  const cuts = Array.from({ length: 100 }, (_, i) => i / 100);
  return cuts.find((cut) => keepsRule(atCut(replies, cut))) ?? 1;
}

function keepsRule({ answered, wrong }: AtCut): boolean {
  return answered > 0 && wrong <= MOST_WRONG * answered;
}
