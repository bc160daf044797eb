import { matches, type Detector, type Span } from './identifier';
import { labelled } from './labelled';
import { readInTurn } from './legible';
import { readNumbers, shapeOf } from './spaced-number';

/**
 * Phone numbers.
 *
 * Is: UK numbers in national form (0 and nine or ten digits more), mobiles that lost their 0 ("7700 900123"), numbers in
 * international form (+44, 0044, another country after a plus), six to eleven digits after "tel", "mobile" and the like.
 * Is not: published numbers of organisations (`PUBLISHED_CONTACT`); 111, 999 and other short numbers; an extension; ten
 * digits that begin with 0 and are grouped 3-3-4 (see `nhsNumber`); dates such as 01 10 2025.
 */
export const phoneNumber: Detector = {
  kind: 'phone number',
  find: (text) => readInTurn(text, [international, national, shortNational, withoutZero, afterLabel]),
};

const INTERNATIONAL = /(?:\+|(?<![0-9])00(?=44))[1-9][0-9 ().-]{6,20}[0-9](?![0-9])/g;

function international(text: string): Span[] {
  return matches(text, INTERNATIONAL).filter((span) => digitCount(text, span) >= 8);
}

/** The first group is the area's or the mobile's prefix, at least 020; a shorter one is a day or a month. */
function national(text: string): Span[] {
  return readNumbers(text, 11, ({ start, groups: [first] }) => text[start] === '0' && lengthOf(first) >= 3);
}

/** Some areas have numbers of ten digits, such as 01204 12345. */
function shortNational(text: string): Span[] {
  return readNumbers(text, 10, ({ start, groups: [first] }) => text[start] === '0' && lengthOf(first) >= 4);
}

const MOBILE_SHAPES: readonly string[] = ['4-6', '4-3-3'];

function withoutZero(text: string): Span[] {
  return readNumbers(
    text,
    10,
    (number) => text[number.start] === '7' && MOBILE_SHAPES.includes(shapeOf(number)),
  );
}

const LABEL = /\b(?:tel|telephone|phone|mobile|mob|landline|fax|whatsapp)\b\.?(?: (?:no|num|number)\b\.?)?/gi;

function afterLabel(text: string): Span[] {
  return labelled(text, LABEL, 6, 11);
}

function lengthOf(span: Span | undefined): number {
  return span === undefined ? 0 : span.end - span.start;
}

function digitCount(text: string, { start, end }: Span): number {
  return text.slice(start, end).replace(/\D/g, '').length;
}
