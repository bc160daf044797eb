import { calibration, type Calibration, type Cut } from './calibration';
import { evidenceFor, type Evidence } from './evidence';
import type { Hit } from './hit';
import { readQuestion } from './read-question';
import { search } from './search';
import type { SearchIndex } from './search-index';

/** What a search is good for. */
export type Verdict =
  /** The best hit answers. `others`: the hits after it. */
  | {
      readonly kind: 'confident';
      readonly best: Hit;
      readonly others: readonly Hit[];
      readonly confidence: number;
    }
  /** One of two or three may answer. */
  | { readonly kind: 'unsure'; readonly among: readonly Hit[]; readonly confidence: number }
  /** Nothing answers: no content word was found, or too little speaks for the best. `nearest`: at most three, none without a match. */
  | {
      readonly kind: 'unknown';
      readonly reason: 'no-match' | 'weak-match';
      readonly nearest: readonly Hit[];
    };

const HITS = 10;
/** Nothing is certain. */
const SUREST = 0.98;
const MOST_OFFERED = 3;

/**
 * Decides whether a question is answered.
 *
 * @param hits what `search` gave for the question, if it was asked already
 * @param cut from which confidence on to answer and to offer
 */
export function judge(
  index: SearchIndex,
  query: string,
  hits: readonly Hit[] = search(index, query, HITS),
  cut: Cut = calibration.cut,
): Verdict {
  const evidence = evidenceFor(index, readQuestion(query, index.lexicon), hits);
  const [best, ...others] = hits;
  if (!best || !evidence || evidence.matched === 0)
    return { kind: 'unknown', reason: 'no-match', nearest: [] };
  const nearest = hits.slice(0, MOST_OFFERED);
  const confidence = confidenceOf(evidence);
  if (confidence >= cut.confident) return { kind: 'confident', best, others, confidence };
  if (confidence >= cut.unsure && nearest.length > 1) return { kind: 'unsure', among: nearest, confidence };
  return { kind: 'unknown', reason: 'weak-match', nearest };
}

/** How likely the best hit answers, 0 to 1. */
export function confidenceOf(
  evidence: Evidence,
  { intercept, weights, verbatim }: Calibration = calibration,
): number {
  const names = Object.keys(weights) as (keyof Evidence)[];
  const fitted =
    1 / (1 + Math.exp(-names.reduce((sum, name) => sum + weights[name] * evidence[name], intercept)));
  return evidence.grams >= verbatim ? Math.max(fitted, Math.min(evidence.grams, SUREST)) : fitted;
}
