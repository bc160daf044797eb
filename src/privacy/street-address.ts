import type { Detector } from './identifier';
import { NOT_NAMES } from './not-names';
import { isCapitalised, isShouted } from './words';

/**
 * Street addresses.
 *
 * Is: a house number, one to three words, and a word for a street ("12 Acacia Avenue", "4a high street"), with "Flat 3,"
 * before it.
 * Is not: a house without a number, a town, a county, a PO box; words such as "close" and "place" in small letters in
 * the middle of a sentence ("2 practices close").
 */
export const streetAddress: Detector = {
  kind: 'address',
  find: (text) =>
    Array.from(text.matchAll(HOUSE), ({ 0: house, index }) => {
      const end = endOfStreet(text, index + house.length);
      return end === undefined ? [] : [{ start: index, end }];
    }).flat(),
};

const HOUSE =
  /(?<![\p{L}\p{N}])(?:(?:flat|apartment|apt|unit|room) [0-9]{1,4}[a-z]?,? {1,2})?[0-9]{1,4}(?:[a-z]|-[0-9]{1,4})?(?=,? {1,2}\p{L})/giu;
/** A word of the street's name and what stands before it. */
const NAME_WORD = /(?:,|\.)? {1,2}(?<word>\p{L}[\p{L}\p{M}'-]{0,40})/uy;
/** Words that hardly mean anything but a street. */
const STREETS = setOf(
  'street road lane avenue crescent terrace gardens grove mews cottages boulevard villas rd ave ln cres gdns',
);
/** Words that mean much else. */
const PERHAPS_STREETS = setOf(
  'st close drive dr way place court park hill square row walk green rise view parade chase croft fold meadow meadows wharf yard ' +
    'end bank fields vale heights house lodge mount broadway gate quay brow',
);

/** Before "drive", "place", "end" and the like. */
const NOT_STREETS = setOf('hard shared network external usb right wrong same first second front back other');

/** Where the address ends whose house number ends at `from`: after one to three words and a word for a street. */
function endOfStreet(text: string, from: number): number | undefined {
  const name: string[] = [];
  let end: number | undefined;
  NAME_WORD.lastIndex = from;
  while (name.length < 4) {
    const word = NAME_WORD.exec(text)?.groups?.['word'];
    if (word === undefined) return end;
    if (name.length > 0 && isStreet(word, name, text.charAt(NAME_WORD.lastIndex))) end = NAME_WORD.lastIndex;
    if (NOT_NAMES.has(word.toLowerCase()) && !/^the$/i.test(word)) return end;
    name.push(word);
  }
  return end;
}

function isStreet(word: string, name: readonly string[], next: string): boolean {
  if (STREETS.has(word.toLowerCase())) return true;
  if (!PERHAPS_STREETS.has(word.toLowerCase())) return false;
  if ([...name, word].every((part) => isCapitalised(part) || isShouted(part))) return true;
  return /^[,.;\n]?$/.test(next) && name.every((part) => !/^the$|s$/i.test(part) && !NOT_STREETS.has(part));
}

function setOf(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
