import type { Question } from './schema';

type Option = Question['options'][number];

const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];
const NEGATION = new Set([
  'not',
  'no',
  'never',
  'isnt',
  'arent',
  'wasnt',
  'werent',
  'havent',
  'hasnt',
  'dont',
  'didnt',
  'without',
]);
const POLITE =
  /\b(please|pls|thanks|thank you|ta|i think|i guess|its|it is|it was|theyre|they are|they|he|she|the|a|an|one|option|number|answer|is|was|i)\b/g;
const YES =
  /^(y|yes|yep|yeah|yea|ya|yup|aye|correct|right|ok|okay|sure|definitely|of course|it (is|has|did)|they (are|have|did)|we (do|did|have|are))\b/;
const NO = /^(n|no|nope|nah|never|none)\b/;
/** Said of somebody's knowledge, whoever it is. */
const UNSURE =
  /^((im |i am |we are |were )?not (really |quite |very |too |at all )?(sure|certain)|unsure|((i|we|they|he|she) )?(really )?(dont|do not|didnt|did not|wouldnt|cant|cannot) (know|tell|say|remember)|dunno|dk|no idea|no clue|(i |we )?havent a clue|have no idea|how (do|would|can) (i|we) (know|tell|find out))/;
/** Longer messages tell more than yes or no. */
const SHORT = 5;

/** Lower-case words without marks: "It's the CLOUD one!" → "its the cloud one". */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Which option is meant by a typed answer: its number, letter, ordinal, name, one of its other words, a part of its name
 * that no other option has, yes or no, or a near miss. Undefined when none or more than one fits.
 */
export function matchOption(question: Question, text: string): Option | undefined {
  const said = plainWords(text);
  if (said === '') return undefined;
  return (
    byPosition(question, said) ??
    byWholeName(question, said) ??
    byAssent(question, said) ??
    mentionedOption(question, text) ??
    byPartOfName(question, said) ??
    byNearMiss(question, said)
  );
}

/** The option that is named, wholly or in part; numbers, letters, yes and no do not count. */
export function namedOption(question: Question, text: string): Option | undefined {
  const said = plainWords(text);
  return byWholeName(question, said) ?? mentionedOption(question, text) ?? byPartOfName(question, said);
}

/**
 * The option that a longer message speaks of: exactly one option of which a name or other word stands in it, and not
 * denied ("not in the NDR"). A name inside a longer name of another option does not count.
 */
export function mentionedOption(question: Question, text: string): Option | undefined {
  const words = plainWords(text).split(' ');
  const spans = question.options.flatMap((option) =>
    names(option).flatMap((name) => {
      const bare = name === 'yes' || name === 'no' || name === 'not sure';
      const from = bare ? -1 : findName(words, name.split(' '));
      return from === -1 ? [] : [{ option, from, to: from + name.split(' ').length }];
    }),
  );
  const inside = (a: (typeof spans)[number], b: (typeof spans)[number]): boolean =>
    a.option !== b.option && b.from <= a.from && a.to <= b.to && b.to - b.from > a.to - a.from;
  return only([
    ...new Set(
      spans.filter((span) => !spans.some((other) => inside(span, other))).map(({ option }) => option),
    ),
  ]);
}

function names(option: Option): string[] {
  return [option.label, ...(option.says ?? [])].map(plainWords).filter((name) => name !== '');
}

/** Where the name stands in the words undenied; -1 when it does not. */
function findName(words: readonly string[], name: readonly string[]): number {
  for (let i = 0; i + name.length <= words.length; i++) {
    if (!name.every((word, j) => sameWord(words[i + j] ?? '', word))) continue;
    const denied =
      !NEGATION.has(name[0] ?? '') && words.slice(Math.max(0, i - 3), i).some((word) => NEGATION.has(word));
    if (!denied) return i;
  }
  return -1;
}

function sameWord(said: string, word: string): boolean {
  return (
    said === word || (Math.min(said.length, word.length) > 3 && (said === `${word}s` || word === `${said}s`))
  );
}

function byPosition({ options }: Question, said: string): Option | undefined {
  const bare = said
    .replace(/^(option|number|no|answer|choice|the)\s+/, '')
    .replace(/\s+(one|please|pls|option)$/g, '');
  if (/^\d{1,2}$/.test(bare)) return options[Number(bare) - 1];
  if (/^[a-j]$/.test(bare) && !(bare === 'n' || bare === 'y')) return options[bare.charCodeAt(0) - 97];
  if (bare === 'last') return options.at(-1);
  const ordinal = ORDINALS.indexOf(bare);
  return ordinal === -1 ? undefined : options[ordinal];
}

function byWholeName({ options }: Question, said: string): Option | undefined {
  const trimmed = bareWords(said);
  return only(
    options.filter((option) =>
      names(option).some((name) => name === said || (trimmed !== '' && bareWords(name) === trimmed)),
    ),
  );
}

/** A denial is looked for first: "it has not yet" and "we have no contract" begin like a yes. */
function byAssent({ options }: Question, said: string): Option | undefined {
  const words = said.split(' ');
  if (UNSURE.test(said)) return options.find(({ id }) => id === 'not-sure');
  if (words.length > SHORT) return undefined;
  const denied = NO.test(said) || words.some((word) => NEGATION.has(word));
  if (denied) return options.find(({ id }) => id === 'no');
  return YES.test(said) ? options.find(({ id }) => id === 'yes') : undefined;
}

/** "the cloud one": every word of note stands in the names of one option only. */
function byPartOfName({ options }: Question, said: string): Option | undefined {
  const words = bareWords(said)
    .split(' ')
    .filter((word) => word.length > 2);
  if (words.length === 0 || words.length > 5 || words.some((word) => NEGATION.has(word))) return undefined;
  return only(
    options.filter((option) =>
      words.every((word) =>
        names(option).some((name) => name.split(' ').some((each) => sameWord(word, each))),
      ),
    ),
  );
}

function byNearMiss({ options }: Question, said: string): Option | undefined {
  const trimmed = bareWords(said);
  if (trimmed.length < 4 || trimmed.split(' ').length > 6) return undefined;
  const close = options.filter((option) =>
    names(option).some((name) => oneSlip(trimmed, bareWords(name)) || oneSlip(said, name)),
  );
  return only(close);
}

function bareWords(said: string): string {
  return said.replace(POLITE, ' ').replace(/\s+/g, ' ').trim();
}

function only(options: readonly Option[]): Option | undefined {
  return options.length === 1 ? options[0] : undefined;
}

/** One letter left out, added, changed, or two neighbours swapped; two for names of ten letters or more. */
function oneSlip(a: string, b: string): boolean {
  const allowed = Math.max(a.length, b.length) >= 10 ? 2 : 1;
  return Math.abs(a.length - b.length) <= allowed && distance(a, b) <= allowed;
}

function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const above = rows[i - 1] ?? [];
      let best = Math.min(
        (above[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      row.push(best);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}
