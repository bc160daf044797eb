import { DOUBTFUL_FAMILY_NAMES, FAMILY_NAMES, GIVEN_NAMES } from './common-names';
import { NOT_NAMES } from './not-names';
import { isCapitalised, isShouted, isSmall, type Word } from './words';

/** A text with its words. */
export interface Sentence {
  readonly text: string;
  readonly words: readonly Word[];
}

/** Words by number: from `from` up to, not including, `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What stands between the word at `at` and the one before it. */
export function gapBefore({ text, words }: Sentence, at: number): string {
  return text.slice(words[at - 1]?.end, words[at]?.start);
}

/** Whether the word is believed to be a name even in small letters. */
export function isListed({ plain }: Word): boolean {
  return GIVEN_NAMES.has(plain) || FAMILY_NAMES.has(plain);
}

/** Whether the word is a common family name, which may be an everyday word too. */
export function isFamilyName({ plain }: Word): boolean {
  return FAMILY_NAMES.has(plain) || DOUBTFUL_FAMILY_NAMES.has(plain);
}

const LONGEST = 5;
const PARTICLES: ReadonlySet<string> = new Set(
  'de da di do dos van von der den bin ibn al el la le mac st'.split(' '),
);

/** The number of the word after the name that begins at `at`; `at` itself where no name begins. Initials alone are none. */
export function endOfName(sentence: Sentence, at: number): number {
  if (!canBeName(sentence, at)) return at;
  let end = at + 1;
  while (end < at + LONGEST && goesOn(sentence, at, end)) end += 1;
  while (end > at && !isWhole(sentence.words[end - 1])) end -= 1;
  return end;
}

/** A word that a name can end with. */
function isWhole(word: Word | undefined): boolean {
  return word !== undefined && word.text.length > 1 && !PARTICLES.has(word.plain);
}

function canBeName(sentence: Sentence, at: number): boolean {
  const word = sentence.words[at];
  if (word === undefined || isLloydGeorge(sentence, at)) return false;
  if (!/^[\p{L}\p{M}'-]+$/u.test(word.text) || NO_NAME.test(word.text)) return false;
  return isInitial(word) || !NOT_NAMES.has(word.plain);
}

/** "I'd", "DNA'd", "don't"; "LGs", "GPs" */
const NO_NAME = /'(?:d|m|t|ve|ll|re)$|^\p{Lu}{2,}s$/u;

export function isInitial({ text }: Word): boolean {
  return text.length === 1 && isCapitalised(text);
}

/** Whether the word at `at` carries on the name that began at `first`. */
function goesOn(sentence: Sentence, first: number, at: number): boolean {
  const last = sentence.words[at - 1];
  const word = sentence.words[at];
  if (last === undefined || word === undefined || !canBeName(sentence, at)) return false;
  const isJoined = isInitial(last) ? /^(?: {1,3}|\. {0,3})$/ : /^ {1,3}$/;
  if (!isJoined.test(gapBefore(sentence, at))) return false;
  if (PARTICLES.has(word.plain) || PARTICLES.has(last.plain) || FAMILY_NAMES.has(word.plain)) return true;
  if (isCapitalised(word.text)) return !isSmall(last.text);
  if (isShouted(word.text)) return isShouted(last.text) || isInitial(last);
  if (!isSmall(last.text)) return GIVEN_NAMES.has(last.plain) && isFamilyName(word);
  return GIVEN_NAMES.has(last.plain) || (at === first + 1 && !isFamilyName(last));
}

/** The paper records are named after David Lloyd George. */
function isLloydGeorge({ words }: Sentence, at: number): boolean {
  const pair = (first: number) => words[first]?.plain === 'lloyd' && words[first + 1]?.plain === 'george';
  return words[at]?.plain === 'lloyd-george' || pair(at) || pair(at - 1);
}
