import type { Evidence } from './evidence';

/** What turns evidence into a confidence, and a confidence into a verdict. */
export interface Calibration {
  /** confidence = 1 / (1 + e^-(intercept + Σ weight × evidence)). */
  readonly intercept: number;
  readonly weights: Readonly<Record<keyof Evidence, number>>;
  readonly cut: Cut;
}

/** From which confidence on an answer is given, and from which on several are offered. */
export interface Cut {
  readonly confident: number;
  readonly unsure: number;
}

/**
 * A first setting, to be fitted again whenever the documents change much: the weights by logistic regression on
 * questions whose answer is known and on questions that have none (1: the best hit answers; 0: everything else), the
 * cuts by what a wrong answer costs beside one question more. The stem cosine says nothing that the others do not, so
 * it weighs nothing here. Nothing else depends on these numbers.
 */
export const calibration: Calibration = {
  intercept: -8.8,
  weights: { grams: 1.2, stems: 0, matched: 3, words: 3, margin: 1.8, known: 1.5 },
  cut: { confident: 0.6, unsure: 0.3 },
};
