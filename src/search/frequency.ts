/**
 * In how many runs (of the words or stems of documents or pieces) each number occurs.
 *
 * @param size how many different numbers there are
 */
export function runFrequencies(runs: Iterable<Int32Array>, size: number): Uint32Array {
  const frequencies = new Uint32Array(size);
  const lastRun = new Uint32Array(size);
  let run = 0;
  for (const numbers of runs) {
    run++;
    for (const number of numbers) {
      if (lastRun[number] === run) continue;
      lastRun[number] = run;
      frequencies[number] = (frequencies[number] ?? 0) + 1;
    }
  }
  return frequencies;
}

/** Inverse frequency of a thing that `frequency` of `total` have, natural logarithm; one never seen weighs as one seen once. */
export function inverseFrequency(total: number, frequency: number): number {
  return Math.log(1 + total / Math.max(frequency, 1));
}

/** Inverse frequency as BM25 has it (Robertson and Zaragoza 2009), kept above zero. */
export function bm25Weight(total: number, frequency: number): number {
  return Math.log(1 + (total - frequency + 0.5) / (frequency + 0.5));
}
