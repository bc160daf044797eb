import { editDistance } from '../search';
import { namesOf, spansIn, stemsOf, vocabularyOf } from './option-names';
import type { Option } from './option-names';
import { isDoubt, readSaid } from './said';
import type { Said, SaidWord } from './said';
import type { Question } from './schema';
import type { Tree } from './tree';

/** What a message says to a question. `sure`: in so many words (number, name, plain yes); otherwise it was read out of them. */
export interface Meant {
  readonly question: Question;
  readonly option: Option;
  readonly sure: boolean;
}

/**
 * Which option is meant by what was typed to a question: its number, letter or name, yes or no, a name within the words, a
 * statement that agrees with the question or denies it, a part of a name, or a near miss. Undefined when none or more than one
 * fits, or when the words belong to another question of the tree.
 */
export function readAnswer(tree: Tree, question: Question, text: string): Meant | undefined {
  const said = readSaid(text, vocabularyOf(tree));
  if (said.plain === '') return undefined;
  const sure =
    byPosition(question, said.plain) ?? byWholeName(question, said.plain) ?? byDoubt(question, said);
  if (sure !== undefined) return { question, option: sure, sure: true };
  return (
    byAssent(question, said) ??
    meant(question, onlyNamed(question, said), true) ??
    meant(question, byLeaning(question, said), false) ??
    meant(question, byPartOfName(question, said), false) ??
    meant(question, byNearMiss(question, said), false)
  );
}

/** As `readAnswer`, for a question that is not open: numbers, letters, a lone yes or no and doubt say nothing about it. */
export function readEarlier(tree: Tree, question: Question, text: string): Meant | undefined {
  const said = readSaid(text, vocabularyOf(tree));
  const whole = said.words.length === 0 ? undefined : byWholeName(question, said.plain);
  if (whole !== undefined) return { question, option: whole, sure: true };
  return (
    meant(question, onlyNamed(question, said), true) ??
    meant(question, byLeaning(question, said), false) ??
    meant(question, byPartOfName(question, said), false)
  );
}

/** Every question of the tree of which the message names one option, and does not deny it. */
export function readMentions(tree: Tree, text: string): Meant[] {
  const said = readSaid(text, vocabularyOf(tree));
  return questionsOf(tree).flatMap((question) => meant(question, onlyNamed(question, said), true) ?? []);
}

/** Whether the message denies the option ("they are not dead") and does not also name it. */
export function isDenied(tree: Tree, question: Question, option: Option, text: string): boolean {
  const spans = spansIn(question, readSaid(text, vocabularyOf(tree))).filter(
    (span) => span.option.id === option.id,
  );
  return spans.length > 0 && spans.every(({ denied }) => denied);
}

/** The questions of a tree, each once, however often it stands in it. */
export function questionsOf(tree: Tree): Question[] {
  return [...new Map([...tree.questions.values()].map((question) => [question.id, question])).values()];
}

function meant(question: Question, option: Option | undefined, sure: boolean): Meant | undefined {
  return option === undefined ? undefined : { question, option, sure };
}

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

function byPosition({ options }: Question, said: string): Option | undefined {
  const bare = said
    .replace(/^(option|number|no|answer|choice|the)\s+/, '')
    .replace(/\s+(one|please|pls|option)$/g, '');
  if (/^\d{1,2}$/.test(bare)) return options[Number(bare) - 1];
  if (/^[a-j]$/.test(bare)) return options[bare.charCodeAt(0) - 97];
  if (bare === 'last') return options.at(-1);
  const ordinal = ORDINALS.indexOf(bare);
  return ordinal === -1 ? undefined : options[ordinal];
}

const POLITE =
  /\b(please|pls|thanks|thank you|ta|i think|i guess|its|it is|it was|theyre|they are|they|he|she|the|a|an|one|option|number|answer|is|was|i)\b/g;

function byWholeName(question: Question, said: string): Option | undefined {
  const bare = bareWords(said);
  return only(
    namesOf(question)
      .filter(({ plain }) => plain === said || (bare !== '' && bareWords(plain) === bare))
      .map(({ option }) => option),
  );
}

/** "Dont know" by itself or about this question; "dont know why they left" can be a name, "not sure who to ask" is neither. */
function byDoubt(question: Question, said: Said): Option | undefined {
  if (!isDoubt(said.plain)) return undefined;
  const isNamed = spansIn(question, said).some(({ name }) => name.words.some(({ denies }) => denies));
  const content = contentOf(said.words).filter(({ text }) => !DOUBTING.has(text));
  const isElsewhere = content.length > 0 && !content.some((word) => isAbout(question, word));
  return isNamed || isElsewhere ? undefined : question.options.find(({ id }) => id === 'not-sure');
}

const DOUBTING = new Set(
  'sure certain know tell say remember recall idea clue check ask look find out unsure dunno dk idk really honestly quite very at hard pass if whether one knows scooby cant cannot couldnt'.split(
    ' ',
  ),
);

/** The options that stand for yes and no. */
function poles({ options }: Question): { yes: Option | undefined; no: Option | undefined } {
  const pole = (id: 'yes' | 'no'): Option | undefined =>
    options.find((option) => option.id === id) ??
    only(
      options.filter(({ label }) => label.toLowerCase().startsWith(`${id},`) || label.toLowerCase() === id),
    );
  return { yes: pole('yes'), no: pole('no') };
}

