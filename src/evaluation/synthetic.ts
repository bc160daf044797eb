import type { Doc } from '../search';
import { firstFrom } from '../search/sorted';
import { noisy } from './noise';
import { randomFrom, type Random } from './random';

/** Invented passages and the questions that are asked of them. */
export interface Synthetic {
  readonly docs: readonly Doc[];
  readonly questions: readonly string[];
}

/** Words per √tokens (Heaps' law with an exponent of one half): a larger corpus has more rare words. */
const GROWTH = 20;
/** Zipf and Mandelbrot: the word of rank r comes with a likelihood in proportion to (r + shift)^-power. */
const ZIPF = { shift: 2.7, power: 1.07 };
const SENTENCE = { least: 8, most: 20 };
/** One question in so many is mistyped. */
const MISTYPED = 3;

/**
 * Invents passages out of the words of real documents, common ones included and as common as in a natural text, as long as the real ones;
 * and questions, each of words of one passage among common words. The same documents and numbers always give the same.
 */
export function synthesise(real: readonly Doc[], passages: number, questions: number): Synthetic {
  const random = randomFrom(`passages ${passages}`);
  const pick = <T>(things: readonly T[]): T => things[Math.floor(random() * things.length)] as T;
  const titles = real.map(({ title }) => wordsIn(title).length).filter((length) => length > 0);
  const texts = real.map(({ text }) => wordsIn(text).length).filter((length) => length > 0);
  const mean = [...titles, ...texts].reduce((sum, length) => sum + length, 0) / Math.max(texts.length, 1);
  const word = wordSource(vocabulary(real, GROWTH * Math.sqrt(passages * mean), random), random);
  const docs = Array.from({ length: passages }, (_, at) => ({
    id: `p${at}`,
    title: run(word, pick(titles)),
    text: sentences(word, pick(texts), random),
  }));
  return {
    docs,
    questions: Array.from({ length: questions }, (_, at) => question(pick(docs), word, random, at)),
  };
}

function question(doc: Doc, word: () => string, random: Random, at: number): string {
  const own = wordsIn(`${doc.title} ${doc.text}`);
  const some = (least: number, most: number, next: () => string): string[] =>
    Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, next);
  const words = [...some(2, 6, () => own[Math.floor(random() * own.length)] ?? ''), ...some(2, 8, word)];
  const text = words
    .map((each) => ({ each, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ each }) => each)
    .join(' ');
  return at % MISTYPED === 0 ? noisy(text) : text;
}

/** Real words, commonest first, then invented ones: the head of one word and the tail of another. */
function vocabulary(real: readonly Doc[], size: number, random: Random): string[] {
  const counts = new Map<string, number>();
  for (const { title, text, wordings = [] } of real)
    for (const word of wordsIn([title, text, ...wordings].join(' ')))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  const known = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([word]) => word);
  const words = new Set(known);
  const part = (): string => known[Math.floor(random() * known.length)] ?? '';
  for (let tries = 0; words.size < size && tries < 10 * size; tries++) {
    const [head, tail] = [part(), part()];
    if (head.length > 3 && tail.length > 3)
      words.add(head.slice(0, Math.ceil(head.length / 2)) + tail.slice(tail.length >> 1));
  }
  return [...words];
}

function wordSource(words: readonly string[], random: Random): () => string {
  let sum = 0;
  const sums = Float64Array.from(words, (_, rank) => (sum += (rank + ZIPF.shift) ** -ZIPF.power));
  return () => words[firstFrom(sums, random() * sum)] ?? '';
}

function run(word: () => string, length: number): string {
  return Array.from({ length }, word).join(' ');
}

function sentences(word: () => string, length: number, random: Random): string {
  const all: string[] = [];
  for (let left = length; left > 0;) {
    const next = SENTENCE.least + Math.floor(random() * (SENTENCE.most - SENTENCE.least + 1));
    all.push(`${run(word, Math.min(next, left))}.`);
    left -= next;
  }
  return all.join(' ');
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}
