/** How a stem that is searched for came out of what was typed. */
export type Origin = 'typed' | 'repaired' | 'split' | 'joined' | 'synonym';

/** A stem that is searched for. */
export interface Meaning {
  readonly stem: string;
  /** 0 to 1. */
  readonly weight: number;
  readonly origin: Origin;
  /** The word or phrase that it comes from, to be shown. */
  readonly from: string;
}

/** A word of a question and what is searched for in its place: nothing, if the index does not know it. */
export interface Term {
  readonly word: string;
  readonly stem: string;
  readonly meanings: readonly Meaning[];
}

/** A question as the search reads it. No stem is counted twice. */
export interface Question {
  /** The words in order, repaired. */
  readonly words: readonly string[];
  /** What was mistyped and what it is read as. */
  readonly repaired: readonly { readonly from: string; readonly to: string }[];
  readonly content: readonly Term[];
  /** Function and question words. Where there is nothing else they are content. */
  readonly stop: readonly Term[];
}

/** The weight of every stem that terms search for. */
export function stemWeights(terms: readonly Term[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { stem, weight } of terms.flatMap(({ meanings }) => meanings)) {
    weights.set(stem, Math.max(weights.get(stem) ?? 0, weight));
  }
  return weights;
}
