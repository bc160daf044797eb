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
    byAssent(tree, question, said) ??
    meant(question, onlyNamed(question, said), true) ??
    meant(question, byLeaning(question, said), false) ??
    meant(question, byPartOfName(question, said), false) ??
    meant(question, byNearMiss(question, said), false)
  );
}

/** As `readAnswer`, for a question that is not open: numbers, letters, a lone yes or no and doubt say nothing about it. */
export function readEarlier(tree: Tree, question: Question, text: string): Meant | undefined {
  const said = readSaid(text, vocabularyOf(tree));
  const whole = byWholeName(question, said.plain);
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

/** "Dont know" by itself; but "dont know why they left" can be a name of its own. */
function byDoubt(question: Question, said: Said): Option | undefined {
  if (!isDoubt(said.plain)) return undefined;
  const isNamed = spansIn(question, said).some(({ name }) => name.words.some(({ denies }) => denies));
  return isNamed ? undefined : question.options.find(({ id }) => id === 'not-sure');
}

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
 * Yes or no. What follows it must be nothing of note, or about this question; what belongs to another question of the tree, or names
 * the other option, is no answer.
 */
function byAssent(tree: Tree, question: Question, said: Said): Meant | undefined {
  const { lead, bare, words } = said;
  const { yes, no } = poles(question);
  const says = lead ?? bare;
  const option = says === 'yes' ? yes : no;
  if (says === undefined || option === undefined) return undefined;
  const content = contentOf(words);
  const isMixed = lead === 'yes' && words.some(({ denies }) => denies);
  if (content.length === 0 || bare !== undefined) return { question, option, sure: !isMixed };
  const named = onlyNamed(question, said);
  if (named !== undefined) return named === option ? { question, option, sure: true } : undefined;
  if (content.some((word) => isAbout(question, word))) return { question, option, sure: !isMixed };
  const others = questionsOf(tree).filter((other) => other !== question);
  const claimed = others.some((other) => spansIn(other, said).length > 0);
  return claimed ? undefined : { question, option, sure: false };
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
    'patient practice records notes gp surgery pcse yet already still all both about in on at for with from by and or now here up out off over if when what how whose who where why back more than other any some as not',
  ).words.map(({ stem }) => stem),
);

function contentOf(words: readonly SaidWord[]): SaidWord[] {
  return words.filter(({ stem, denies }) => !denies && !EVERYWHERE.has(stem));
}

/** Whether a word is one of the question's own, or of its options. */
function isAbout(question: Question, { stem }: SaidWord): boolean {
  const { own, named } = stemsOf(question);
  return own.has(stem) || [...named.values()].some((stems) => stems.has(stem));
}

function bareWords(said: string): string {
  return said.replace(POLITE, ' ').replace(/\s+/g, ' ').trim();
}

function only(options: readonly Option[]): Option | undefined {
  const different = new Set(options);
  return different.size === 1 ? options[0] : undefined;
}
