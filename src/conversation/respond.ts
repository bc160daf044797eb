import { fill, plainWords, questionOf, readAnswer, walk } from '../dialogs';
import type { Meant, Question } from '../dialogs';
import { describeRemoved } from '../privacy';
import { askDesk, replyTo } from './answer-question';
import { answer, notice, step } from './compose';
import { Desk } from './desk';
import type { Response } from './desk';
import { answerBefore, chosen, correctionIn, denialIn, mentionsOfOthers, toldBeside } from './guide';
import type { Finding } from './find';
import type { Place } from './guide';
import type { Library } from './library';
import { movedLines, rememberShown } from './moved';
import type { Choice, Reply } from './reply';
import { runCommand } from './run-command';
import type { Profile, Session } from './session';
import type { Pressed, Turn } from './turn';
import {
  canBeAnswer,
  commandIn,
  isQuestion,
  mistypedCommandIn,
  offeredChoice,
  takesBackAtOnce,
  tellAndAsk,
} from './understand';
import {
  askAgain,
  changeInGuide,
  changeNamed,
  enterGuide,
  noteInGuide,
  resumeGuide,
  startGuide,
  takeInGuide,
} from './walk-guide';

/** A message may have this many characters. */
export const LONGEST_MESSAGE = 1000;

/**
 * Decides everything: what was wanted, what is replied and what is remembered. Pure: the same turn, session, library and
 * profile give the same response, so a turn can be responded to again after a lost race.
 */
export function respond(turn: Turn, session: Session, library: Library, profile: Profile = {}): Response {
  const response = take(new Desk(turn, session, library, profile));
  const { replies } = response;
  const offered =
    [...replies].reverse().find(({ choices }) => choices.length > 0)?.choices ?? session.offered;
  return {
    ...response,
    replies: tellRemoved(replies, turn.removed),
    session: rememberShown(library, { ...response.session, offered, topic: topicOf(response) }),
  };
}

/** What the conversation is about after this turn: the last answer, until something else is asked. */
function topicOf({ replies, session }: Response): string | undefined {
  const last = [...replies].reverse().find(({ kind }) => kind === 'answer');
  const isLost = replies.some(({ kind }) => kind === 'offer' || kind === 'unknown');
  return last?.title ?? (isLost ? undefined : session.topic);
}

/** The first reply says what was left out of the message. */
function tellRemoved([first, ...rest]: readonly Reply[], removed: readonly string[]): readonly Reply[] {
  if (first === undefined) return [];
  if (removed.length === 0) return [first, ...rest];
  return [{ ...first, notices: [describeRemoved(removed), ...first.notices] }, ...rest];
}

function take(desk: Desk): Response {
  const lines = movedIn(desk);
  if (lines.length === 0) return takeTurn(desk);
  const response = takeInMoved(desk);
  return { ...response, replies: [notice(desk.library, 'moved', { lines }), ...response.replies] };
}

/** What a new release did to the guide that is open, in sentences. */
function movedIn({ library, session }: Desk): string[] {
  if (session.guide === undefined) return [];
  const tree = library.trees.get(session.guide);
  return tree === undefined ? [library.phrases.moved.gone] : movedLines(library, tree, session);
}

/**
 * A turn in a guide that a new release altered. What it says was said to the earlier question, so it counts for that question alone, and
 * only if it is still there.
 */
function takeInMoved(desk: Desk): Response {
  const { turn, library, session } = desk;
  if (turn.joined === true || turn.text.length > LONGEST_MESSAGE) return takeTurn(desk);
  const place = desk.place();
  if (place === undefined) {
    const free = new Desk(turn, { ...session, guide: undefined }, library, desk.profile);
    const wants = turn.pressed !== undefined || commandIn(library.phrases, turn.text) !== undefined;
    return wants || isQuestion(turn.text) ? takeTurn(free) : free.say([]);
  }
  const pressed = turn.pressed ?? offeredChoice(session.offered, turn.text);
  if (pressed?.kind === 'answer' && pressed.tree === place.tree.id)
    return keepAnswer(desk, place, pressed.question, pressed.option);
  if (pressed !== undefined) return press(desk, pressed);
  const command = commandIn(library.phrases, turn.text);
  if (command !== undefined) return runCommand(desk, command);
  const meant = answerBefore(place, session.shown?.[place.tree.id], turn.text);
  if (meant !== undefined) return keepAnswer(desk, place, meant.question.id, meant.option.id);
  return isQuestion(turn.text) ? askDesk(desk, turn.text, place) : enterGuide(desk, place, []);
}

