import { stemWeights, type Question } from './question';
import { runCounter } from './run-counter';
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
  const worths = [...weights.values()];
  const count = runCounter(corpus.stems, corpus.vocabulary.stems.length, weights.keys());
  const { k, b, d } = settings.bm25;
  const score = (firstWay: number, endWay: number, meanLength: number): number => {
    const [from = 0, to = 0] = [corpus.pieceStart[firstWay], corpus.pieceStart[endWay]];
    const discount = k * (1 - b + (b * (to - from)) / meanLength);
    const counts = count(from, to);
    let sum = 0;
    for (let at = 0; at < worths.length; at++) {
      const found = counts[at] ?? 0;
      if (found > 0) sum += (worths[at] ?? 0) * (d + (found * (k + 1)) / (found + discount));
    }
    return sum;
  };
  return (doc) => {
    const [first = 0, end = 0] = [words.ways.starts[doc], words.ways.ends[doc]];
    let best = 0;
    for (let way = first; way < end; way++) best = Math.max(best, score(way, way + 1, words.meanWay));
    return best * (1 - settings.waysTogether) + score(first, end, words.meanWays) * settings.waysTogether;
  };
}

/** Stem number → weight times inverse frequency, which has a limit for stop words. */
function weigh({ corpus, words }: SearchIndex, question: Question): Map<number, number> {
  const weights = new Map<number, number>();
  const put = (stem: string, weight: number, most: number): void => {
    const number = corpus.vocabulary.stemNumber(stem);
    if (number !== undefined) weights.set(number, weight * Math.min(words.wayWeights[number] ?? 0, most));
  };
  for (const [stem, weight] of stemWeights(question.stop)) put(stem, weight, settings.stopWordMost);
  for (const [stem, weight] of stemWeights(question.content)) put(stem, weight, Infinity);
  return weights;
}
