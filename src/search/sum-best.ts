/** The largest scores, each times its share, added up: the largest has the first share. */
export function sumBest(scores: readonly number[], shares: readonly number[]): number {
  const best = [...scores].sort((a, b) => b - a);
  return shares.reduce((sum, share, at) => sum + share * (best[at] ?? 0), 0);
}
