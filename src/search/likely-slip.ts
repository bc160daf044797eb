const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Letter → its place on the keyboard, in key widths; each row is half a key to the right of the one above. */
const PLACES: ReadonlyMap<string, readonly [across: number, down: number]> = new Map(
  ROWS.flatMap((row, down) => Array.from(row, (key, at) => [key, [at + down / 2, down]] as const)),
);

/**
 * Whether a word one edit away is what fingers easily make of another: two neighbours swapped, the key beside, a letter
 * doubled or not doubled.
 */
export function isLikelySlip(typed: string, meant: string): boolean {
  let at = 0;
  while (at < typed.length && typed[at] === meant[at]) at++;
  if (typed.length === meant.length)
    return typed[at + 1] !== meant[at + 1] || areNeighbours(typed[at], meant[at]);
  const longer = typed.length > meant.length ? typed : meant;
  return longer[at] === longer[at - 1];
}

function areNeighbours(one = '', other = ''): boolean {
  const [a, b] = [PLACES.get(one), PLACES.get(other)];
  return a !== undefined && b !== undefined && Math.abs(a[1] - b[1]) <= 1 && Math.abs(a[0] - b[0]) <= 1;
}
