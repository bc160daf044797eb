import type { Ending, Outcome } from '../../src/evaluation/evaluate';

/** An outcome of an invented question. */
export function outcome(
  text: string,
  ending: Ending,
  {
    rank = ending === 'right' ? 0 : 3,
    confidence = 0.9,
    ...label
  }: Partial<Outcome['question']> & { rank?: number; confidence?: number } = {},
): Outcome {
  return {
    question: { text, ...label },
    ending,
    rank,
    reciprocalRank: rank === -1 ? 0 : 1 / (rank + 1),
    ndcg: rank === 0 ? 1 : 0.5,
    top: 'some-entry',
    best: { id: 'some-entry', confidence, right: rank === 0 },
  };
}
