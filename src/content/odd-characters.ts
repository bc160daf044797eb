import { mistake, type AuthoredText } from './authored-text';
import type { Problem } from './problem';

/** Looks like a space, but does not count as one for YAML: the non-breaking space and its relatives. */
const ODD_SPACE = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';

/** An odd space where YAML needs a real one: before a text, after a dash or after the colon of a field. */
const ODD_SPACE_AT_START = new RegExp(`^(?:-|[\\w-]+:)?[${ODD_SPACE}]`);

/** Control characters, a carriage return that ends no line, and spaces and joiners without width. */
const UNSEEN = /(?![\t\n\r])\p{Cc}|[\u200b\u2060\ufeff]|\r(?!\n)/gu;

/** Control characters and characters without width, one problem for each line that has any. */
export function unseenCharacters(source: AuthoredText): Problem[] {
  const byLine = new Map<number, Problem>();
  for (const { index, 0: character } of source.text.matchAll(UNSEEN)) {
    const place = source.place(index);
    if (byLine.has(place.line)) continue;
    const name = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    const message = `There is a character here that cannot be seen (${name})`;
    byLine.set(
      place.line,
      mistake(place, 'unseen-character', message, 'delete it, and type what is around it again'),
    );
  }
  return [...byLine.values()];
}

/** The problem of a text, as written at `offset`, that has a non-breaking space where YAML needs a plain one. */
export function oddSpace(source: AuthoredText, offset: number, written: string): Problem | undefined {
  if (!ODD_SPACE_AT_START.test(written)) return undefined;
  const message = 'There is a non-breaking space here, which looks like a space but does not count as one';
  return mistake(
    source.place(offset),
    'odd-space',
    message,
    'delete the space and type it again with the space bar',
  );
}
