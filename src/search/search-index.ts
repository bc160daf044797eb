import { readCorpus, type Corpus } from './corpus';
import type { Doc } from './doc';
import { buildGramTable, type GramTable } from './grams';
import { buildLexicon, type Lexicon } from './lexicon';
import { buildPairTable, type PairTable } from './pairs';
import { buildStemTable, type StemTable } from './stem-table';
import type { Synonyms } from './synonyms';
import { buildWordIndex, type WordIndex } from './word-index';

/** Documents made ready for search. It does not change; make another when the documents do. */
export interface SearchIndex {
  readonly corpus: Corpus;
  readonly lexicon: Lexicon;
  readonly words: WordIndex;
  readonly grams: GramTable;
  readonly stems: StemTable;
  readonly pairs: PairTable;
}

/**
 * Makes documents ready for search. The order of the documents makes no difference.
 *
 * @throws Error if two documents have the same id
 */
export function buildIndex(
  docs: readonly Doc[],
  options: { readonly synonyms?: readonly Synonyms[] } = {},
): SearchIndex {
  const corpus = readCorpus(sortById(docs));
  return {
    corpus,
    lexicon: buildLexicon(corpus, options.synonyms ?? []),
    words: buildWordIndex(corpus),
    grams: buildGramTable(corpus),
    stems: buildStemTable(corpus),
    pairs: buildPairTable(corpus),
  };
}

function sortById(docs: readonly Doc[]): Doc[] {
  const sorted = [...docs].sort((a, b) => (a.id < b.id ? -1 : 1));
  const twin = sorted.find((doc, at) => doc.id === sorted[at + 1]?.id);
  if (twin) throw new Error(`two documents have the id "${twin.id}": give each its own`);
  return sorted;
}
