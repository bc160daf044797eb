import { editDistance, stem } from '../search';

/** A word of a message that can carry an answer. */
export interface SaidWord {
  readonly text: string;
  /** Its stem; one mark for "not", "no" and "never" in all their forms. */
  readonly stem: string;
  /** Whether it tells of something that goes on or that is over, as far as its form shows. */
  readonly tense: 'going-on' | 'over' | undefined;
  /** Whether it denies what follows. */
  readonly denies: boolean;
  /** Whether it is denied by a word before it in the same part of the sentence. */
  readonly denied: boolean;
  /** The part of the sentence that it stands in, from 0. */
  readonly part: number;
  /** Where in the message it stands, articles and the like counted. */
  readonly at: number;
}

/** A message, as far as an answer can be read out of it. */
export interface Said {
  /** Lower-case words without marks. */
  readonly plain: string;
  /** What it begins with, when that stands apart from the rest: "no, they moved to Leeds" but not "no label yet". */
  readonly lead: 'yes' | 'no' | undefined;
  /** The words after it, without articles, pronouns and auxiliary verbs. */
  readonly words: readonly SaidWord[];
  /** The same with them. */
  readonly all: readonly SaidWord[];
  /** What it comes to when only such words are left ("they have", "not yet"). */
  readonly bare: 'yes' | 'no' | undefined;
  /** The kinds of auxiliary verbs in it, by which a bare yes or no must agree with its question. */
  readonly auxiliaries: ReadonlySet<number>;
}

/** The stem of "not". */
const DENIAL = '¬';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const NOTS = set(`
  not no never without isnt arent wasnt werent havent hasnt hadnt dont doesnt didnt wont
  havnt hasent dosnt doesent didnot aint`);
const NEGATORS = new Set([...NOTS, ...set('neither nor none nothing nobody')]);
/** Words that carry no part of an answer. */
const FILLERS = set(`
  a an the this that these those i im ive id me my we weve were wed us our you your they theyre theyve them their he hes him his she
  shes her it its is was are be been being am has have had having do does did done will would can could should to of
  please pls plz thanks thank ta cheers think guess reckon believe suppose um er erm oh ah well hi hello sorry actually
  basically got get gets getting say says said so then there which who`);
/** "They have" answers "Has it come?" and "it is" answers "Is it here?", not the other way about. */
const AUXILIARIES = [
  set('is are was were am isnt arent wasnt werent'),
  set('has have had hasnt havent hadnt havnt hasent weve theyve'),
  set('do does did done dont doesnt didnt dosnt didnot'),
];
const YES = set('y yes yep yeah yea yeh ya yup aye correct definitely absolutely indeed');
const NO = set('n no nope nah');
/** After these, "no" is no lead but denies what follows ("no label", "no paper notes"). */
const AFTER_LEAD = set(`
  i im ive we weve were they theyre theyve he hes she shes it its that thats this there theres the a our my his her their not never
  none nothing havent hasnt dont doesnt didnt isnt arent wasnt werent sorry thanks thank please but still only just wait actually
  because as and im patient you`);
/** After these a new thing is said, which an earlier "not" does not deny. */
const TURNS = set('but just only instead though although because however rather except');
const NUMBERS = set('one two three four five six seven eight nine ten eleven twelve couple few several half');
const SUBJECTS = set('i im ive we weve they theyre theyve he hes she shes it its the');
const CHAT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    pt: 'patient',
    pts: 'patients',
    px: 'patient',
    thru: 'through',
    wk: 'week',
    wks: 'weeks',
    mth: 'month',
    mths: 'months',
    yr: 'year',
    yrs: 'years',
    docs: 'doctors',
    surg: 'surgery',
    reg: 'registered',
    regd: 'registered',
    recs: 'records',
    w: 'with',
  }),
);
/** Forms that stemming leaves apart. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    came: 'come',
    sent: 'send',
    went: 'go',
    gone: 'go',
    left: 'leave',
    dead: 'die',
    died: 'die',
    death: 'die',
    deceased: 'die',
    wrote: 'write',
    written: 'write',
    kept: 'keep',
    told: 'tell',
    found: 'find',
    lost: 'lose',
    gave: 'give',
    given: 'give',
    took: 'take',
    taken: 'take',
    made: 'make',
    paid: 'pay',
    held: 'hold',
    knew: 'know',
    known: 'know',
  }),
);
/** A denial reaches no further than this many words. */
const REACH = 6;

/** Lower-case words without marks: "It's the CLOUD one!" → "its the cloud one". */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Words that a mistyped one may stand for, with their stems. */
export interface Vocabulary {
  readonly stemOfWord: ReadonlyMap<string, string>;
  readonly stems: ReadonlySet<string>;
}

/** Reads a message, or a way of naming an option. A longer word that the vocabulary lacks is read as its only word that is one slip away. */
export function readSaid(text: string, vocabulary?: Vocabulary): Said {
  const tokens = tokensOf(text).map((token) => (vocabulary === undefined ? token : mend(token, vocabulary)));
  const lead = leadOf(tokens);
  const rest = lead === undefined ? tokens : tokens.slice(lead.length);
  const words = denials(rest);
  const kept = words.filter(({ text: word }) => !FILLERS.has(word));
  return {
    plain: plainWords(text),
    lead: lead?.says,
    words: kept,
    all: words,
    bare: bareOf(words, kept),
    auxiliaries: auxiliariesIn(tokens),
  };
}

