import type { Problem } from '../content';
import type { Tree } from '../dialogs';
import type { Knowledge } from '../knowledge/entry';

/** What the rules look at: everything that was authored, joined. */
export interface Content {
  readonly knowledge: Knowledge;
  readonly trees: ReadonlyMap<string, Tree>;
  /** The day for which ageing is judged, `2026-11-20`. */
  readonly asOf: string;
}

/** One thing that can be wrong with content that reads well file by file. Errors stop the start; warnings are printed. */
export type Rule = (content: Content) => Problem[];
