import { editDistance } from './edit-distance';
import { isLikelySlip } from './likely-slip';
import { settings } from './settings';
import { firstFrom } from './sorted';

/** A word of the index that a mistyped word may stand for. */
export interface Correction {
  readonly word: string;
  /** 0 to 1. */
  readonly weight: number;
}

/** Looks for the words of an index that a word unknown to it may stand for, best first. */
export type Speller = (unknown: string) => Correction[];

const SHORTEST = 4;
const SHORTEST_FOR_TWO_EDITS = 8;
const DIGIT = /\p{N}/u;

/**
 * Makes a speller from the words of an index: four letters and more, no digits.
 *
 * @param documents word number → number of documents that have it
 */
export function buildSpeller(words: readonly string[], documents: ArrayLike<number>): Speller {
  const eligible = [...words.keys()].filter((word) => canRepair(words[word] ?? ''));
  const oneEdit = oneEditLookup(words, eligible);
  const twoEdits = twoEditLookup(words, eligible);
  const word = (number: number): string => words[number] ?? '';
  const commonness = (number: number): number => Math.sqrt(documents[number] ?? 0);
  return (unknown) => {
    if (!canRepair(unknown)) return [];
    const slip = (meant: string): number => (isLikelySlip(unknown, meant) ? settings.likelySlip : 1);
    const near = oneEdit(unknown).map((at) => [word(at), commonness(at) * slip(word(at))] as const);
    if (near.length > 0) return likeliest(near, 3, settings.oneEdit);
    if (unknown.length < SHORTEST_FOR_TWO_EDITS) return [];
    const far = twoEdits(unknown).map((at) => [word(at), commonness(at)] as const);
    return likeliest(far, 2, settings.twoEdits);
  };
}

/** The likeliest words, with a weight shared among them. */
function likeliest(
  likelihoods: readonly (readonly [word: string, likelihood: number])[],
  most: number,
  weight: number,
): Correction[] {
  const sorted = [...likelihoods].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
  const kept = sorted.slice(0, most);
  const total = kept.reduce((sum, [, likelihood]) => sum + likelihood, 0);
  return kept.map(([word, likelihood]) => ({ word, weight: (weight * likelihood) / total }));
}

function canRepair(word: string): boolean {
  return word.length >= SHORTEST && !DIGIT.test(word);
}

type Lookup = (unknown: string) => number[];

const MOST_WORDS = 2 ** 21;

/**
 * Two words are at most one insertion, deletion, replacement or swap apart only if they become equal by taking at most
 * one letter from each. The table holds hashes of what is left, so candidates are verified.
 */
function oneEditLookup(words: readonly string[], eligible: readonly number[]): Lookup {
  const keys = eligible
    .filter((word) => word < MOST_WORDS)
    .flatMap((word) => remainders(words[word] ?? '').map((left) => hash(left) * MOST_WORDS + word));
  const table = Float64Array.from(keys).sort();
  return (unknown) => {
    const candidates = new Set<number>();
    for (const left of remainders(unknown)) {
      const from = hash(left) * MOST_WORDS;
      for (let at = firstFrom(table, from); (table[at] ?? Infinity) < from + MOST_WORDS; at++) {
        candidates.add((table[at] ?? 0) - from);
      }
    }
    return [...candidates].filter((word) => editDistance(unknown, words[word] ?? '') === 1);
  };
}

/**
 * Two edits are looked for among words with the same first letter, which is seldom mistyped. An edit changes which
 * letters a word has by two at most.
 */
function twoEditLookup(words: readonly string[], eligible: readonly number[]): Lookup {
  const lettersOf = Uint32Array.from(words, letters);
  const byInitial = new Map<string, number[]>();
  for (const word of eligible) {
    const initial = words[word]?.charAt(0) ?? '';
    const others = byInitial.get(initial);
    if (others) others.push(word);
    else byInitial.set(initial, [word]);
  }
  return (unknown) => {
    const own = letters(unknown);
    return (byInitial.get(unknown.charAt(0)) ?? []).filter((word) => {
      if (countBits(own ^ (lettersOf[word] ?? 0)) > 4) return false;
      const known = words[word] ?? '';
      return Math.abs(known.length - unknown.length) <= 2 && editDistance(unknown, known) === 2;
    });
  };
}

/** A bit for each letter that a word has; some share one. */
function letters(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/** A word, and what is left of it by taking one letter. */
function remainders(word: string): string[] {
  return [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))];
}

/** FNV-1a, 32 bits. */
function hash(word: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) value = Math.imul(value ^ word.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
