import type { Span } from './identifier';

/** A word with its place in the text: letters, with digits, apostrophes and hyphens in it. */
export interface Word extends Span {
  readonly text: string;
  /** The word in small letters. */
  readonly plain: string;
}

const WORD = /\p{L}[\p{L}\p{N}\p{M}'-]{0,60}/gu;

/** The words of the text, in order, without a possessive 's. */
export function words(text: string): Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: found, index }) => {
    const word = withoutPossessive(found);
    return { text: word, plain: word.toLowerCase(), start: index, end: index + word.length };
  });
}

function withoutPossessive(word: string): string {
  if (word.endsWith("'s") || word.endsWith("'S")) return word.slice(0, -2);
  return word.endsWith("'") || word.endsWith('-') ? word.slice(0, -1) : word;
}

/** `Smith`, `O'Brien`, `Al-Hassan`; also a single capital letter. */
export function isCapitalised(word: string): boolean {
  return /^\p{Lu}(?:$|['-]?[\p{L}\p{M}])/u.test(word) && !/^\p{Lu}-|\p{N}/u.test(word) && !isShouted(word);
}

/** `SMITH`: two letters or more, all capitals. */
export function isShouted(word: string): boolean {
  return /^\p{Lu}[\p{Lu}'-]+$/u.test(word);
}

/** `smith` */
export function isSmall(word: string): boolean {
  return /^\p{Ll}[\p{Ll}\p{M}'-]+$/u.test(word);
}
