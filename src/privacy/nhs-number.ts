import type { Detector, Span } from './identifier';
import { readInTurn } from './legible';
import { readNumbers, shapeOf, type SpacedNumber } from './spaced-number';

/**
 * NHS numbers: ten digits, the last a check digit (NHS Data Dictionary, "NHS NUMBER"); also Scotland's CHI and Northern
 * Ireland's H&C number, which are built the same way.
 *
 * Is: ten digits together or as 3-3-4, right check digit or not, since a mistyped number still points at a patient; ten
 * digits in any other grouping when the check digit is right. After "NHS number" or the like see `labelledNhsNumber`.
 * Is not: ten digits within a longer number; ten digits written as a phone number (see `phoneNumber`, which reads first).
 */
export const nhsNumber: Detector = {
  kind: 'NHS number',
  find: (text) => readInTurn(text, [usualNumbers, checkedNumbers]),
};

function usualNumbers(text: string): Span[] {
  return readNumbers(text, 10, (number) => number.groups.length === 1 || shapeOf(number) === '3-3-4');
}

/** One in eleven numbers passes the check by chance, so the gaps must look alike as well. */
function checkedNumbers(text: string): Span[] {
  return readNumbers(text, 10, (number) => hasCheckDigit(text, number) && hasEvenGaps(text, number));
}

function hasEvenGaps(text: string, { groups }: SpacedNumber): boolean {
  const gaps = groups.slice(1).map(({ start }, before) => text.slice(groups[before]?.end, start));
  return gaps.every((gap) => gap === gaps[0]);
}

/** The sum of the digits weighted 10, 9 … 1 divides by eleven. `number` spans ten digits. */
export function hasCheckDigit(text: string, number: Span): boolean {
  let weight = 10;
  let sum = 0;
  for (let at = number.start; at < number.end; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) continue;
    sum += weight * digit;
    weight -= 1;
  }
  return sum % 11 === 0;
}
