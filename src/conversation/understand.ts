import { plainWords } from '../dialogs';
import type { Phrases } from '../dialogs';
import type { Choice } from './reply';
import type { Command, Pressed } from './turn';

/** The command that the words call for, if the whole message is one ("please go back"). */
export function commandIn(phrases: Phrases, text: string): Command | undefined {
  if (text.trim() === '?') return 'help';
  const whole = plainWords(text);
  const said = withoutPoliteness(whole);
  return said === '' ? undefined : calledBy(phrases, (words) => words === said || words === whole);
}

/** The command that the words miss by a slip of the finger ("hlep"). */
export function mistypedCommandIn(phrases: Phrases, text: string): Command | undefined {
  const said = withoutPoliteness(plainWords(text));
  return calledBy(phrases, (words) => swapped(said, words) || (words.length >= 5 && oneSlip(said, words)));
}

function calledBy({ commands }: Phrases, fits: (words: string) => boolean): Command | undefined {
  const entries = Object.entries(commands) as [Command, readonly string[]][];
  return entries.find(([, words]) => words.map(plainWords).some(fits))?.[0];
}

/** The offered choice that the words name: its number or its title. */
export function offeredChoice(offered: readonly Choice[], text: string): Pressed | undefined {
  const said = withoutPoliteness(plainWords(text))
    .replace(/^(option|number|the) /, '')
    .replace(/ (one|option)$/, '');
  const position = /^\d{1,2}$/.test(said) ? Number(said) - 1 : ['first', 'second', 'third'].indexOf(said);
  if (position >= 0 && offered[position] !== undefined) return offered[position].value;
  const named = offered.filter(({ title }) => plainWords(title) === plainWords(text));
  return named.length === 1 ? named[0]?.value : undefined;
}

const ASKING =
  /^(and |but |so |also |ok |hi |hello |sorry |please )*(what|whats|who|whos|whose|when|whens|where|wheres|why|how|hows|which|can|could|do|does|did|is|are|should|shall|must|may|might|will|would|have|has|am|any idea|tell me|explain)\b/;

/** Whether a sentence asks something rather than tells something. */
export function isQuestion(sentence: string): boolean {
  return sentence.trim().endsWith('?') || ASKING.test(plainWords(sentence));
}

/** Whether a short question can be an answer ("the cloud?"); one that begins with a question word asks something. */
export function canBeAnswer(question: string): boolean {
  const words = plainWords(question).split(' ');
  return (
    words.length <= 4 &&
    !/^(what|whats|who|whos|whose|how|hows|why|whys|when|whens|where|wheres|which|can|could|should|do|does|did|must|may|shall|will|would)$/.test(
      words[0] ?? '',
    )
  );
}

/** A message taken apart into what it tells and what it asks: "the cloud has it. whats the NDR?" */
export function tellAndAsk(text: string): { tells: string; asks: string } {
  const sentences =
    text
      .match(/[^.?!;\n]+[.?!;]*/g)
      ?.map((each) => each.trim())
      .filter((each) => each !== '') ?? [];
  return {
    tells: sentences.filter((each) => !isQuestion(each)).join(' '),
    asks: sentences.filter(isQuestion).join(' '),
  };
}

/** What a message tells, without what it asks beside it: "gone to Spain, do we take them off?" → "gone to Spain". All of it, if it only asks. */
export function toldPart(text: string): string {
  const clauses = text.split(/(?<=[.?!;,\n])/);
  const tells = clauses.filter((clause) => !isQuestion(clause)).join('');
  return tells.trim() === '' ? text : tells;
}

const CORRECTING =
  /\b(oh no|no wait|actually|sorry|hang on|hold on|wait|correction|i meant|i meant to say|meant to say|i mean|turns out|it turns out|instead|my mistake|my bad|scrap that|ignore that|wrong|not right|make that|no hang on|oops|whoops)\b/;

/** The words without those that only say that something is taken back. */
export function withoutCorrection(text: string): string {
  return text.replace(new RegExp(CORRECTING, 'gi'), ' ').replace(/\s+/g, ' ').trim();
}

/** Whether a message begins by taking something back, so that even a question in it corrects. */
export function takesBackAtOnce(text: string): boolean {
  return /^((oh|ah|no|ok|hmm) )*(sorry|actually|no wait|wait|hang on|hold on|scrap that|ignore that|oops|whoops|my mistake|correction|i meant|i mean|turns out|no they|no it)\b/.test(
    plainWords(text),
  );
}

/** Whether the words take something back ("sorry, they moved to Cardiff"). */
export function isCorrection(text: string): boolean {
  return CORRECTING.test(plainWords(text));
}

function withoutPoliteness(said: string): string {
  return said
    .replace(/\b(please|pls|can you|could you|can we|lets|i want to|i d like to|id like to)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Two neighbouring letters swapped. */
function swapped(a: string, b: string): boolean {
  return a !== b && a.length >= 4 && a.length === b.length && lettersOf(a) === lettersOf(b) && oneSlip(a, b);
}

function lettersOf(word: string): string {
  return Array.from(word).sort().join('');
}

/** One letter wrong, missing, added, or two neighbours swapped. */
function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < Math.min(a.length, b.length) && a[i] === b[i]) i++;
  const [x, y] = [a.slice(i), b.slice(i)];
  return (
    x.slice(1) === y.slice(1) ||
    x === y.slice(1) ||
    x.slice(1) === y ||
    (x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2))
  );
}
