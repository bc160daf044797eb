import type { Place } from '../content/problem';
import type { Contact, EntryKind, Fact, OutOfScopeClass, Source, Statement } from './schema';

/** Whether and by whom the words were approved. */
export interface Standing {
  readonly owner: string;
  readonly status: 'unreviewed' | 'reviewed';
  readonly reviewedBy?: string | undefined;
  readonly reviewedOn?: string | undefined;
  /** `2027-05-20`; past it the entry carries a warning. */
  readonly reviewBy?: string | undefined;
}

/** One answer to one question: an FAQ, a section of a guidance page, a term, a gap or a conflict. */
export interface Entry {
  /** `keep-after-death`, `gp2gp-basics#what-transfers`, `term-fp69`, `conflict-reprint-or-ndr`. */
  readonly id: string;
  readonly kind: EntryKind;
  readonly title: string;
  /** The headings above the title, outermost first. */
  readonly trail: readonly string[];
  /** Other ways in which people ask for it. */
  readonly wordings: readonly string[];
  readonly statements: readonly Statement[];
  /** With a gap: the sentence that says what no source answers. */
  readonly unanswered?: string | undefined;
  /** Ids of contacts to ask. */
  readonly ask: readonly string[];
  /** Ids of conflicts that the answer touches. */
  readonly conflicts: readonly string[];
  readonly guide?: string | undefined;
  readonly related: readonly string[];
  readonly standing: Standing;
  /** Where it is written. */
  readonly place: Place;
}

/** A disagreement between sources, shown with every answer that touches it. */
export interface Disagreement {
  readonly id: string;
  readonly title: string;
  readonly state: 'open' | 'settled';
  readonly positions: readonly Statement[];
  readonly newer: string;
  readonly decides: readonly string[];
  readonly check: string;
  readonly meanwhile: readonly Statement[];
}

/** Words that mean the same to staff, for search. */
export interface Synonyms {
  /** The entry that says what it means. */
  readonly entry: string;
  readonly term: string;
  readonly long?: string | undefined;
  readonly also: readonly string[];
}

/** Everything that the bot knows, read and checked. */
export interface Knowledge {
  readonly sources: ReadonlyMap<string, Source>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly disagreements: ReadonlyMap<string, Disagreement>;
  readonly synonyms: readonly Synonyms[];
  /** Kinds of message that are not answered here. */
  readonly outOfScope: ReadonlyMap<string, OutOfScopeClass>;
}
