import {
  answersOf,
  change,
  fill,
  matchOption,
  mentionedOption,
  namedOption,
  plainWords,
  questionOf,
  walk,
} from '../dialogs';
import type { Answers, Question, Tree, Walk } from '../dialogs';
import { told } from './compose';
import type { Library } from './library';
import type { Shown } from './session';
import { isCorrection, isQuestion, takesBackAtOnce, withoutCorrection } from './understand';

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
  return Object.fromEntries(
    [...tree.questions.values()].flatMap((question) => {
      const option = mentionedOption(question, text);
      return option === undefined ? [] : [[question.id, option.id]];
    }),
  );
}

/** "I took it that: …", for answers that were read out of a message without being asked. */
export function understoodPreface(library: Library, tree: Tree, answers: Answers): string[] {
  const taken = walk(tree, answers).taken;
  return taken.length === 0
    ? []
    : [fill(library.phrases.understood.line, { answers: told(taken).join('; ') })];
}

/** Takes an answer to the question that was put, and any further questions that the same words answer. */
export function takeAnswer(
  library: Library,
  { tree, answers }: Place,
  question: Question,
  option: string,
  words: string,
): Advance {
  const known = new Set(walk(tree, answers).taken.map((taken) => taken.question.id)).add(question.id);
  let now: Answers = { ...answers, [question.id]: option };
  for (let walked = walk(tree, now); walked.at.kind === 'question'; walked = walk(tree, now)) {
    const mentioned = words === '' ? undefined : mentionedOption(walked.at.question, words);
    if (mentioned === undefined) break;
    now = { ...now, [walked.at.question.id]: mentioned.id };
  }
  const implied = walk(tree, now).taken.filter((taken) => !known.has(taken.question.id));
  return {
    answers: now,
    preface:
      implied.length === 0 ? [] : [fill(library.phrases.also.line, { answers: told(implied).join('; ') })],
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

/** An earlier answer that the words take back: "sorry, they actually moved to Cardiff". */
export function correctionIn(
  { tree, answers }: Place,
  text: string,
): { question: string; option: string } | undefined {
  if (isQuestion(text) && !takesBackAtOnce(text)) return undefined;
  for (const { question, option } of walk(tree, answers).taken) {
    const mentioned = isCorrection(text)
      ? namedOption(question, withoutCorrection(text))
      : mentionedOption(question, text);
    if (mentioned !== undefined && mentioned.id !== option.id)
      return { question: question.id, option: mentioned.id };
  }
  return undefined;
}

/**
 * The option of the question that was shown before a new release, if it is still there. Numbers and letters count only while its
 * options are the same.
 */
export function answerBefore(
  { tree }: Place,
  shown: Shown | undefined,
  text: string,
): { question: string; option: string } | undefined {
  const question = questionOf(tree, shown?.id ?? '');
  if (question === undefined || shown === undefined) return undefined;
  const isSame = question.options.map(({ id }) => id).join() === shown.options.join();
  const option = isSame ? matchOption(question, text) : namedOption(question, text);
  return option === undefined ? undefined : { question: question.id, option: option.id };
}

/** The option of the current question that the words mean; a whole question counts only if it names an option outright. */
export function answerIn(walked: Walk, text: string): string | undefined {
  if (walked.at.kind === 'outcome') return undefined;
  return matchOption(walked.at.question, text)?.id;
}

/** The option that is told beside a question: named outright, or a bare yes or no. Anything vaguer belongs to the question. */
export function toldIn(walked: Walk, tells: string): string | undefined {
  if (walked.at.kind === 'outcome') return undefined;
  const bare = plainWords(tells).split(' ').length <= 2;
  return (bare ? matchOption(walked.at.question, tells) : mentionedOption(walked.at.question, tells))?.id;
}

/** The answers that still hold when a question is to be put again: all others, so that later ones can be kept. */
export function without(tree: Tree, answers: Answers, question: string): Answers {
  const used = answersOf(walk(tree, answers).taken);
  return Object.fromEntries(Object.entries(used).filter(([id]) => id !== question));
}

function optionLabel(tree: Tree, question: string, option: string): string {
  const found = questionOf(tree, question)?.options.find(({ id }) => id === option);
  return found?.told ?? found?.label ?? option;
}