/** Keeps an answer to a question that may come later on the new way. */
function keepAnswer(desk: Desk, { tree, answers }: Place, question: string, option: string): Response {
  const isThere = questionOf(tree, question)?.options.some(({ id }) => id === option) === true;
  return isThere ? enterGuide(desk, { tree, answers: { ...answers, [question]: option } }, []) : desk.gone();
}

function takeTurn(desk: Desk): Response {
  const { turn, library } = desk;
  const { welcome, tooLong, noWords } = library.phrases;
  if (turn.joined === true) return desk.say([notice(library, 'welcome', welcome, desk.examples())]);
  if (turn.pressed !== undefined) return press(desk, turn.pressed);
  if (turn.text.length > LONGEST_MESSAGE) {
    const lines = tooLong.lines.map((line) =>
      fill(line, { length: turn.text.length, limit: LONGEST_MESSAGE }),
    );
    return desk.sayAndPutAgain(notice(library, 'too-long', { ...tooLong, lines }));
  }
  if (turn.text.trim() === '') return desk.sayAndPutAgain(notice(library, 'no-words', noWords));
  return read(desk, turn.text, desk.session.offered);
}

/** A typed message: a command, a choice, an answer, a correction, or a question. */
function read(desk: Desk, text: string, offered: readonly Choice[]): Response {
  const open = desk.openPlace();
  const asked = open === undefined ? undefined : desk.asking(open);
  const named = titled(asked, text);
  if (open !== undefined && named !== undefined) return takeInGuide(desk, open, named, '');
  const command = commandIn(desk.library.phrases, text);
  if (command !== undefined) return runCommand(desk, command);
  const isAnswer =
    open !== undefined && asked !== undefined && readAnswer(open.tree, asked, text)?.sure === true;
  const mistyped = isAnswer ? undefined : mistypedCommandIn(desk.library.phrases, text);
  if (mistyped !== undefined) return runCommand(desk, mistyped);
  if (open !== undefined && asked !== undefined) return readInGuide(desk, open, asked, text, offered);
  const choice = offeredChoice(offered, text);
  if (choice !== undefined) return press(desk, choice);
  const place = desk.place();
  const revised = place === undefined ? undefined : revise(desk, place, text);
  return revised ?? askDesk(desk, text, undefined);
}

/** While a guide's question is open: a change, an answer, a question, or both at once. */
function readInGuide(
  desk: Desk,
  place: Place,
  asked: Question,
  text: string,
  offered: readonly Choice[],
): Response {
  const { tells, asks } = tellAndAsk(text);
  const takesBack = takesBackAtOnce(text) ? revise(desk, place, text) : changeNamed(desk, place, text);
  if (takesBack !== undefined) return takesBack;
  const meant =
    asks === '' || tells === '' ? readAnswer(place.tree, asked, text) : toldBeside(place, asked, tells);
  if (meant !== undefined) {
    if (asks === '' || (tells === '' && canBeAnswer(asks))) return takeInGuide(desk, place, meant, text);
    if (tells !== '') return besideQuestion(desk, asks, takeInGuide(desk, place, meant, tells));
  }
  const revised = asks === '' ? revise(desk, place, text) : undefined;
  if (revised !== undefined) return revised;
  const listed = offeredChoice(offered, text);
  if (listed !== undefined) return press(desk, listed);
  const mentions = mentionsOfOthers(place, tells);
  if (mentions.length > 0) {
    const noted = noteInGuide(desk, place, mentions);
    return asks === '' ? noted : besideQuestion(desk, asks, noted);
  }
  return asks === '' ? notUnderstood(desk, place, text) : askDesk(desk, text, place);
}

/** The answer to a question that came beside something else, and then what came of that. */
function besideQuestion(desk: Desk, asks: string, taken: Response): Response {
  return { ...taken, replies: [replyTo(desk, desk.find(asks)), ...taken.replies] };
}

/** An earlier answer that the words change, by naming it, by giving another, or by denying it. */
function revise(desk: Desk, place: Place, text: string): Response | undefined {
  const changing = changeNamed(desk, place, text);
  if (changing !== undefined) return changing;
  const correction = correctionIn(place, text);
  if (correction !== undefined)
    return changeInGuide(desk, place, correction.question.id, correction.option.id);
  const denied = denialIn(place, text);
  if (denied === undefined) return undefined;
  return askAgain(desk, place, denied.id, [desk.library.phrases.takenBack.line]);
}

