import {
  answersOf,
  change,
  fill,
  isDenied,
  isDoubt,
  plainWords,
  questionOf,
  questionsOf,
  readAnswer,
  readEarlier,
  readMentions,
  walk,
} from '../dialogs';
import type { Answers, Meant, Question, Tree } from '../dialogs';
import { told } from './compose';
import type { Library } from './library';
import type { Shown } from './session';
import {
  isCorrection,
  isQuestion,
  supposes,
  takesBackAtOnce,
  toldPart,
  withoutCorrection,
} from './understand';

/** Where a conversation stands in a guide. */
export interface Place {
  readonly tree: Tree;
  readonly answers: Answers;
}

/** What came of taking an answer: the new answers and what the person has to be told first. */
export interface Advance {
  readonly answers: Answers;
  readonly preface: readonly string[];
}

/** What the opening message already says: every question of the tree that it answers. */
export function understoodAtStart(tree: Tree, text: string): Answers {
  return doubts(text) ? {} : asAnswers(readMentions(tree, toldPart(text)));
}

/** Somebody who is not sure of what they tell is asked. */
function doubts(text: string): boolean {
  return (
    isDoubt(plainWords(text)) ||
    /\b(not sure|unsure|dont know|dont think|might have|may have)\b/.test(plainWords(text))
  );
}

/** "I took it that: …", for answers that were read out of a message without being asked. An outcome lists them itself. */
export function understoodPreface(library: Library, tree: Tree, answers: Answers): string[] {
  const { taken, at } = walk(tree, answers);
  const { line, whole } = library.phrases.understood;
  if (taken.length === 0) return [];
  return at.kind === 'outcome' ? [whole] : [fill(line, { answers: told(taken).join('; ') })];
}

/**
 * Takes an answer to the question that was put, and all that the same words (`words`) say of questions to come: it is used when the way
 * comes to them.
 */
export function takeAnswer(
  library: Library,
  { tree, answers }: Place,
  { question, option, sure }: Meant,
  words: string,
): Advance {
  const known = new Set(walk(tree, answers).taken.map((taken) => taken.question.id)).add(question.id);
  const beside = asAnswers(
    mentionsOfOthers({ tree, answers }, words).filter((each) => each.question !== question),
  );
  const now: Answers = { ...answers, ...beside, [question.id]: option.id };
  const { phrases } = library;
  const implied = walk(tree, now).taken.filter((taken) => !known.has(taken.question.id));
  return {
    answers: now,
    preface: [
      ...(sure ? [] : [fill(phrases.read.line, { answer: told([{ question, option }]).join('') })]),
      ...(implied.length === 0 ? [] : [fill(phrases.also.line, { answers: told(implied).join('; ') })]),
    ],
  };
}

/** What a message says of questions that were not answered yet: what it names, else the one that it reads like. A question says nothing. */
export function mentionsOfOthers({ tree, answers }: Place, text: string): Meant[] {
  if (text === '' || isQuestion(text)) return [];
  const { taken, at } = walk(tree, answers);
  const isPast = new Set(taken.map(({ question }) => question.id));
  const named = readMentions(tree, text).filter(({ question }) => !isPast.has(question.id));
  if (named.length > 0) return named;
  const open = at.kind === 'question' ? at.question.id : '';
  const others = questionsOf(tree).filter(({ id }) => !isPast.has(id) && id !== open);
  const read = others.flatMap((question) => readEarlier(tree, question, text) ?? []);
  return read.length === 1 ? read : [];
}

/** Answers to questions that were not put yet, kept until they are. */
export function keepMentions(library: Library, { answers }: Place, mentions: readonly Meant[]): Advance {
  const answer = told(mentions).join('; ');
  return {
    answers: { ...answers, ...asAnswers(mentions) },
    preface: [fill(library.phrases.noted.line, { answer })],
  };
}

/** Changes an answer given earlier and says what falls away. */
export function changeAnswer(
  library: Library,
  { tree, answers }: Place,
  question: string,
  option: string,
): Advance {
  const { answers: changed, dropped } = change(tree, answers, question, option);
  const label = optionLabel(tree, question, option);
  const { phrases } = library;
  return {
    answers: changed,
    preface: [
      fill(phrases.changed.line, { answer: label }),
      ...(dropped.length === 0 ? [] : [fill(phrases.dropped.line, { answers: told(dropped).join('; ') })]),
    ],
  };
}

/**
 * An earlier answer that the words take back: "sorry, they actually moved to Cardiff". Without a word of correction they must name an
 * option of that question and nothing else; a question takes back only when it begins by doing so.
 */
export function correctionIn({ tree, answers }: Place, text: string): Meant | undefined {
  if (isQuestion(text) && !takesBackAtOnce(text) && !supposes(text)) return undefined;
  const corrects = isCorrection(text);
  const words = withoutCorrection(text);
  const found = walk(tree, answers).taken.flatMap(({ question, option }) => {
    const meant = readEarlier(tree, question, words);
    return meant === undefined || meant.option.id === option.id || !(corrects || meant.sure) ? [] : [meant];
  });
  return found.find(({ sure }) => sure) ?? found[0];
}

/** An earlier answer that the words only repeat. */
export function knownAlready({ tree, answers }: Place, text: string): Meant | undefined {
  return walk(tree, answers)
    .taken.flatMap(({ question, option }) => {
      const meant = readEarlier(tree, question, text);
      return meant?.option.id === option.id ? [meant] : [];
    })
    .at(-1);
}

/** An earlier answer that the words deny without giving another: "no, they are not dead". */
export function denialIn({ tree, answers }: Place, text: string): Question | undefined {
  if (isQuestion(text)) return undefined;
  const words = withoutCorrection(text);
  return walk(tree, answers).taken.find(
    ({ question, option }) => option.id !== 'not-sure' && isDenied(tree, question, option, words),
  )?.question;
}

/**
 * The option of the question that was shown before a new release, if it is still there. Numbers and letters count only while its
 * options are the same.
 */
export function answerBefore({ tree }: Place, shown: Shown | undefined, text: string): Meant | undefined {
  const question = questionOf(tree, shown?.id ?? '');
  if (question === undefined || shown === undefined) return undefined;
  const isSame = question.options.map(({ id }) => id).join() === shown.options.join();
  return isSame ? readAnswer(tree, question, text) : readEarlier(tree, question, text);
}

/** The option that is told beside a question: named outright, or a bare yes or no. Anything vaguer belongs to the question. */
export function toldBeside({ tree }: Place, asked: Question, tells: string): Meant | undefined {
  const meant = readAnswer(tree, asked, tells);
  return meant?.sure === true ? meant : undefined;
}

/** The answers that still hold when a question is to be put again: all others, so that later ones can be kept. */
export function without(tree: Tree, answers: Answers, question: string): Answers {
  const used = answersOf(walk(tree, answers).taken);
  return Object.fromEntries(Object.entries(used).filter(([id]) => id !== question));
}

/** The option that a button names; undefined when the tree no longer has it. */
export function chosen(tree: Tree, question: string, option: string): Meant | undefined {
  const asked = questionsOf(tree).find(({ id }) => id === question);
  const found = asked?.options.find(({ id }) => id === option);
  return asked === undefined || found === undefined
    ? undefined
    : { question: asked, option: found, sure: true };
}

function asAnswers(meant: readonly Meant[]): Answers {
  return Object.fromEntries(meant.map(({ question, option }) => [question.id, option.id]));
}

function optionLabel(tree: Tree, question: string, option: string): string {
  const found = chosen(tree, question, option)?.option;
  return found?.told ?? found?.label ?? option;
}
