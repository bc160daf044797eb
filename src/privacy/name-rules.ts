import { DOUBTFUL_GIVEN_NAMES, FAMILY_NAMES, GIVEN_NAMES } from './common-names';
import {
  endOfName,
  gapBefore,
  isFamilyName,
  isInitial,
  isListed,
  type Sentence,
  type Stretch,
} from './name-words';
import { NOT_NAMES } from './not-names';
import { isCapitalised, isShouted, isSmall, type Word } from './words';

/** Finds a name that the word at `at` leads in or begins. */
export type NameRule = (sentence: Sentence, at: number) => Stretch | undefined;

/** Titles that are nothing else, so that a name in small letters is believed after them. */
const SURE_TITLES = setOf('mr mrs mx messrs');
/** Titles that are also short for other things, or nouns: "the dr says", "ms teams", "pt/dr relationship". */
const SHORT_TITLES = setOf('ms dr drs');
/** Titles that are words as well: a capital must follow. */
const WORD_TITLES = setOf('prof professor rev reverend sir dame lady lord doctor nurse sister master baby');
const TITLES = new Set([...SURE_TITLES, ...SHORT_TITLES, ...WORD_TITLES, 'miss']);
const NOT_AFTER_TITLES = setOf(
  'teams word excel office outlook windows azure sql authenticator sharepoint onedrive project edge team plan test tests ' +
    'site sites imaging image society solicitors',
);
const DETERMINERS = setOf(
  'the a an our your any another this that each every which new old duty locum gp on-call',
);
/** Before the verb "miss". */
const BEFORE_MISS = setOf(
  "to we i they you he she it not don't didn't won't never will would may might could can cannot can't did do often",
);

/** "Mrs Jones", "mr smith", "Dr. A. Patel" */
export const TITLED: NameRule = (sentence, at) => {
  const title = sentence.words[at];
  const next = sentence.words[at + 1];
  if (title === undefined || next === undefined || !TITLES.has(title.plain)) return undefined;
  if (title.plain === 'ms' && /[0-9] ?$/.test(gapBefore(sentence, at))) return undefined;
  if (NOT_AFTER_TITLES.has(next.plain) || !/^(?:\. {0,3}| {1,3})$/.test(gapBefore(sentence, at + 1)))
    return undefined;
  const believes = believedAfter(title, sentence.words[at - 1]);
  return believes?.(next) === true ? stretch(at, endOfName(sentence, at + 1), at + 1) : undefined;
};

function believedAfter(title: Word, before: Word | undefined): ((next: Word) => boolean) | undefined {
  const capital = ({ text }: Word) => isCapitalised(text) || (isShouted(text) && /^\p{Lu}/u.test(title.text));
  const any = (next: Word) => capital(next) || isSmall(next.text);
  if (SURE_TITLES.has(title.plain)) return any;
  if (SHORT_TITLES.has(title.plain) && before !== undefined && DETERMINERS.has(before.plain)) return capital;
  if (title.plain === 'ms') return any;
  if (SHORT_TITLES.has(title.plain)) return (next) => capital(next) || isListed(next) || isFamilyName(next);
  if (WORD_TITLES.has(title.plain)) return capital;
  if (title.plain !== 'miss' || (before !== undefined && BEFORE_MISS.has(before.plain))) return undefined;
  return (next) => capital(next) || isListed(next);
}

const PERSONS = setOf(
  'patient patients pt lady gentleman man woman boy girl child baby son daughter mother mum father dad husband wife partner ' +
    'brother sister person someone somebody resident relative',
);
const NAME_WORDS = setOf('name surname forename firstname lastname');
const VERBS = setOf('called named');
const PATIENT = setOf('patient pt');
/** "file name: x" names no person. */
const NAMES_OF_THINGS = setOf(
  'file user practice surgery drug brand company supplier system domain form folder display host site service document report ' +
    'organisation template code product path login account',
);

/** "patient called Jane", "name: jane smith", "surname is Smith", "our patient Jane Smith" */
export const INTRODUCED: NameRule = (sentence, at) => {
  const next = nameStart(sentence, at);
  return next === undefined ? undefined : stretch(next, endOfName(sentence, next), next);
};

/** Where the name begins that the word at `at` introduces. */
function nameStart(sentence: Sentence, at: number): number | undefined {
  const word = sentence.words[at];
  const next = sentence.words[at + 1];
  if (word === undefined || next === undefined) return undefined;
  if (VERBS.has(word.plain)) return isPersonBefore(sentence, at) ? plainly(sentence, at + 1) : undefined;
  if (PATIENT.has(word.plain)) {
    if (isSetBy(sentence, at + 1)) return isCapitalised(next.text) ? at + 1 : undefined;
    return PATIENT.has(word.text) || isListed(next) ? plainly(sentence, at + 1) : undefined;
  }
  if (!NAME_WORDS.has(word.plain)) return undefined;
  if (NAMES_OF_THINGS.has(sentence.words[at - 1]?.plain ?? '')) return undefined;
  if (isSetBy(sentence, at + 1)) return at + 1;
  return /^(?:is|was|of)$/.test(next.plain) ? plainly(sentence, at + 2) : undefined;
}

