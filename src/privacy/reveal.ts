/**
 * The text without what a reader cannot see: zero-width and bidirectional controls, Unicode tags, soft hyphens, other
 * control characters, and marks laid over digits (keycaps, strike-through). Digits of every script, full-width forms and
 * mathematical letters become the plain ones. Anything else stays as it was typed.
 */
export function reveal(text: string): string {
  return text
    .replace(HIDDEN, '')
    .replace(STYLED, (character) => character.normalize('NFKC'))
    .replace(OTHER_DIGIT, plainDigit)
    .replace(MARK_ON_DIGIT, '');
}

/** Default_Ignorable_Code_Point and controls. The emoji selector U+FE0F stays, unless it is on a digit. */
const HIDDEN = /(?!\uFE0F)\p{DI}|(?![\t\n\r])\p{Cc}|[\u{FFF9}-\u{FFFB}]/gu;
/** Full-width forms and mathematical alphanumeric symbols. */
const STYLED = /[\uFF01-\uFF5E\u{1D400}-\u{1D7FF}]/gu;
const OTHER_DIGIT = /(?![0-9])\p{Nd}/gu;
const MARK_ON_DIGIT = /(?<=[0-9])\p{M}{1,64}/gu;

const DIGIT = /^\p{Nd}$/u;

/** Every script keeps its digits side by side from zero to nine, so that the distance to the first is the value. */
function plainDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && DIGIT.test(String.fromCodePoint(point - value - 1))) value += 1;
  return String(value);
}
