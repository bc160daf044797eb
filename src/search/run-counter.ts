/** How often each wanted number occurs in a part of a run, by its place among the wanted ones. The array is used again by the next call. */
export type RunCounter = (from: number, to: number) => Uint32Array;

/**
 * Makes a counter of a few numbers in parts of a long run.
 *
 * @param run numbers from 0 to below `size`
 * @param wanted different numbers; one that is not below `size` is never found
 */
export function runCounter(run: Int32Array, size: number, wanted: Iterable<number>): RunCounter {
  const slots = new Uint16Array(size);
  let last = 0;
  for (const number of wanted) slots[number] = ++last;
  const counts = new Uint32Array(last + 1); // the first counts what is not wanted
  const given = counts.subarray(1);
  return (from, to) => {
    counts.fill(0);
    for (let at = from; at < to; at++) {
      const slot = slots[run[at] ?? 0] ?? 0;
      counts[slot] = (counts[slot] ?? 0) + 1;
    }
    return given;
  };
}