/** Said of somebody's knowledge, whoever it is. */
const UNSURE =
  /^((um|er|hmm|oh|well|sorry) )*((im |i am |we are |were )?not (really |quite |very |too |at all |entirely )?(sure|certain)|unsure|((i|we|they|he|she) )?(really |honestly )?(dont|do not|didnt|did not|wouldnt|cant|cannot) (really |actually )?(know|tell|say|remember|recall)|dunno|dk|idk|no idea|no clue|(i |we )?(havent|aint got) a (clue|scooby)|have no idea|how (do|would|can) (i|we) (know|tell|find out)|(id|ill|i would|i will|i|we) (need|have) to (check|ask someone|ask around|find out)|id have to (check|ask)|pass$|hard to (say|tell)|(no ?one|nobody) (here |really )?knows)/;

/** Whether plain words say that somebody does not know. */
export function isDoubt(plain: string): boolean {
  return UNSURE.test(plain);
}

/** Words and marks; marks end a part of the sentence. */
function tokensOf(text: string): string[] {
  const low = text.normalize('NFKC').toLowerCase().replace(/['’]/g, '');
  return (low.match(/[\p{L}\p{N}]+|[.,;:!?()\n–—]/gu) ?? []).map((token) => CHAT.get(token) ?? token);
}

function leadOf(tokens: readonly string[]): { says: 'yes' | 'no'; length: number } | undefined {
  const at = tokens.findIndex((token) => !isMark(token) && !['oh', 'ah', 'um', 'er', 'well'].includes(token));
  const [word, next] = [tokens[at] ?? '', tokens[at + 1]];
  if (YES.has(word)) return { says: 'yes', length: at + 1 };
  const apart = next === undefined || isMark(next) || AFTER_LEAD.has(next);
  return NO.has(word) && (apart || word !== 'no') ? { says: 'no', length: at + 1 } : undefined;
}

const SHORTEST_MENDED = 5;

/** Whether a word counts something. */
export function isNumber({ text }: SaidWord): boolean {
  return NUMBERS.has(text) || /^\d+$/.test(text);
}

function mend(word: string, vocabulary: Vocabulary): string {
  const { stemOfWord, stems } = vocabulary;
  if (word.length < SHORTEST_MENDED || stemOfWord.has(word)) return word;
  if (stems.has(stemOf(word)) || FILLERS.has(word) || NEGATORS.has(word)) return word;
  const near = [...stemOfWord.keys()].filter(
    (known) =>
      known.length >= SHORTEST_MENDED &&
      known[0] === word[0] &&
      Math.abs(known.length - word.length) <= 1 &&
      editDistance(word, known) === 1,
  );
  const different = new Set(near.map((known) => stemOfWord.get(known)));
  return different.size === 1 ? (near[0] ?? word) : word;
}

function isMark(token: string): boolean {
  return !/[\p{L}\p{N}]/u.test(token);
}

function denials(tokens: readonly string[]): SaidWord[] {
  const words: SaidWord[] = [];
  let part = 0;
  let reach = 0;
  for (const [at, text] of tokens.entries()) {
    const turns = isMark(text) || TURNS.has(text) || (text === 'and' && SUBJECTS.has(tokens[at + 1] ?? ''));
    if (turns) {
      part++;
      reach = 0;
    }
    if (isMark(text)) continue;
    const denied = reach > 0;
    reach = NEGATORS.has(text) ? REACH : Math.max(0, reach - 1);
    words.push({
      text,
      stem: stemOf(text),
      tense: tenseOf(text),
      denies: NEGATORS.has(text),
      denied,
      part,
      at: words.length,
    });
  }
  return words;
}

function stemOf(text: string): string {
  return NOTS.has(text) ? DENIAL : stem(IRREGULAR.get(text) ?? text);
}

function tenseOf(text: string): SaidWord['tense'] {
  if ((text.length > 5 && text.endsWith('ing')) || text === 'go' || text === 'goes') return 'going-on';
  return IRREGULAR.has(text) || /[^e]ed$/.test(text) ? 'over' : undefined;
}

const SOFT = set('yet still already too now just course of');

function bareOf(words: readonly SaidWord[], kept: readonly SaidWord[]): 'yes' | 'no' | undefined {
  if (kept.some(({ text, denies }) => !denies && !SOFT.has(text))) return undefined;
  if (kept.some(({ denies }) => denies)) return 'no';
  const agrees = auxiliariesIn(words.map(({ text }) => text)).size > 0;
  return agrees || words.some(({ text }) => text === 'course' || text === 'already') ? 'yes' : undefined;
}

function auxiliariesIn(words: readonly string[]): Set<number> {
  return new Set(AUXILIARIES.flatMap((kind, i) => (words.some((word) => kind.has(word)) ? [i] : [])));
}
