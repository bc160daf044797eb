import { british } from './british';
import { stem } from './stem';
import { isStopStem } from './stop-words';

/** A word of a text and its stem. */
export interface Token {
  /** Normalised, in British spelling. */
  readonly word: string;
  readonly stem: string;
}

/** The token of a normalised word. */
export function tokenOf(written: string): Token {
  const word = british(written);
  return { word, stem: stem(word) };
}

/** Whether a token is a function or question word. */
export function isStop(token: Token): boolean {
  return isStopStem(token.stem);
}
