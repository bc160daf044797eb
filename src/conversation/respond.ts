import { fill, questionOf, readAnswer, walk } from '../dialogs';
import { describeRemoved } from '../privacy';
import { askDesk } from './answer-question';
import { answer, notice } from './compose';
import { Desk } from './desk';
import type { Response } from './desk';
import { answerBefore, chosen } from './guide';
import type { Place } from './guide';
import type { Library } from './library';
import { movedLines, rememberShown } from './moved';
import { areaKey, practiceArea } from './practice-area';
import type { Choice, Reply } from './reply';
import { readInGuide, revise, titled } from './read-in-guide';
import { runCommand } from './run-command';
import type { Profile, Session } from './session';
import type { Pressed, Turn } from './turn';
import {
  commandIn,
  isBareAssent,
  isQuestion,
  mistypedCommandIn,
  namedChoice,
  numberIn,
  offeredChoice,
  onlyOffered,
  refusesAll,
  takesBackAtOnce,
} from './understand';
import {
  askAgain,
  backToGuide,
  changeInGuide,
  enterGuide,
  resumeGuide,
  chooseGuide,
  takeInGuide,
  changeList,
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
  const last = [...replies].reverse().find(({ choices }) => choices.length > 0);
  const offered = last?.choices ?? session.offered;
  const beside = replies
    .filter((reply) => reply !== last && reply.kind === 'offer')
    .flatMap(({ choices }) => choices);
  return {
    ...response,
    replies: tellRemoved(replies, turn.removed),
    session: rememberShown(library, { ...response.session, offered, beside, topic: topicOf(response) }),
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
    const wants =
      turn.pressed !== undefined ||
      commandIn(library.phrases, turn.text) !== undefined ||
      practiceArea(turn.text) !== undefined;
    return wants || isQuestion(turn.text) ? takeTurn(free) : free.say([]);
  }
  const pressed = turn.pressed ?? offeredChoice(session.offered, turn.text);
  if (pressed?.kind === 'answer' && pressed.tree === place.tree.id)
    return keepAnswer(desk, place, pressed.question, pressed.option);
  if (pressed !== undefined) return press(desk, pressed);
  const command = commandIn(library.phrases, turn.text);
  if (command !== undefined) return runCommand(desk, command);
  const area = rememberArea(desk, turn.text);
  if (area !== undefined) return area;
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
  const area = isAnswer ? undefined : rememberArea(desk, text);
  if (area !== undefined) return area;
  const back = backToGuide(desk, text);
  if (back !== undefined) return back;
  if (open !== undefined && asked !== undefined)
    return readInGuide(desk, open, asked, text, offered, (choice) => press(desk, choice));
  const choice =
    offeredChoice(offered, text) ??
    namedChoice(desk.session.beside ?? [], text) ??
    onlyOffered(offered, text);
  if (choice !== undefined) return press(desk, choice);
  const noChoice = notAChoice(desk, offered, text);
  if (noChoice !== undefined) return noChoice;
  const place = desk.place();
  const revised = place === undefined ? undefined : revise(desk, place, text);
  if (revised !== undefined) return revised;
  const takesBack = place !== undefined && !isQuestion(text) && takesBackAtOnce(text);
  return takesBack ? desk.say(changeList(desk, place)) : askDesk(desk, text, undefined);
}

/** What is typed to a list that it does not choose from: a number too high, "none of those", a bare yes or no. */
function notAChoice(desk: Desk, offered: readonly Choice[], text: string): Response | undefined {
  const { outOfRange, noneOfThese, misunderstoodChoice } = desk.library.phrases;
  const number = numberIn(text);
  if (number !== undefined && offered.length > 0) {
    const lines = outOfRange.lines.map((line) => fill(line, { most: offered.length }));
    return desk.say([notice(desk.library, 'misunderstood', { lines }, offered)]);
  }
  if (refusesAll(text)) return desk.say([notice(desk.library, 'misunderstood', noneOfThese)]);
  return isBareAssent(text)
    ? desk.say([notice(desk.library, 'misunderstood', misunderstoodChoice, offered)])
    : undefined;
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
      return chooseGuide(desk, tree, pressed.answers);
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

/** Keeps which ICB or LMC is theirs, when the message says so; not from a message in which something was about a patient. */
function rememberArea(desk: Desk, text: string): Response | undefined {
  const area = desk.turn.removed.length > 0 ? undefined : practiceArea(text);
  if (area === undefined) return undefined;
  const { rememberedArea } = desk.library.phrases;
  const values = { body: area.body.toUpperCase(), name: area.name };
  const lines = rememberedArea.lines.map((line) => fill(line, values));
  const profile = { ...desk.profile, [areaKey(area.body)]: area.name };
  return desk.say([notice(desk.library, 'profile', { lines }), ...desk.putAgain()], {}, profile);
}
