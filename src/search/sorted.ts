/** The first place in ascending numbers whose number is at least `key`; the length if there is none. */
export function firstFrom(ascending: Float64Array, key: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
