import { fill, plainWords, readAnswer, walk } from '../dialogs';
import type { Meant, Question } from '../dialogs';
import { askDesk, replyTo } from './answer-question';
import { choiceOf, notice, step } from './compose';
import type { Desk, Response } from './desk';
import type { Finding } from './find';
import { correctionIn, denialIn, knownAlready, mentionsOfOthers, toldBeside } from './guide';
import type { Place } from './guide';
import type { Choice, Reply } from './reply';
import type { Pressed } from './turn';
import {
  canBeAnswer,
  isQuestion,
  namedChoice,
  numberIn,
  offeredChoice,
  otherMatter,
  takesBackAtOnce,
  tellAndAsk,
} from './understand';
import { askAgain, changeInGuide, changeNamed, noteInGuide, takeInGuide } from './walk-guide';

/** What is typed while a guide's question is open: a change, an answer, a question, or both at once. `press` takes a choice. */
export function readInGuide(
  desk: Desk,
  place: Place,
  asked: Question,
  text: string,
  offered: readonly Choice[],
  press: (choice: Pressed) => Response,
): Response {
  const number = numberIn(text);
  if (number !== undefined) {
    const unclear = unclearNumber(desk, place, asked, number);
    if (unclear !== undefined) return unclear;
  }
  const beside = namedChoice(desk.session.beside ?? [], text);
  if (beside !== undefined) return press(beside);
  const other = otherMatter(text);
  if (other !== undefined && isSomething(desk.find(other))) return askDesk(desk, other, undefined);
  const { tells, asks } = tellAndAsk(text);
  const takesBack = takesBackAtOnce(text) ? revise(desk, place, text) : changeNamed(desk, place, text);
  if (takesBack !== undefined) return takesBack;
  const meant =
    asks === '' || tells === '' ? readAnswer(place.tree, asked, text) : toldBeside(place, asked, tells);
  if (meant !== undefined) {
    if (asks === '' || (tells === '' && canBeAnswer(asks))) return takeInGuide(desk, place, meant, text);
    if (tells !== '') return besideQuestion(desk, asks, takeInGuide(desk, place, meant, tells));
  }
  const revised = asks === '' || isQuestion(text) ? revise(desk, place, text) : undefined;
  if (revised !== undefined) return revised;
  const listed = offeredChoice(offered, text);
  if (listed !== undefined) return press(listed);
  const mentions = mentionsOfOthers(place, tells);
  if (mentions.length > 0) {
    const noted = noteInGuide(desk, place, mentions);
    return asks === '' ? noted : besideQuestion(desk, asks, noted);
  }
  if (asks !== '') return askDesk(desk, text, place);
  const known = knownAlready(place, text);
  return known === undefined ? notUnderstood(desk, place, text) : desk.sayAndPutAgain(told(desk, known));
}

function isSomething({ kind }: Finding): boolean {
  return kind === 'found' || kind === 'unsure';
}

function told({ library }: Desk, { option }: Meant): Reply {
  const line = fill(library.phrases.known.line, { answer: option.told ?? option.label });
  return notice(library, 'answers', { lines: [line] });
}

/** An earlier answer that the words change, by naming it, by giving another, or by denying it. */
export function revise(desk: Desk, place: Place, text: string): Response | undefined {
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
export function titled(asked: Question | undefined, text: string): Meant | undefined {
  const said = plainWords(text);
  const fits = asked?.options.filter(({ label, says = [] }) =>
    [label, ...says].some((name) => plainWords(name) === said),
  );
  const [option] = fits ?? [];
  return asked === undefined || said === '' || fits?.length !== 1 || option === undefined
    ? undefined
    : { question: asked, option, sure: true };
}

/** A number that stands in two lists, the question's and that of an answer beside it, or in none. */
function unclearNumber(desk: Desk, place: Place, asked: Question, number: number): Response | undefined {
  const { whichList, outOfRange } = desk.library.phrases;
  const option = asked.options[number - 1];
  const beside = desk.session.beside?.[number - 1];
  if (option === undefined && beside === undefined) {
    const lines = outOfRange.lines.map((line) => fill(line, { most: asked.options.length }));
    return desk.sayAndPutAgain(notice(desk.library, 'misunderstood', { lines }));
  }
  if (beside === undefined) return undefined;
  const own: Choice[] =
    option === undefined
      ? []
      : [
          {
            title: option.label,
            value: { kind: 'answer', tree: place.tree.id, question: asked.id, option: option.id },
          },
        ];
  return desk.say([notice(desk.library, 'misunderstood', whichList, [...own, beside])]);
}

/** The answer to a question that came beside something else, and then what came of that. */
function besideQuestion(desk: Desk, asks: string, taken: Response): Response {
  return { ...taken, replies: [replyTo(desk, desk.find(asks)), ...taken.replies] };
}

/**
 * What fits no answer. Something that is told is not answered by search, save what cannot wait: what it may be about is offered. The
 * second time in a row a way out is offered too.
 */
function notUnderstood(desk: Desk, place: Place, text: string): Response {
  const { library, session } = desk;
  const finding = desk.find(text);
  if (finding.kind === 'elsewhere' && isUrgent(desk, finding.outOfScope))
    return desk.sayAndPutAgain(replyTo(desk, finding));
  const { misunderstood, misunderstoodAgain, labels } = library.phrases;
  const likeliest =
    finding.kind === 'found'
      ? finding.id
      : finding.kind === 'unsure'
        ? finding.among.find((id) => id.startsWith('guide:'))
        : undefined;
  const about = likeliest === undefined ? [] : (choiceOf(library, likeliest) ?? []);
  const wayOut: Choice[] = [
    { title: labels.whoToAsk, value: { kind: 'command', command: 'contact' } },
    { title: labels.cancel, value: { kind: 'command', command: 'cancel' } },
  ];
  const reply =
    session.misses > 0
      ? notice(library, 'misunderstood', misunderstoodAgain, [about, wayOut].flat())
      : notice(library, 'misunderstood', misunderstood, [about].flat());
  const again = step(library, place.tree, walk(place.tree, place.answers));
  return desk.say([reply, again], { misses: session.misses + 1 });
}

function isUrgent({ library }: Desk, id: string): boolean {
  const reason = library.knowledge.outOfScope.get(id)?.reason;
  return reason === 'emergency' || reason === 'clinical';
}
