import { inverseFrequency } from './frequency';
import type { Term } from './question';
import type { SearchIndex } from './search-index';

/** Inverse document frequency of a word of a question; of what it is read as, if the index does not know it. */
export function rarityOf({ corpus, lexicon }: SearchIndex, { stem, meanings }: Term): number {
  const frequency = lexicon.frequency(stem) || lexicon.frequency(meanings[0]?.stem ?? stem);
  return inverseFrequency(corpus.docs.length, frequency);
}
