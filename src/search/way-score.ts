import { inPiece } from './corpus';
import { stemWeights, type Question } from './question';
import type { SearchIndex } from './search-index';
import { settings } from './settings';

/**
 * Makes the BM25 score of a document's ways in for a question: its best way by itself, and all of them as one text. In
 * one text alone an exact wording would be discounted for the length of thirty others; by itself alone it would be
 * chance which of thirty comes nearest. A document with one way scores the same by both.
 */
export function wayScorer(index: SearchIndex, question: Question): (doc: number) => number {
  const { corpus, words } = index;
  const weights = weigh(index, question);
  const { k, b, d } = settings.bm25;
  const score = (stems: readonly Int32Array[], meanLength: number): number => {
    const counts = new Map<number, number>();
    let length = 0;
    for (const run of stems) {
      length += run.length;
      for (const stem of run) if (weights.has(stem)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    }
    const discount = k * (1 - b + (b * length) / meanLength);
    let sum = 0;
    for (const [stem, count] of counts) {
      sum += (weights.get(stem) ?? 0) * (d + (count * (k + 1)) / (count + discount));
    }
    return sum;
  };
  return (doc) => {
    const ways = words.waysInto(doc).map((way) => inPiece(corpus, corpus.stems, way));
    const best = ways.reduce((most, way) => Math.max(most, score([way], words.meanWay)), 0);
    return best * (1 - settings.waysTogether) + score(ways, words.meanWays) * settings.waysTogether;
  };
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