/** The option of which the title or another name was typed, word for word, even if it reads like a question or a command. */
function titled(asked: Question | undefined, text: string): Meant | undefined {
  const said = plainWords(text);
  const fits = asked?.options.filter(({ label, says = [] }) =>
    [label, ...says].some((name) => plainWords(name) === said),
  );
  const [option] = fits ?? [];
  return asked === undefined || said === '' || fits?.length !== 1 || option === undefined
    ? undefined
    : { question: asked, option, sure: true };
}

/** A button, or words that stand for one. */
function press(desk: Desk, pressed: Pressed): Response {
  const { library, session } = desk;
  if (pressed.kind === 'command') return runCommand(desk, pressed.command);
  if (pressed.kind === 'ask') return read(desk, pressed.text, []);
  if (pressed.kind === 'entry') {
    const entry = library.knowledge.entries.get(pressed.entry);
    return entry === undefined ? desk.gone() : desk.sayAndPutAgain(answer(library, entry, 1));
  }
  const tree = library.trees.get(pressed.tree);
  if (tree === undefined) return desk.gone();
  const place: Place = { tree, answers: session.answers[tree.id] ?? {} };
  switch (pressed.kind) {
    case 'guide':
      return startGuide(desk, tree, pressed.answers ?? {});
    case 'resume':
      return resumeGuide(desk, tree);
    case 'change':
      return askAgain(desk, place, pressed.question);
    case 'answer':
      return pressAnswer(desk, place, pressed.question, pressed.option);
    case 'remember':
      return remember(desk, place, pressed.question, pressed.option);
  }
}

/** An option of a guide's question, which may be the open one, an earlier one, or one of another guide. */
function pressAnswer(desk: Desk, place: Place, questionId: string, option: string): Response {
  const meant = chosen(place.tree, questionId, option);
  if (meant === undefined) return desk.gone();
  const { question } = meant;
  const { staleButton, pastGuide } = desk.library.phrases.notices;
  const elsewhere = desk.session.guide === place.tree.id ? [] : [pastGuide];
  if (desk.asking(place)?.id === question.id) return takeInGuide(desk, place, meant, '', elsewhere);
  const given = walk(place.tree, place.answers).taken.find((taken) => taken.question.id === question.id);
  if (given === undefined || given.option.id === option) return enterGuide(desk, place, elsewhere);
  return changeInGuide(desk, place, question.id, option, [...elsewhere, staleButton]);
}

/** Keeps an answer about the practice for next time, because the person asked for it. */
function remember(desk: Desk, { tree }: Place, questionId: string, option: string): Response {
  const question = questionOf(tree, questionId);
  const chosen = question?.options.find(({ id }) => id === option);
  if (question?.aboutPractice !== true || chosen === undefined) return desk.gone();
  const { remembered } = desk.library.phrases;
  const lines = remembered.lines.map((line) => fill(line, { answer: chosen.told ?? chosen.label }));
  const profile = { ...desk.profile, [question.id]: option };
  return desk.say([notice(desk.library, 'profile', { lines }), ...desk.putAgain()], {}, profile);
}

function notUnderstood(desk: Desk, place: Place, text: string): Response {
  const { library, session } = desk;
  const finding = desk.find(text);
  if (isWorthSaying(library, finding)) return desk.sayAndPutAgain(replyTo(desk, finding));
  const { misunderstood, misunderstoodAgain, labels } = library.phrases;
  const wayOut: Choice[] = [
    { title: labels.whoToAsk, value: { kind: 'command', command: 'contact' } },
    { title: labels.cancel, value: { kind: 'command', command: 'cancel' } },
  ];
  const reply =
    session.misses > 0
      ? notice(library, 'misunderstood', misunderstoodAgain, wayOut)
      : notice(library, 'misunderstood', misunderstood);
  const again = step(library, place.tree, walk(place.tree, place.answers));
  return desk.say([reply, again], { misses: session.misses + 1 });
}

/** Of what is told, not asked, in the middle of a guide, only a near-certain answer is given, and what cannot wait. */
const NEAR_CERTAIN = 0.9;

function isWorthSaying({ knowledge }: Library, finding: Finding): boolean {
  if (finding.kind === 'found') return finding.confidence >= NEAR_CERTAIN;
  if (finding.kind !== 'elsewhere') return false;
  const reason = knowledge.outOfScope.get(finding.outOfScope)?.reason;
  return reason === 'emergency' || reason === 'clinical';
}
