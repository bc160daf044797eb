import type { Knowledge } from '../knowledge/entry';
import type { Tree } from '../dialogs/tree';
import type { SearchIndex } from '../search';
import type { Phrases } from './phrases';

/** All that replies are made from: one release of the content. */
export interface Library {
  readonly knowledge: Knowledge;
  readonly trees: ReadonlyMap<string, Tree>;
  readonly phrases: Phrases;
  readonly index: SearchIndex;
  /** A hash of all knowledge, trees and phrases. */
  readonly release: string;
  /** The day for which standing is judged, `2026-11-20`. */
  readonly asOf: string;
}
