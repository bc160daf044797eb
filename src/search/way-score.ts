import { inPiece } from './corpus';
import { stemWeights, type Question } from './question';
import type { SearchIndex } from './search-index';
import { settings } from './settings';
import { sumBest } from './sum-best';

/**
 * Makes the BM25 score of a document's best ways in for a question. Each way is scored by itself: in one field with
 * thirty others, an exact wording would be discounted for the length of them all.
 */
export function wayScorer(index: SearchIndex, question: Question): (doc: number) => number {
  const { corpus, words } = index;
  const weights = weigh(index, question);
  const { k, b, d } = settings.bm25;
  const counts = new Map<number, number>();
  const scoreWay = (way: number): number => {
    const stems = inPiece(corpus, corpus.stems, way);
    const discount = k * (1 - b + (b * stems.length) / words.meanWay);
    counts.clear();
    for (const stem of stems) if (weights.has(stem)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    let score = 0;
    for (const [stem, count] of counts) {
      score += (weights.get(stem) ?? 0) * (d + (count * (k + 1)) / (count + discount));
    }
    return score;
  };
  return (doc) => sumBest(words.waysInto(doc).map(scoreWay), settings.ways);
}

/** Stem number → weight times inverse frequency, which has a limit for stop words. */
function weigh({ corpus, words }: SearchIndex, question: Question): Map<number, number> {
  const weights = new Map<number, number>();
  const put = (stem: string, weight: number, most: number): void => {
    const number = corpus.vocabulary.stemNumber(stem) ?? -1;
    weights.set(number, weight * Math.min(words.weightInWays(number), most));
  };
  for (const [stem, weight] of stemWeights(question.stop)) put(stem, weight, settings.stopWordMost);
  for (const [stem, weight] of stemWeights(question.content)) put(stem, weight, Infinity);
  return weights;
}
