import { largest } from './largest';
import { stemWeights, type Question, type Term } from './question';
import type { SearchIndex } from './search-index';
import { settings } from './settings';
import { addScores } from './term-index';
import { wayScorer } from './way-score';

/** A document's number and score. */
export interface Scored {
  readonly doc: number;
  readonly score: number;
}

/**
 * Scores documents by BM25, best first. Content words find documents; stop words do so only if they find none. The
 * best are then scored again: their text, and each way in by itself.
 *
 * @param most how many documents are wanted; more may be given
 */
export function firstStage(index: SearchIndex, question: Question, most: number): Scored[] {
  const { text, ways } = index.words.terms;
  const content = numbered(index, question.content);
  const texts = new Float64Array(index.corpus.docs.length);
  addScores(text, content, texts);
  const sums = texts.slice();
  addScores(ways, content, sums);
  let found = largest(sums, Math.max(most, settings.scoredByWay));
  if (found.length === 0) {
    addScores(ways, numbered(index, question.stop), sums);
    found = largest(sums, Math.max(most, settings.scoredByWay));
  }
  const scoreWays = wayScorer(index, question);
  const again = found
    .slice(0, settings.scoredByWay)
    .map((doc) => ({ doc, score: (texts[doc] ?? 0) * textShare(index, doc) + scoreWays(doc) }));
  again.sort((a, b) => b.score - a.score || a.doc - b.doc);
  return [...again, ...found.slice(settings.scoredByWay).map((doc) => ({ doc, score: sums[doc] ?? 0 }))];
}

/** What a text counts: less where wordings tell how people ask for the document. */
function textShare({ corpus, words }: SearchIndex, doc: number): number {
  const [first = 0, end = 0] = [words.ways.starts[doc], words.ways.ends[doc]];
  return first < end && corpus.kinds[end - 1] === 'wording' ? settings.textBesideWordings : 1;
}

/** Stem number → weight, of the stems that the index has. */
function numbered({ corpus }: SearchIndex, terms: readonly Term[]): Map<number, number> {
  const weights = new Map<number, number>();
  for (const [stem, weight] of stemWeights(terms)) {
    const number = corpus.vocabulary.stemNumber(stem);
    if (number !== undefined) weights.set(number, weight);
  }
  return weights;
}
