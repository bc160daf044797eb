/** What was taken out, as it is named to the person. */
export type Kind =
  | 'NHS number'
  | 'date of birth'
  | 'phone number'
  | 'e-mail address'
  | 'postcode'
  | 'National Insurance number'
  | 'name'
  | 'address'
  | 'hospital number'
  | 'passport number'
  | 'vehicle registration';

/** A stretch of text: from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds one kind of identifier in a text made legible (see `legible`). The spans do not overlap. The work grows in
 * proportion to the text, whatever is in it: patterns are bounded and have no repeat within a repeat.
 */
export interface Detector {
  readonly kind: Kind;
  readonly find: (text: string) => Span[];
}

/** The spans of all matches of a global pattern. */
export function matches(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
