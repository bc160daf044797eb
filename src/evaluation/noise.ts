import { randomFrom, type Random } from './random';

const SHARE = 0.3;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** Words over three letters. */
const WORD = /\p{L}{4,}/gu;

/**
 * A text as it may be mistyped: one edit (a letter inserted, dropped, replaced or two neighbours swapped) in 30 % of the words over three
 * letters. The same text always gets the same edits in the same copy.
 */
export function noisy(text: string, copy = 1): string {
  const random = randomFrom(`${copy} ${text}`);
  return text.replace(WORD, (word) => (random() < SHARE ? oneEdit(word, random) : word));
}

function oneEdit(word: string, random: Random): string {
  const at = Math.floor(random() * word.length);
  const [before, own, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  const others = LETTERS.replace(own.toLowerCase(), '');
  const letter = others.charAt(Math.floor(random() * others.length));
  const dropped = before + after;
  const kinds = [
    before + letter + own + after,
    dropped,
    before + letter + after,
    swapped(word, at) ?? dropped,
  ];
  return kinds[Math.floor(random() * kinds.length)] ?? dropped;
}

/** Two neighbours swapped, the first at `at`; undefined where that changes nothing. */
function swapped(word: string, at: number): string | undefined {
  const [first, second] = [word.charAt(at), word.charAt(at + 1)];
  return second === '' || first === second
    ? undefined
    : word.slice(0, at) + second + first + word.slice(at + 2);
}
