import { writtenDates, type WrittenDate } from './dates';
import type { Detector } from './identifier';

/**
 * Dates of birth.
 *
 * Is: a full date, in any of the forms of `dates`, next to "dob", "born", "date of birth" and the like, before or after;
 * without such words a date in figures before 2016 (12/05/1950), or in words before 1991 (12 May 1950).
 * Is not: dates of guidance ("1 October 2025", "7 Nov 2023", "01/10/2025"); "born before" and "born after" a date, which
 * speak of a group; a year or an age alone; eight digits, or two-digit years with dots, without such words (versions).
 */
export const dateOfBirth: Detector = {
  kind: 'date of birth',
  find(text) {
    const dates = writtenDates(text).filter((date) => isOfBirth(text, date) ?? isOld(text, date));
    return withoutOverlaps(dates.sort((a, b) => a.start - b.start || b.end - a.end));
  },
};

const BIRTH = String.raw`\b(?:d\.? ?o\.? ?b\b|d/o/b\b|date of birth\b|birth ?da(?:te|y)\b|birth\b|born\b)`;
const BIRTH_BEFORE = new RegExp(String.raw`${BIRTH}(?<between>[^0-9]{0,24})$`, 'i');
const BIRTH_AFTER = new RegExp(
  String.raw`^[ ,(=-]{0,3}(?:(?:is|was|as|for|the|his|her|their|patient's) ){0,3}${BIRTH}`,
  'i',
);
const OF_A_GROUP = /\b(?:before|after|since|between|until|till|prior|later|earlier|onwards)\b/i;
const REACH = 45;

/** What the words around the date say; undefined if they say nothing. */
function isOfBirth(text: string, { start, end }: WrittenDate): boolean | undefined {
  const before = BIRTH_BEFORE.exec(text.slice(Math.max(0, start - REACH), start));
  if (before !== null) return !OF_A_GROUP.test(before.groups?.['between'] ?? '');
  return BIRTH_AFTER.test(text.slice(end, end + REACH)) || undefined;
}

function isOld(text: string, { form, year, start, end }: WrittenDate): boolean {
  if (form === 'digits') return false;
  if (form === 'words') return year < 1991;
  return year < 2016 && (/[0-9]{4}/.test(text.slice(start, end)) || !/[. ]/.test(text.slice(start, end)));
}

function withoutOverlaps(dates: readonly WrittenDate[]): WrittenDate[] {
  const kept: WrittenDate[] = [];
  for (const date of dates) {
    if (date.start >= (kept.at(-1)?.end ?? 0)) kept.push(date);
  }
  return kept;
}
