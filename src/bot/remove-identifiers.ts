/** Takes patient identifiers out of a text and names the kinds that it found. The real one lives in `privacy/`. */
export type RemoveIdentifiers = (text: string) => {
  readonly text: string;
  readonly kinds: readonly string[];
};
