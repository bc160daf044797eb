import { stemWeights, type Question } from './question';
import type { SearchIndex } from './search-index';
import { settings } from './settings';
import { wayScorer } from './way-score';

/** A document's number and score. */
export interface Scored {
  readonly doc: number;
  readonly score: number;
}

/**
 * Scores documents by BM25, best first. Content words find documents; stop words do so only if they find none. The
 * best are then scored again: their text, and each way in by itself.
 */
export function firstStage(index: SearchIndex, question: Question): Scored[] {
  const { terms } = index.words;
  const content = stemWeights(question.content);
  const texts = terms.scores(content, ['text']);
  const found = add(texts, terms.scores(content, ['title', 'wordings']));
  const candidates = sort(
    found.size > 0 ? found : terms.scores(stemWeights(question.stop), ['title', 'wordings']),
  );
  const scoreWays = wayScorer(index, question);
  const best = candidates.slice(0, settings.scoredByWay);
  const again = new Map(best.map(({ doc }) => [doc, (texts.get(doc) ?? 0) + scoreWays(doc)]));
  return [...sort(again), ...candidates.slice(settings.scoredByWay)];
}

function add(some: ReadonlyMap<number, number>, others: ReadonlyMap<number, number>): Map<number, number> {
  const sum = new Map(some);
  for (const [doc, score] of others) sum.set(doc, (sum.get(doc) ?? 0) + score);
  return sum;
}

function sort(scores: ReadonlyMap<number, number>): Scored[] {
  const scored = [...scores].map(([doc, score]) => ({ doc, score }));
  return scored.sort((a, b) => b.score - a.score || a.doc - b.doc);
}
