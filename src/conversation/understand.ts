import { plainWords } from '../dialogs';
import type { Phrases } from '../dialogs';
import type { Choice } from './reply';
import type { Command, Pressed } from './turn';

/** The command that the words call for, if the whole message is one ("please go back"). */
export function commandIn(phrases: Phrases, text: string): Command | undefined {
  if (text.trim() === '?') return 'help';
  const whole = plainWords(text);
  const said = withoutPoliteness(whole);
  if (said === '') return isThanks(whole) ? 'thanks' : undefined;
  return (
    calledBy(phrases, (words) => words === said || words === whole) ??
    (isThanks(whole) ? 'thanks' : undefined)
  );
}

const PLEASED = new Set(
  'thanks thank you thx ta cheers great brilliant lovely perfect super brill fab ok okay right cool good fine thats is very much really so a lot all that helpful helps nice one got it i see understood no problem worries will do'.split(
    ' ',
  ),
);

/** Nothing but thanks and assent: "thanks thats great", "ok got it". */
function isThanks(said: string): boolean {
  const words = said.split(' ');
  return (
    words.every((word) => PLEASED.has(word)) &&
    words.some((word) =>
      /^(thanks|thank|thx|ta|cheers|great|brilliant|lovely|perfect|super|brill|fab|ok|okay|cool|understood|helpful|helps|got|problem|worries)$/.test(
        word,
      ),
    )
  );
}

/** The command that the words miss by a slip of the finger ("hlep"). */
export function mistypedCommandIn(phrases: Phrases, text: string): Command | undefined {
  if (isQuestion(text)) return undefined; // "can we charge?" is no "change"
  const said = withoutPoliteness(plainWords(text));
  return calledBy(phrases, (words) => swapped(said, words) || (words.length >= 5 && oneSlip(said, words)));
}

function calledBy({ commands }: Phrases, fits: (words: string) => boolean): Command | undefined {
  const entries = Object.entries(commands) as [Command, readonly string[]][];
  return entries.find(([, words]) => words.map(plainWords).some(fits))?.[0];
}

/** The offered choice that the words name: its number or its title. */
export function offeredChoice(offered: readonly Choice[], text: string): Pressed | undefined {
  const number = numberIn(text);
  return number === undefined ? namedChoice(offered, text) : offered[number - 1]?.value;
}

/** The number that the whole message is: "2", "option 2 please", "the second one". */
export function numberIn(text: string): number | undefined {
  const said = withoutPoliteness(plainWords(text))
    .replace(/^(option|number|the) /, '')
    .replace(/ (one|option)$/, '');
  if (/^\d{1,2}$/.test(said)) return Number(said);
  const ordinal = ['first', 'second', 'third'].indexOf(said);
  return ordinal === -1 ? undefined : ordinal + 1;
}

/** The choice of which the title was typed. */
export function namedChoice(offered: readonly Choice[], text: string): Pressed | undefined {
  const named = offered.filter(({ title }) => plainWords(title) === plainWords(text));
  return named.length === 1 ? named[0]?.value : undefined;
}

/** The one thing that was offered, when it is agreed to. */
export function onlyOffered(offered: readonly Choice[], text: string): Pressed | undefined {
  const worthwhile = offered.filter(({ value }) => value.kind === 'entry' || value.kind === 'guide');
  const agrees = /^(yes|yep|yeah|yes please|ok|ok then|sure|please do|go on|please|that one|that)$/.test(
    plainWords(text),
  );
  return agrees && worthwhile.length === 1 ? worthwhile[0]?.value : undefined;
}

/** "None of those". */
export function refusesAll(text: string): boolean {
  return /^(no |nope )?(none|neither|not any|none of them|no one)( of)?( these| those| them| that)?$|^not (that|those|these|them)( one| ones)?$|^something else$/.test(
    plainWords(text),
  );
}

/** A yes or no by itself, which says nothing where nothing was asked. */
export function isBareAssent(text: string): boolean {
  return /^(y|n|yes|no|yep|yeah|nope|nah|yes please|no thanks|ok|okay)$/.test(plainWords(text));
}

const OTHER =
  /^\s*(?:(?:ok|right|actually|sorry|now|also|and|hi)[\s,]+)*(?:a )?(?:totally |completely )?(?:different (?:thing|question|patient|one|topic|subject|matter)|another (?:patient|question|thing|topic)|separate (?:question|thing|matter)|new (?:question|topic)|on another note|something else|unrelated|next (?:patient|question))\b[\s:,.;–—-]*(?:but |is |has |have )?(.{6,})$/i;

/** What follows words that turn to another matter: "different thing - a child has been adopted". */
export function otherMatter(text: string): string | undefined {
  const rest = OTHER.exec(text)?.[1];
  if (rest === undefined) return undefined;
  return /another patient|next patient|different patient/i.test(text.slice(0, text.length - rest.length))
    ? `a patient ${rest}`
    : rest;
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
    apart(text)
      .match(/[^.?!;\n]+[.?!;]*/g)
      ?.map((each) => each.trim())
      .filter((each) => each !== '') ?? [];
  return {
    tells: sentences.filter((each) => !isQuestion(each)).join(' '),
    asks: sentences.filter(isQuestion).join(' '),
  };
}

/** A question that hangs on a statement by a comma or a word is set apart: "they have it, do i tell the patient?" */
function apart(text: string): string {
  return text.replace(
    /(?:,|\band\b|\bbut\b|\bso\b|\s-)\s+(?=(?:what|whats|what's|who|whos|how|why|when|where|which|do (?:i|we|they)|does|can (?:i|we|they)|should|shall|is (?:it|that|there)|will|would|must)\b)/gi,
    '. ',
  );
}

/** What somebody wants to go back to: "ok back to the scanned notes one" → "scanned notes one". */
export function returnsTo(text: string): string | undefined {
  return /^(?:(?:ok|right|now|lets|let us|can we|please|go|get|take me|return)\s+)*(?:back|return) to (?:the |my )?(.+?)(?: please)?$/.exec(
    plainWords(text),
  )?.[1];
}

/** What a message tells, without what it asks beside it: "gone to Spain, do we take them off?" → "gone to Spain". All of it, if it only asks. */
export function toldPart(text: string): string {
  const clauses = apart(text).split(/(?<=[.?!;,\n])/);
  const tells = clauses.filter((clause) => !isQuestion(clause)).join('');
  return tells.trim() === '' ? text : tells;
}

const CORRECTING =
  /\b(oh no|no wait|actually|sorry|hang on|hold on|wait|correction|i meant|i meant to say|meant to say|i mean|turns out|it turns out|instead|my mistake|my bad|scrap that|ignore that|wrong|not right|make that|no hang on|oops|whoops)\b/;

/** The words without those that only say that something is taken back. */
export function withoutCorrection(text: string): string {
  return text.replace(new RegExp(CORRECTING, 'gi'), ' ').replace(/\s+/g, ' ').trim();
}

/** Whether a message asks what would be if: "what if he died 11 years ago". */
export function supposes(text: string): boolean {
  return /^(and |ok |but |so )*(what (if|about if|happens if)|if|suppose|say) /.test(plainWords(text));
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
