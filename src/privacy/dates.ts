import type { Span } from './identifier';

/** A full date in a text. */
export interface WrittenDate extends Span {
  readonly form: 'numbers' | 'words' | 'digits';
  /** 1900 to 2099; two-digit years above 26 are of the last century. */
  readonly year: number;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = `(?<month>(?:${MONTHS.join('|')})[a-z]{0,6})`;
const DAY = '(?<day>[0-9]{1,2})(?:st|nd|rd|th)?';
const YEAR = "'?(?<year>[0-9]{4}|[0-9]{2})(?![0-9])";

interface Form {
  readonly form: WrittenDate['form'];
  readonly pattern: RegExp;
}

const FORMS: readonly Form[] = [
  // 12/05/1950, 12.5.50, 12 - 05 - 1950, 12 05 1950
  form(
    'numbers',
    String.raw`(?<![0-9]|[0-9][./-])(?<day>[0-9]{1,2})(?<gap> ?[./-] ?| )(?<month>[0-9]{1,2})\k<gap>${YEAR}(?!\k<gap>[0-9])`,
  ),
  // 1950-05-12, 1950/5/12
  form(
    'numbers',
    String.raw`(?<![0-9]|[0-9][./-])(?<year>[0-9]{4})(?<gap>[./-])(?<month>[0-9]{1,2})\k<gap>(?<day>[0-9]{1,2})(?![0-9]|\k<gap>[0-9])`,
  ),
  // 12 May 1950, 12th of May, 1950, 12-May-50, 12MAY1950
  form('words', String.raw`(?<![0-9])${DAY}(?: of)?[ ./-]{0,2}${MONTH}[ .,/-]{0,2}${YEAR}`),
  // May 12, 1950
  form('words', String.raw`(?<![a-z])${MONTH}[ .]{1,2}${DAY}[ ,]{1,3}${YEAR}`),
  // 12051950, 120550
  form('digits', String.raw`(?<![0-9])(?<day>[0-9]{2})(?<month>[0-9]{2})${YEAR}`),
  // 19500512
  form('digits', String.raw`(?<![0-9])(?<year>(?:19|20)[0-9]{2})(?<month>[0-9]{2})(?<day>[0-9]{2})(?![0-9])`),
];

/** The full dates in the text, day and month in range, each form after the other. They may overlap. */
export function writtenDates(text: string): WrittenDate[] {
  return FORMS.flatMap(({ form, pattern }) =>
    Array.from(text.matchAll(pattern), (match) => {
      const { day = '', month = '', year = '' } = match.groups ?? {};
      const date = { form, year: fullYear(year), start: match.index, end: match.index + match[0].length };
      return isInRange(Number(day), monthNumber(month), date.year) ? [date] : [];
    }).flat(),
  );
}

function form(name: WrittenDate['form'], pattern: string): Form {
  return { form: name, pattern: new RegExp(pattern, 'gi') };
}

function monthNumber(month: string): number {
  return /^[0-9]/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
}

function fullYear(year: string): number {
  const number = Number(year);
  return year.length === 4 ? number : number + (number > 26 ? 1900 : 2000);
}

/** Also with the month written first, as in America. */
function isInRange(day: number, month: number, year: number): boolean {
  const inOrder = (first: number, second: number) => first >= 1 && first <= 31 && second >= 1 && second <= 12;
  return (inOrder(day, month) || inOrder(month, day)) && year >= 1900 && year <= 2099;
}
