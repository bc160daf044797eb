import { firstStage, type Scored } from './first-stage';
import { hitOf, type Hit } from './hit';
import { readQuestion } from './read-question';
import type { SearchIndex } from './search-index';
import { secondStage, type Ranked } from './second-stage';
import { settings } from './settings';

/**
 * Finds the documents that answer a question, best first, equal ones in the order of their ids.
 *
 * The same index and question always give the same hits, and fewer hits are the beginning of more. Any string is
 * allowed: one that matches nothing gives none.
 *
 * @param k how many hits at most
 */
export function search(index: SearchIndex, query: string, k: number): Hit[] {
  const question = readQuestion(query, index.lexicon);
  const found = firstStage(index, question, k);
  const ranked = secondStage(index, question, found.slice(0, settings.reranked));
  const rest = found.slice(settings.reranked).map(asFound);
  return [...ranked, ...rest].slice(0, Math.max(k, 0)).map((each) => hitOf(index, question, each));
}

/** A document that came too late in the first stage to be ranked again. */
function asFound({ doc, score }: Scored): Ranked {
  return { doc, score: 0, signals: { words: score, grams: 0, stems: 0, pairs: 0, coverage: 0 }, pieces: [] };
}