/** Whether a colon or an equals sign leads to the word at `at`. */
function isSetBy(sentence: Sentence, at: number): boolean {
  return /^ ?[:=] {0,2}$/.test(gapBefore(sentence, at));
}

function isPersonBefore({ words }: Sentence, at: number): boolean {
  const before = words[at - 1]?.plain ?? '';
  return PERSONS.has(/^(?:is|was|who)$/.test(before) ? (words[at - 2]?.plain ?? '') : before);
}

/** `at`, where a space and then a capital or a listed name stand there. */
function plainly(sentence: Sentence, at: number): number | undefined {
  const word = sentence.words[at];
  if (word === undefined || !/^ {1,3}$/.test(gapBefore(sentence, at))) return undefined;
  return isCapitalised(word.text) || isListed(word) ? at : undefined;
}

/** `SMITH, John` and `Smith J`: the ways in which records are labelled. */
export const FILED: NameRule = (sentence, at) => {
  const family = sentence.words[at];
  const given = sentence.words[at + 1];
  if (family === undefined || given === undefined) return undefined;
  if (isInitial(given)) return isLabel(sentence, at) ? { from: at, to: at + 2 } : undefined;
  if (!GIVEN_NAMES.has(given.plain) || isSmall(given.text)) return undefined;
  if (!/^, ?$/.test(gapBefore(sentence, at + 1))) return undefined;
  const isFamily = isShouted(family.text) ? !NOT_NAMES.has(family.plain) : isFamilyName(family);
  return isFamily ? stretch(at, endOfName(sentence, at + 1), at + 1) : undefined;
};

/** A common family name with a capital, and an initial. */
function isLabel(sentence: Sentence, at: number): boolean {
  const family = sentence.words[at];
  if (family === undefined || isSmall(family.text) || !FAMILY_NAMES.has(family.plain)) return false;
  return /^,? $/.test(gapBefore(sentence, at + 1));
}

/** "St John Ambulance", "Lloyd George" */
const NOT_BEFORE_NAMES = setOf('st saint lloyd');
const PLACES = setOf(
  'hospital infirmary surgery practice centre center house street road lane avenue ward unit trust clinic court park college ' +
    'university building wing partnership group foundation institute school church square way drive close gardens terrace place ' +
    'crescent grove partners medical health',
);

/** "John Smith", "emma louise carter", "J. A. Smith", and "Xiu Smith", where only the family name is common. */
export const PAIRED: NameRule = (sentence, at) => {
  const given = sentence.words[at];
  if (given === undefined || isSentenceWord(given)) return undefined;
  const end = isInitial(given) ? endOfInitials(sentence, at) : at + 1;
  const family = sentence.words[end];
  if (family === undefined || !/^\.? {1,3}$/.test(gapBefore(sentence, end))) return undefined;
  if (!isPair(given, family) || NOT_BEFORE_NAMES.has(sentence.words[at - 1]?.plain ?? '')) return undefined;
  const to = endOfName(sentence, at);
  const isPlace = [sentence.words[to - 1], sentence.words[to]].some((word) => PLACES.has(word?.plain ?? ''));
  return isPlace ? undefined : stretch(at, to, end);
};

/** A word that begins no pair: an everyday word, or one in small letters that is no common given name. */
function isSentenceWord(word: Word): boolean {
  if (isInitial(word) || GIVEN_NAMES.has(word.plain)) return false;
  return isSmall(word.text) || NOT_NAMES.has(word.plain);
}

function isPair(given: Word, family: Word): boolean {
  const areCapitals = !isSmall(given.text) && !isSmall(family.text);
  if (GIVEN_NAMES.has(given.plain))
    return isFamilyName(family) || isSmall(given.text) === isSmall(family.text);
  // Words more often than initials: "A", "I". And words that are no given name, or not often.
  if (isInitial(given) && !/[AI]/.test(given.text)) return areCapitals && isFamilyName(family);
  if (DOUBTFUL_GIVEN_NAMES.has(given.plain)) return areCapitals && isFamilyName(family);
  return areCapitals && FAMILY_NAMES.has(family.plain);
}

/** The number of the word after the initials, three at most, that begin at `at`. */
function endOfInitials(sentence: Sentence, at: number): number {
  const following = sentence.words.slice(at, at + 3);
  const end = following.findIndex((word) => !isInitial(word));
  return at + (end < 0 ? following.length : end);
}

/** The words from `from` up to `to`, unless no name word was found at `after`. */
function stretch(from: number, to: number, after: number): Stretch | undefined {
  return to > after ? { from, to } : undefined;
}

function setOf(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