/**
 * Yes or no. What follows it must be nothing of note, or be about this question: "yes, PCSE told us" is no answer to whether the paper
 * has come. Both together ("yes and no") is neither.
 */
function byAssent(question: Question, said: Said): Meant | undefined {
  const { lead, bare, words } = said;
  const { yes, no } = poles(question);
  const says = lead ?? (agrees(question, said) ? bare : undefined);
  const option = says === 'yes' ? yes : no;
  if (says === undefined || option === undefined || isBoth(said)) return undefined;
  const content = contentOf(words);
  const named = onlyNamed(question, said);
  if (named !== undefined) return named === option ? { question, option, sure: true } : undefined;
  const deniesOther = spansIn(question, said).some((span) => span.denied && span.option !== option);
  const about = content.filter((word) => isAbout(question, word)).length;
  if (!deniesOther && about * 2 < content.length) return undefined;
  const isMixed = lead === 'yes' && words.some(({ denies }) => denies);
  return { question, option, sure: !isMixed };
}

function isBoth({ plain }: Said): boolean {
  const words = plain.split(' ');
  return words.some((word) => word === 'yes' || word === 'yeah') && words.includes('no');
}

/** "They have" agrees with "Has the label come?"; without an auxiliary verb on either side nothing speaks against it. */
function agrees(question: Question, { auxiliaries }: Said): boolean {
  const asked = readSaid(question.ask).auxiliaries;
  return auxiliaries.size === 0 || asked.size === 0 || [...auxiliaries].some((kind) => asked.has(kind));
}

/** The one option that is named and not denied; of several, the only one that is named in the very words ("closing", not "closed"). */
function onlyNamed(question: Question, said: Said): Option | undefined {
  const spans = spansIn(question, said).filter(({ denied }) => !denied);
  const toTheLetter = spans.filter(({ literally }) => literally);
  return only(spans.map(({ option }) => option)) ?? only(toTheLetter.map(({ option }) => option));
}

/** A statement in the words of a yes-or-no question: "the deduction has gone through", "we have not written to them yet". */
function byLeaning(question: Question, { words }: Said): Option | undefined {
  const { yes, no } = poles(question);
  const content = contentOf(words);
  const about = content.filter((word) => isAbout(question, word));
  if (yes === undefined || no === undefined || about.length === 0 || about.length * 2 < content.length)
    return undefined;
  const denied = about.filter(({ denied }) => denied).length;
  if (denied === 0) return words.some(({ denies }) => denies) ? undefined : yes;
  return denied === about.length ? no : undefined;
}

/** "The cloud one": most words of note stand in the names of one option, and one of them in no other's. */
function byPartOfName(question: Question, { words }: Said): Option | undefined {
  const content = contentOf(words);
  if (content.length === 0 || content.length > 6 || words.some(({ denies }) => denies)) return undefined;
  const { named } = stemsOf(question);
  const isIn = (option: Option, { stem }: SaidWord): boolean => named.get(option)?.has(stem) === true;
  const scored = question.options.map((option) => {
    const own = content.filter((word) => isIn(option, word));
    const others = question.options.filter((other) => other !== option);
    const alone = own.filter((word) => !others.some((other) => isIn(other, word)));
    return { option, share: own.length / content.length, alone: alone.length };
  });
  return only(scored.filter(({ share, alone }) => share > 0.5 && alone > 0).map(({ option }) => option));
}

/** One letter left out, added, changed, or two neighbours swapped; two for names of ten letters or more. */
function byNearMiss(question: Question, { plain }: Said): Option | undefined {
  const said = bareWords(plain);
  if (said.length < 4 || said.split(' ').length > 6) return undefined;
  const isClose = (name: string): boolean => {
    const allowed = Math.max(said.length, name.length) >= 10 ? 2 : 1;
    return Math.abs(said.length - name.length) <= allowed && editDistance(said, name) <= allowed;
  };
  return only(
    namesOf(question)
      .filter(({ plain: name }) => isClose(bareWords(name)))
      .map(({ option }) => option),
  );
}

/** Words that stand in so many questions that they tell none apart. */
const EVERYWHERE = new Set(
  readSaid(
    'patient practice records notes gp surgery pcse just yet already still all both about on in at for with from by and or now here up out off over if when what how whose who where why back more than other any as today yesterday tomorrow last next week month year ago monday tuesday wednesday thursday friday saturday sunday morning afternoon first far not',
  ).words.map(({ stem }) => stem),
);

function contentOf(words: readonly SaidWord[]): SaidWord[] {
  return words.filter(({ stem, denies }) => !denies && !EVERYWHERE.has(stem));
}

/** Whether a word is one of the question's own, or of how its answers are told. */
function isAbout(question: Question, { stem }: SaidWord): boolean {
  return stemsOf(question).own.has(stem);
}

function bareWords(said: string): string {
  return said.replace(POLITE, ' ').replace(/\s+/g, ' ').trim();
}

function only(options: readonly Option[]): Option | undefined {
  const different = new Set(options);
  return different.size === 1 ? options[0] : undefined;
}
