import { calibration, type Calibration } from './calibration';
import { evidenceFor, type Evidence } from './evidence';
import type { Hit } from './hit';
import { confidenceOf, judge, type Verdict } from './judge';
import { readQuestion } from './read-question';
import { search } from './search';
import type { SearchIndex } from './search-index';
import { understand, type Understanding } from './understand';

/** The account of a search: why a document came first, and why it was or was not taken for the answer. */
export interface Explanation {
  readonly understanding: Understanding;
  readonly hits: readonly Hit[];
  /** What the confidence rests on; undefined if nothing was found. */
  readonly evidence: Evidence | undefined;
  readonly calibration: Calibration;
  /** 0 to 1. */
  readonly confidence: number;
  readonly verdict: Verdict;
  /** The verdict's reason in words. */
  readonly because: string;
}

/**
 * Explains a search.
 *
 * @param k how many hits to account for
 */
export function explain(index: SearchIndex, query: string, k: number): Explanation {
  const hits = search(index, query, k);
  const evidence = evidenceFor(index, readQuestion(query, index.lexicon), hits);
  const confidence = evidence ? confidenceOf(evidence) : 0;
  const verdict = judge(index, query, hits);
  const because = reasonOf(verdict, confidence);
  return {
    understanding: understand(index, query),
    hits,
    evidence,
    calibration,
    confidence,
    verdict,
    because,
  };
}

function reasonOf(verdict: Verdict, confidence: number): string {
  const { cut } = calibration;
  const figure = confidence.toFixed(2);
  switch (verdict.kind) {
    case 'confident':
      return `confidence ${figure} is at least ${cut.confident}`;
    case 'unsure':
      return `confidence ${figure} is below ${cut.confident} and at least ${cut.unsure}`;
    case 'unknown':
      if (verdict.reason === 'no-match') return 'no document has a content word of the question';
      return confidence < cut.unsure
        ? `confidence ${figure} is below ${cut.unsure}`
        : `confidence ${figure} is below ${cut.confident} and there is no second document to offer`;
  }
}
