import type { Place } from '../content/problem';
import type { Outcome, Question } from './schema';

/** A checked tree: every `next` leads to a question or an outcome of it. */
export interface Tree {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** Decision points of the fact files that it covers: `D-A01`. */
  readonly situations: readonly string[];
  readonly starts: readonly string[];
  readonly start: string;
  /** By place in the tree. A question that stands at two places has two places and one id, so its answer is one. */
  readonly questions: ReadonlyMap<string, Question>;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly standing: {
    readonly owner: string;
    readonly status: 'unreviewed' | 'reviewed';
    readonly reviewedBy?: string | undefined;
    readonly reviewedOn?: string | undefined;
    readonly reviewBy?: string | undefined;
  };
  /** Where the tree is written. */
  readonly place: Place;
  /** What it names of the knowledge; the checks see that all of it exists. */
  readonly mentions: readonly Mention[];
}

/** Something of `knowledge/` that a tree names. */
export interface Mention {
  readonly kind: 'fact' | 'contact' | 'conflict';
  readonly id: string;
  readonly place: Place;
}

/** Question id → option id: the whole state of a dialog. The order comes from walking. */
export type Answers = Readonly<Record<string, string>>;
