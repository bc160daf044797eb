import { inDocument, type Corpus } from './corpus';
import { runFrequencies } from './frequency';
import { buildSpeller, type Speller } from './speller';
import { buildThesaurus, type Synonyms, type Thesaurus } from './synonyms';

/** What has to be known of an index to read a question. */
export interface Lexicon {
  /** Number of documents that have a stem; 0 if the index does not know it. */
  frequency(stem: string): number;
  /** Number of documents that have a word, in British spelling. */
  wordFrequency(word: string): number;
  readonly correct: Speller;
  readonly thesaurus: Thesaurus;
}

/** Makes the lexicon of a corpus. */
export function buildLexicon(corpus: Corpus, synonyms: readonly Synonyms[]): Lexicon {
  const { vocabulary, docs } = corpus;
  const words = runFrequencies(
    docs.map((_, doc) => inDocument(corpus, corpus.words, doc)),
    vocabulary.words.length,
  );
  const stems = runFrequencies(
    docs.map((_, doc) => inDocument(corpus, corpus.stems, doc)),
    vocabulary.stems.length,
  );
  return {
    frequency: (stem) => stems[vocabulary.stemNumber(stem) ?? -1] ?? 0,
    wordFrequency: (word) => words[vocabulary.wordNumber(word) ?? -1] ?? 0,
    correct: buildSpeller(vocabulary.words, words),
    thesaurus: buildThesaurus(synonyms),
  };
}
