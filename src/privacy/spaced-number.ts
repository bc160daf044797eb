import type { Span } from './identifier';

/** Digits side by side. */
export interface DigitGroup extends Span {
  /** Whether this group and the one before stand close enough to be parts of one number. */
  readonly isNear: boolean;
}

/** A number written as one or more groups of digits. */
export interface SpacedNumber extends Span {
  readonly groups: readonly DigitGroup[];
}

/**
 * Reads numbers of exactly `total` digits off the text from left to right, keeping those that `accept` recognises.
 * A digit belongs to one number at most.
 */
export function readNumbers(text: string, total: number, accept: (number: SpacedNumber) => boolean): Span[] {
  const groups = digitGroups(text);
  const found: Span[] = [];
  for (let first = 0; first < groups.length; first += 1) {
    const end = endOfNumber(groups, first, total);
    if (end === undefined) continue;
    const number = spacedNumber(groups.slice(first, end));
    if (!accept(number)) continue;
    found.push({ start: openingOf(text, number), end: number.end });
    first = end - 1;
  }
  return found;
}

/** The lengths of a number's groups, `3-3-4`. */
export function shapeOf({ groups }: SpacedNumber): string {
  return groups.map(({ start, end }) => end - start).join('-');
}

/** The index after the group that completes `total` digits counted from `first`; undefined if none does so exactly. */
function endOfNumber(groups: readonly DigitGroup[], first: number, total: number): number | undefined {
  let digits = 0;
  for (let at = first; at < groups.length; at += 1) {
    const group = groups[at];
    if (group === undefined || (at > first && !group.isNear)) return undefined;
    digits += group.end - group.start;
    if (digits >= total) return digits === total ? at + 1 : undefined;
  }
  return undefined;
}

function spacedNumber(groups: readonly DigitGroup[]): SpacedNumber {
  return { start: groups[0]?.start ?? 0, end: groups.at(-1)?.end ?? 0, groups };
}

/** Where the number starts with the bracket that it closes: "(020) 7946 0958". */
function openingOf(text: string, { start, end }: Span): number {
  return text[start - 1] === '(' && text.slice(start, end).includes(')') ? start - 1 : start;
}

function digitGroups(text: string): DigitGroup[] {
  const groups: DigitGroup[] = [];
  let last = -1;
  let start = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isDigit = code >= 48 && code <= 57;
    if (isDigit && start < 0) start = at;
    if (isDigit || start < 0) continue;
    groups.push({ start, end: at, isNear: last >= 0 && isGap(text, last, start) });
    last = at;
    start = -1;
  }
  return groups;
}

const IN_GAPS = ' \n\r.,:;/_()-';

/** At most three of space, line end, dot, comma, slash, hyphen, bracket and the like. */
function isGap(text: string, from: number, to: number): boolean {
  if (to - from > 3) return false;
  for (let at = from; at < to; at += 1) {
    if (!IN_GAPS.includes(text.charAt(at))) return false;
  }
  return true;
}
