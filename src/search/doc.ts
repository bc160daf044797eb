/** A short document to be found. */
export interface Doc {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Other ways in which people ask for it. */
  readonly wordings?: readonly string[];
  /** Headings above the title, outermost first. */
  readonly trail?: readonly string[];
}
