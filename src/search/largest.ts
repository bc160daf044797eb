/**
 * The places of the largest numbers above zero, largest first, equal ones in order.
 *
 * @param most how many at most
 */
export function largest(numbers: Float64Array, most: number): number[] {
  const kept: number[] = [];
  let bar = 0;
  const cut = (): void => {
    kept.sort((a, b) => (numbers[b] ?? 0) - (numbers[a] ?? 0) || a - b);
    kept.splice(most);
    if (kept.length === most) bar = numbers[kept.at(-1) ?? 0] ?? 0;
  };
  numbers.forEach((number, at) => {
    if (number <= bar) return;
    kept.push(at);
    if (kept.length >= 2 * most) cut();
  });
  cut();
  return kept;
}
