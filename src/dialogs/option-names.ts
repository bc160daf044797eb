import { isDoubt, isNumber, plainWords, readSaid } from './said';
import type { Said, SaidWord, Vocabulary } from './said';
import type { Question } from './schema';
import type { Tree } from './tree';

export type Option = Question['options'][number];

/** One way of naming an option. */
export interface OptionName {
  readonly option: Option;
  readonly plain: string;
  /** The words that must be said, in order. */
  readonly words: readonly SaidWord[];
  /** A name with fewer than two words of weight counts only as it is written ("our patient", "with us"). */
  readonly literal: boolean;
}

/** Where a name stands in a message: positions in it, `to` after the last. */
export interface Span {
  readonly option: Option;
  readonly from: number;
  readonly to: number;
  readonly name: OptionName;
  /** Whether its words were said in the form in which they are written. */
  readonly literally: boolean;
  readonly denied: boolean;
}

const compiled = new WeakMap<Question, readonly OptionName[]>();

/** Every name of every option of a question, read once. */
export function namesOf(question: Question): readonly OptionName[] {
  const known = compiled.get(question);
  if (known !== undefined) return known;
  const names = question.options.flatMap((option) =>
    [option.label, ...(option.says ?? [])]
      .filter((name) => option.id !== 'not-sure' || !isDoubt(plainWords(name)))
      .map((name): OptionName => {
        const { plain, words, all } = readSaid(name);
        const literal = words.length < 2 && all.length > words.length;
        return { option, plain, words: literal ? all : words, literal };
      }),
  );
  compiled.set(question, names);
  return names;
}

/** Where options are named in a message. A name inside a longer name of another option does not count. */
export function spansIn(question: Question, said: Said): Span[] {
  const spans = namesOf(question).flatMap((name) => find(name, said));
  const isInside = (a: Span, b: Span): boolean =>
    a.option !== b.option && b.from <= a.from && a.to <= b.to && b.name.words.length > a.name.words.length;
  return spans.filter((span) => !spans.some((other) => isInside(span, other)));
}

/** The first place where the name stands undenied, else the first where it does at all. */
function find(name: OptionName, { words: weighty, all }: Said): Span[] {
  const { option, words, literal } = name;
  if (words.length === 0) return [];
  const said = literal ? all : weighty;
  const spans = said.flatMap((first, i): Span[] => {
    const last = lastOf(words, said, i, literal ? 0 : 1);
    if (last === undefined || isAltered(all[first.at - 1], words)) return [];
    const texts = all.slice(first.at, last.at + 1).map(({ text }) => text);
    const literally = words.every(({ text }) => texts.includes(text));
    return [{ option, name, literally, from: first.at, to: last.at + 1, denied: first.denied }];
  });
  const undenied = spans.filter(({ denied }) => !denied);
  const best = undenied.find(({ literally }) => literally) ?? undenied[0] ?? spans[0];
  return best === undefined ? [] : [best];
}

/** The last word of the name if it begins at `i`: its words in order within one part, with at most `between` other words between two. */
function lastOf(
  name: readonly SaidWord[],
  said: readonly SaidWord[],
  i: number,
  between: 0 | 1,
): SaidWord | undefined {
  let at = i;
  for (const [n, word] of name.entries()) {
    const isLoose = between > 0 && n > 0 && name[n - 1]?.denies !== true;
    if (isLoose && isBetween(said[at], word)) at++;
    const here = said[at];
    if (here === undefined || !isSame(here, word) || here.part !== said[i]?.part) return undefined;
    if (name.length === 1 && !isForm(here.text, word.text)) return undefined;
    at++;
  }
  return said[at - 1];
}

const NOT_YET = new Set(['go', 'goes', 'going', 'before', 'until']);

/** Whether the word before a name alters it: "4 months ago" is not "a month ago", and what goes live is not live. */
function isAltered(before: SaidWord | undefined, name: readonly SaidWord[]): boolean {
  if (before === undefined) return false;
  return (isNumber(before) && !name.some(isNumber)) || NOT_YET.has(before.text);
}

/** A word that may stand between two words of a name without altering it: no denial, no number. */
function isBetween(said: SaidWord | undefined, word: SaidWord): boolean {
  return said !== undefined && said.stem !== word.stem && !said.denies && !isNumber(said);
}

/** The same word, but what is happening is not what has happened: a practice that is closing has not closed. */
function isSame(said: SaidWord, word: SaidWord): boolean {
  return (
    said.stem === word.stem &&
    !(said.tense !== undefined && word.tense !== undefined && said.tense !== word.tense)
  );
}

/** A name of one word is matched in the singular or plural only: a "recording" is no "record". */
function isForm(said: string, word: string): boolean {
  return (
    said === word ||
    said === `${word}s` ||
    word === `${said}s` ||
    said === `${word}es` ||
    word === `${said}es`
  );
}

const vocabularies = new WeakMap<Tree, Vocabulary>();

/** The words of a tree's questions and of all their options. */
export function vocabularyOf(tree: Tree): Vocabulary {
  const known = vocabularies.get(tree);
  if (known !== undefined) return known;
  const words = [...tree.questions.values()].flatMap((question) => [
    ...readSaid(question.ask).all,
    ...namesOf(question).flatMap((name) => name.words),
  ]);
  const vocabulary = {
    stemOfWord: new Map(words.map(({ text, stem }) => [text, stem])),
    stems: new Set(words.map(({ stem }) => stem)),
  };
  vocabularies.set(tree, vocabulary);
  return vocabulary;
}

/** The stems of a question's own words and of how its answers are told, and those of each option. */
interface Stems {
  readonly own: ReadonlySet<string>;
  readonly named: ReadonlyMap<Option, ReadonlySet<string>>;
}

const stemsOfQuestions = new WeakMap<Question, Stems>();

export function stemsOf(question: Question): Stems {
  const known = stemsOfQuestions.get(question);
  if (known !== undefined) return known;
  const told = question.options.flatMap((option) => (option.told === undefined ? [] : [option.told]));
  const stemsIn = (words: readonly SaidWord[]): Set<string> => new Set(words.map(({ stem }) => stem));
  const stems = {
    own: stemsIn([question.ask, ...told].flatMap((text) => readSaid(text).words)),
    named: new Map(
      question.options.map((option) => [
        option,
        stemsIn([option.label, option.told ?? ''].flatMap((text) => readSaid(text).words)),
      ]),
    ),
  };
  stemsOfQuestions.set(question, stems);
  return stems;
}
