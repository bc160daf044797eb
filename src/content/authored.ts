import type { Place, Problem } from './problem';

/** A path into a YAML value: keys and list positions, outermost first. */
export type Path = readonly (string | number)[];

/** A checked value together with the way back to where each part of it was written. */
export interface Authored<T> {
  readonly value: T;
  /** Where the value at `path` is written; the nearest enclosing value when the path itself is absent. */
  readonly at: (path: Path) => Place;
}

/** Either the checked value, or every mistake found in the file. Warnings may accompany a value. */
export type Reading<T> =
  | { readonly ok: true; readonly authored: Authored<T>; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };
