import MiniSearch from 'minisearch';
import { settings } from './settings';
import type { Vocabulary } from './vocabulary';

/** A document's stems, joined by spaces; a field without any is left out. */
export interface TermDocument {
  readonly id: number;
  readonly title?: string | undefined;
  readonly wordings?: string | undefined;
  readonly text?: string | undefined;
}

/** Which documents have a stem, and what BM25+ gives each for it. */
export interface Postings {
  /** Stem number → the first place of its documents. One more than there are stems. */
  readonly starts: Uint32Array;
  /** Document numbers, stem after stem. */
  readonly docs: Uint32Array;
  readonly scores: Float32Array;
}

/** The postings of what documents say, and of the ways into them: title and wordings. */
export interface TermIndex {
  readonly text: Postings;
  readonly ways: Postings;
}

/**
 * Indexes documents with MiniSearch, and keeps as arrays what it scores each document for each stem: its own queries
 * make an object of every document that has a word, which takes a second among 100,000 documents. A stop word finds no
 * text.
 */
export function buildTermIndex(documents: Iterable<TermDocument>, vocabulary: Vocabulary): TermIndex {
  const isStop = (term: string): boolean => vocabulary.isStop(vocabulary.stemNumber(term) ?? -1);
  const index = new MiniSearch<TermDocument>({
    fields: ['title', 'wordings', 'text'],
    tokenize: (terms) => terms.split(' '),
    processTerm: (term, field) => (field === 'text' && isStop(term) ? null : term),
    searchOptions: { bm25: settings.bm25 },
  });
  for (const document of documents) index.add(document);
  return {
    text: postingsOf(vocabulary.stems, (stem) => index.search(stem, { fields: ['text'] })),
    ways: postingsOf(vocabulary.stems, (stem) => index.search(stem, { fields: ['title', 'wordings'] })),
  };
}

function postingsOf(
  stems: readonly string[],
  find: (stem: string) => { readonly id: unknown; readonly score: number }[],
): Postings {
  const [starts, docs, scores]: [number[], number[], number[]] = [[0], [], []];
  for (const stem of stems) {
    for (const { id, score } of find(stem)) {
      docs.push(id as number);
      scores.push(score);
    }
    starts.push(docs.length);
  }
  return {
    starts: Uint32Array.from(starts),
    docs: Uint32Array.from(docs),
    scores: Float32Array.from(scores),
  };
}

/** Adds to the score of each document what the stems that it has give it. */
export function addScores(
  { starts, docs, scores }: Postings,
  weights: ReadonlyMap<number, number>,
  sums: Float64Array,
): void {
  for (const [stem, weight] of weights) {
    const end = starts[stem + 1] ?? 0;
    for (let at = starts[stem] ?? 0; at < end; at++) {
      const doc = docs[at] ?? 0;
      sums[doc] = (sums[doc] ?? 0) + weight * (scores[at] ?? 0);
    }
  }
}
