import type { Problem } from '../content';
import type { Content } from './content';

/** Words past their review date still answer, with a warning, but somebody has to look at them. */
export function overdueReview({ knowledge, trees, asOf }: Content): Problem[] {
  const standing = [...knowledge.entries.values(), ...trees.values()];
  return standing.flatMap(({ id, standing: { reviewBy }, place }) =>
    reviewBy === undefined || reviewBy >= asOf
      ? []
      : [
          {
            code: 'overdue-review',
            severity: 'warning',
            message: `"${id}" was due for review on ${reviewBy}.`,
            fix: 'read it against its sources, then move `reviewBy` on',
            ...place,
          },
        ],
  );
}
