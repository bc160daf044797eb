import { fill, plainWords, questionOf, walk } from '../dialogs';
import type { Answers, Meant, Tree } from '../dialogs';
import { notice, step, told } from './compose';
import type { Desk, Response } from './desk';
import {
  changeAnswer,
  keepMentions,
  takeAnswer,
  chosen,
  understoodAtStart,
  understoodPreface,
  without,
} from './guide';
import type { Place } from './guide';
import { movedLines } from './moved';
import type { Choice, Reply } from './reply';
import { returnsTo } from './understand';

/** Begins a guide with the answers that are already known: from the message, from another guide, or about the practice. */
export function startGuide(desk: Desk, tree: Tree, known: Answers): Response {
  const holds = ([id, option]: [string, string]): boolean =>
    questionOf(tree, id)?.options.some((each) => each.id === option) === true;
  const remembered = Object.fromEntries(
    Object.entries(desk.profile).filter(
      (entry) => holds(entry) && questionOf(tree, entry[0])?.aboutPractice === true,
    ),
  );
  const answers = { ...remembered, ...Object.fromEntries(Object.entries(known).filter(holds)) };
  const open = desk.openPlace();
  const interrupted =
    open === undefined || open.tree.id === tree.id ? desk.session.interrupted : open.tree.id;
  return enterGuide(desk, { tree, answers }, understoodPreface(desk.library, tree, answers), interrupted);
}

/** Begins a guide that was chosen: with the answers that it was offered with, else with what the last question already tells. */
export function chooseGuide(desk: Desk, tree: Tree, known: Answers | undefined): Response {
  return startGuide(desk, tree, known ?? understoodAtStart(tree, desk.session.asked ?? ''));
}

/** Puts the guide's next question, or shows its outcome and the way back to a guide that was left for it. */
export function enterGuide(
  desk: Desk,
  { tree, answers }: Place,
  preface: readonly string[],
  interrupted = desk.session.interrupted,
): Response {
  const walked = walk(tree, answers);
  const unused = walked.at.kind === 'outcome' ? unusedIn(tree, answers, walked.unused) : [];
  const { line } = desk.library.phrases.unused;
  const said = unused.length === 0 ? [] : [fill(line, { answers: unused.join('; ') })];
  const reply = step(desk.library, tree, walked, [...preface, ...said]);
  const left = interrupted === tree.id ? undefined : interrupted;
  const choices =
    reply.kind === 'outcome'
      ? [...backTo(desk, left), ...reply.choices, ...toRemember(desk, { tree, answers })]
      : reply.choices;
  return desk.say([{ ...reply, choices }], {
    guide: tree.id,
    paused: tree.id,
    interrupted: left,
    answers: { ...desk.session.answers, [tree.id]: answers },
  });
}

export function takeInGuide(
  desk: Desk,
  place: Place,
  meant: Meant,
  words: string,
  before: readonly string[] = [],
): Response {
  const { answers, preface } = takeAnswer(desk.library, place, meant, words);
  return enterGuide(desk, { tree: place.tree, answers }, [...before, ...preface]);
}

export function changeInGuide(
  desk: Desk,
  place: Place,
  question: string,
  option: string,
  before: readonly string[] = [],
): Response {
  const { answers, preface } = changeAnswer(desk.library, place, question, option);
  return enterGuide(desk, { tree: place.tree, answers }, [...before, ...preface]);
}

/** Comes back to a guide that was left; what a new release altered meanwhile is said. */
export function resumeGuide(desk: Desk, tree: Tree): Response {
  const answers = desk.session.answers[tree.id] ?? {};
  return enterGuide(desk, { tree, answers }, movedLines(desk.library, tree, desk.session));
}

