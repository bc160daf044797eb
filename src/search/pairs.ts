import { inPiece, piecesIn, type Corpus } from './corpus';
import { bm25Weight } from './frequency';
import { settings } from './settings';
import { firstFrom } from './sorted';

/** Pairs of neighbouring stems in a corpus. */
export interface PairTable {
  /** The key of every pair, once for each document that has it, ascending. */
  readonly keys: Float64Array;
  /** Document → number of pairs in it. */
  readonly lengths: Uint32Array;
  readonly meanLength: number;
}

/** First stem → second stem → BM25 weight, of the pairs in a question that the corpus has. */
export type AskedPairs = ReadonlyMap<number, ReadonlyMap<number, number>>;

/** Gathers the pairs of a corpus. */
export function buildPairTable(corpus: Corpus): PairTable {
  const keys: number[] = [];
  let total = 0;
  const lengths = Uint32Array.from(corpus.docs, (_, doc) => {
    const own = pairsIn(corpus, doc);
    for (const key of new Set(own)) keys.push(key);
    total += own.length;
    return own.length;
  });
  return { keys: Float64Array.from(keys).sort(), lengths, meanLength: total / Math.max(lengths.length, 1) };
}

function pairsIn(corpus: Corpus, doc: number): number[] {
  const keys: number[] = [];
  for (const piece of piecesIn(corpus, doc)) {
    const stems = inPiece(corpus, corpus.stems, piece);
    for (let at = 1; at < stems.length; at++) keys.push(keyOf(stems[at - 1] ?? 0, stems[at] ?? 0, corpus));
  }
  return keys;
}

function keyOf(first: number, second: number, { vocabulary }: Corpus): number {
  return first * vocabulary.stems.length + second;
}

/** Weighs the pairs in a row of stem numbers; a stem that the corpus does not know is undefined and has no pairs. */
export function weighPairs(
  row: readonly (number | undefined)[],
  corpus: Corpus,
  table: PairTable,
): AskedPairs {
  const asked = new Map<number, Map<number, number>>();
  row.forEach((second, at) => {
    const first = row[at - 1];
    if (first === undefined || second === undefined) return;
    const key = keyOf(first, second, corpus);
    const frequency = firstFrom(table.keys, key + 1) - firstFrom(table.keys, key);
    if (frequency === 0) return;
    const seconds = asked.get(first) ?? new Map<number, number>();
    asked.set(first, seconds.set(second, bm25Weight(table.lengths.length, frequency)));
  });
  return asked;
}

/** The BM25 sum of a question's pairs over a document. */
export function scorePairs(asked: AskedPairs, corpus: Corpus, table: PairTable, doc: number): number {
  if (asked.size === 0) return 0;
  const counts = new Map<number, { weight: number; count: number }>();
  for (const piece of piecesIn(corpus, doc)) {
    const stems = inPiece(corpus, corpus.stems, piece);
    for (let at = 1; at < stems.length; at++) {
      const [first = 0, second = 0] = [stems[at - 1], stems[at]];
      const weight = asked.get(first)?.get(second);
      if (weight === undefined) continue;
      const key = keyOf(first, second, corpus);
      counts.set(key, { weight, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  const { k, b } = settings.pairs;
  const discount = k * (1 - b + (b * (table.lengths[doc] ?? 0)) / table.meanLength);
  let score = 0;
  for (const { weight, count } of counts.values()) score += (weight * count * (k + 1)) / (count + discount);
  return score;
}
