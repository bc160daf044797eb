import type { Evidence } from './evidence';

/** What turns evidence into a confidence, and a confidence into a verdict. */
export interface Calibration {
  /** confidence = 1 / (1 + e^-(intercept + Σ weight × evidence)). */
  readonly intercept: number;
  readonly weights: Readonly<Record<keyof Evidence, number>>;
  /** A 4-gram cosine from which on a question counts as a wording itself. */
  readonly verbatim: number;
  readonly cut: Cut;
}

/** From which confidence on an answer is given, and from which on several are offered. */
export interface Cut {
  readonly confident: number;
  readonly unsure: number;
}

/**
 * The weights: logistic regression on the development questions of test/evaluation/ (1: the best hit answers; 0: everything else,
 * questions out of scope among them), none of them below 0; the two cosines say nothing that the others do not. To be fitted again
 * whenever the documents change much. `verbatim`: from this 4-gram cosine on, the question is a wording nearly letter for letter, and
 * is answered. `cut.confident`, by rule: the lowest at which at most 2 of 100 answers are wrong on the development questions
 * (`npm run evaluate` prints what the rule gives). Nothing else depends on these numbers.
 */
export const calibration: Calibration = {
  intercept: -2.49,
  weights: {
    grams: 0,
    stems: 0,
    matched: 1.69,
    words: 0.92,
    margin: 3.48,
    known: 0.08,
    agreed: 1.44,
    ahead: 1.41,
  },
  verbatim: 0.9,
  cut: { confident: 0.91, unsure: 0.55 },
};
