import type { Span } from './identifier';

/** Digits with spaces or hyphens between them, and up to three letters at either end. */
const VALUE =
  /[ :#=.-]{0,4}(?:(?:is|was)[ :]{1,3})?([a-z]{0,3}[0-9][0-9 -]{0,22}[0-9][a-z0-9]{0,3})(?![a-z0-9])/iy;

/**
 * The numbers that follow a label, such as `1234567` in "hospital no: 1234567". `label` is global; a number has from
 * `least` to `most` digits, and letters at its ends belong to it.
 */
export function labelled(text: string, label: RegExp, least: number, most: number): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(label)) {
    VALUE.lastIndex = match.index + match[0].length;
    const value = VALUE.exec(text)?.[1];
    if (value === undefined) continue;
    const end = match.index + match[0].length;
    const start = text.indexOf(value, end);
    const digits = value.replace(/\D/g, '').length;
    if (digits >= least && digits <= most) found.push({ start, end: start + value.length });
  }
  return found;
}
