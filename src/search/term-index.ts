import MiniSearch from 'minisearch';
import { settings } from './settings';

/** A document's stems, joined by spaces; a field without any is left out. */
export interface TermDocument {
  readonly id: number;
  readonly title?: string | undefined;
  readonly wordings?: string | undefined;
  readonly text?: string | undefined;
}

/** The part of a document that is searched. */
export type Field = 'title' | 'wordings' | 'text';

/** Documents whose fields can be scored by BM25. */
export interface TermIndex {
  /**
   * The BM25 sum of every document that has one of the terms in one of the fields.
   *
   * @param weights term → what it counts
   */
  scores(weights: ReadonlyMap<string, number>, fields: readonly Field[]): Map<number, number>;
}

/** Indexes documents. */
export function buildTermIndex(documents: Iterable<TermDocument>): TermIndex {
  const index = new MiniSearch<TermDocument>({
    fields: ['title', 'wordings', 'text'],
    tokenize: (terms) => terms.split(' '),
    processTerm: (term) => term,
    searchOptions: { bm25: settings.bm25 },
  });
  for (const document of documents) index.add(document);
  return {
    scores: (weights, fields) => {
      if (weights.size === 0) return new Map<number, number>();
      const boostTerm = (term: string): number => weights.get(term) ?? 0;
      const found = index.search([...weights.keys()].join(' '), { fields: [...fields], boostTerm });
      // minisearch multiplies a score by the number of matched terms, which buries the short and exact under the long.
      return new Map(found.map(({ id, score, queryTerms }) => [id as number, score / queryTerms.length]));
    },
  };
}
