import { normalise } from './normalise';

/** A longer word is cut to this many characters: no word of a living language is hurt, and every later step is bounded. */
export const LONGEST_WORD = 32;

/** What a text is made of, normalised. */
export interface Words {
  /** Runs of letters and runs of digits, in order: `GP2GP re-print` → `gp 2 gp re print`. */
  readonly words: readonly string[];
  /** What is written together and starts with a letter, whole and codes in the singular: `gp2gp`, `reprint`. */
  readonly compounds: readonly string[];
}

const COMPOUND = /[\p{L}\p{M}\p{N}]+(?:[-‐‑][\p{L}\p{M}\p{N}]+)*/gu;
const HYPHEN = /[-‐‑]/g;
const PART = /[\p{L}\p{M}]+|\p{N}+/gu;
const STARTS_WITH_LETTER = /^\p{L}/u;
const PLURAL_OF_CODE = /(?<=\d)s$/;

/** Splits a text into words and compounds. Any string is allowed; one without letters or digits gives none. */
export function wordsOf(text: string): Words {
  const words: string[] = [];
  const compounds: string[] = [];
  for (const compound of normalise(text).match(COMPOUND) ?? []) {
    const parts = compound.match(PART) ?? [];
    for (const part of parts) words.push(part.slice(0, LONGEST_WORD));
    const joined = compound.replace(HYPHEN, '');
    const isShort = joined.length <= LONGEST_WORD;
    if (parts.length > 1 && isShort && STARTS_WITH_LETTER.test(joined)) {
      compounds.push(joined.replace(PLURAL_OF_CODE, ''));
    }
  }
  return { words, compounds };
}