/** Comes back to a guide that was left, when the words name it or say no more than that. */
export function backToGuide(desk: Desk, text: string): Response | undefined {
  const wanted = returnsTo(text);
  if (wanted === undefined) return undefined;
  const { session, library } = desk;
  const left = [session.interrupted, session.paused, ...Object.keys(session.answers)].flatMap(
    (id) => library.trees.get(id ?? '') ?? [],
  );
  const others = [...new Set(left)].filter(
    ({ id }) => id !== session.guide || desk.openPlace() === undefined,
  );
  const words = wanted.split(' ').filter((word) => word.length > 3);
  const shared = ({ title, about }: Tree): number =>
    words.filter((word) => plainWords(`${title} ${about}`).includes(word)).length;
  const best = [...others].sort((a, b) => shared(b) - shared(a))[0];
  return best === undefined ? undefined : resumeGuide(desk, best);
}

/** Puts an earlier question again; the other answers wait. */
export function askAgain(
  desk: Desk,
  place: Place,
  question: string,
  before: readonly string[] = [],
): Response {
  const answers = without(place.tree, place.answers, question);
  return enterGuide(desk, { tree: place.tree, answers }, before);
}

/** Notes what was said of questions to come, and puts the open one again. */
export function noteInGuide(desk: Desk, place: Place, mentions: readonly Meant[]): Response {
  const { answers, preface } = keepMentions(desk.library, place, mentions);
  return enterGuide(desk, { tree: place.tree, answers }, preface);
}

const CHANGE =
  /^\s*(?:i (?:want|need) to |can i |please )?(?:change|edit|correct)\s+(?:my |the )?(?:answer (?:to|about|on) |answer: ?)?(.{3,})$/i;

/** "change where they moved to": the earlier answer that the words after "change" name. */
export function changeNamed(desk: Desk, place: Place, text: string): Response | undefined {
  const rest = CHANGE.exec(text)?.[1];
  if (rest === undefined) return undefined;
  const words = plainWords(rest)
    .split(' ')
    .filter((word) => word.length > 2);
  const scored = walk(place.tree, place.answers).taken.map((taken) => {
    const names = plainWords(`${taken.question.ask} ${taken.option.label} ${taken.option.told ?? ''}`);
    return { question: taken.question.id, score: words.filter((word) => names.includes(word)).length };
  });
  const best = scored.sort((a, b) => b.score - a.score)[0];
  return best === undefined || best.score === 0 ? undefined : askAgain(desk, place, best.question);
}

/** The answers so far as buttons. */
export function changeList(desk: Desk, place: Place | undefined): Reply[] {
  const { nothingToChange, changeWhich } = desk.library.phrases;
  const taken = place === undefined ? [] : walk(place.tree, place.answers).taken;
  if (place === undefined || taken.length === 0)
    return [notice(desk.library, 'nothing-to-change', nothingToChange), ...desk.putAgain()];
  const choices = taken.map((each): Choice => ({
    title: `${each.question.ask} ${told([each]).join('')}`,
    value: { kind: 'change', tree: place.tree.id, question: each.question.id },
  }));
  return [notice(desk.library, 'change', changeWhich, choices)];
}

/** What was told of questions that the way did not come to. */
function unusedIn(tree: Tree, answers: Answers, ids: readonly string[]): string[] {
  return told(ids.flatMap((id) => chosen(tree, id, answers[id] ?? '') ?? []));
}

/** A guide that was left unfinished for this one is offered back. */
function backTo({ library }: Desk, id: string | undefined): Choice[] {
  const tree = library.trees.get(id ?? '');
  if (tree === undefined) return [];
  const title = fill(library.phrases.labels.backTo, { guide: tree.title });
  return [{ title, value: { kind: 'resume', tree: tree.id } }];
}

/** Answers about the practice that could be remembered for next time; never more than one at a time. */
function toRemember({ library, profile }: Desk, { tree, answers }: Place): Choice[] {
  const fresh = walk(tree, answers).taken.filter(
    ({ question, option }) =>
      question.aboutPractice === true && option.id !== 'not-sure' && profile[question.id] !== option.id,
  );
  return fresh.slice(0, 1).map((taken) => ({
    title: fill(library.phrases.labels.remember, { answer: told([taken]).join('') }),
    value: { kind: 'remember', tree: tree.id, question: taken.question.id, option: taken.option.id },
  }));
}
