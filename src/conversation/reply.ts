import type { Pressed } from './turn';

/** A source as it is shown. The numbers in the text (`[1]`) are positions in the reply's list, from 1. */
export interface Citation {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly version: string | null;
  /** The date of the text in words, or null ("undated"). */
  readonly date: string | null;
  readonly url: string | null;
  readonly seen: 'live' | 'archived' | 'mirror' | 'undated';
  /** What to know before trusting it: how it was seen, or that it is superseded. */
  readonly caution: string | null;
}

/** Something to choose. Sending its title as text and sending its value have the same effect. */
export interface Choice {
  readonly title: string;
  readonly value: Pressed;
}

/** A sentence with the numbers of its citations. */
export interface Line {
  readonly text: string;
  readonly cites: readonly number[];
  /** What must be confirmed before it is relied on. */
  readonly caveat?: string | undefined;
}

/** The small block model that every renderer knows. Text is plain: never HTML, never Markdown. */
export type Block =
  | { readonly kind: 'paragraph'; readonly line: Line }
  | {
      readonly kind: 'list';
      readonly heading: string | null;
      readonly tone: 'plain' | 'check' | 'do-not' | 'warning';
      readonly items: readonly Line[];
    }
  | {
      readonly kind: 'steps';
      readonly steps: readonly (Line & {
        readonly who: string;
        readonly when: string | null;
        readonly with: string | null;
      })[];
    }
  | {
      /** Sources that disagree: both sides, which is newer, who decides. */
      readonly kind: 'conflict';
      readonly title: string;
      readonly open: boolean;
      readonly positions: readonly Line[];
      readonly newer: string;
      readonly check: string;
      readonly meanwhile: readonly Line[];
      readonly decides: readonly string[];
    }
  | {
      /** Who can be asked, and how. */
      readonly kind: 'contacts';
      readonly contacts: readonly {
        readonly name: string;
        readonly for: string;
        readonly how: Line | null;
      }[];
    };

interface Common {
  /** The heading shown; empty where a reply needs none. */
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly choices: readonly Choice[];
  readonly citations: readonly Citation[];
  /** Sentences for the person: identifiers left out, content unreviewed or overdue, and the like. */
  readonly notices: readonly string[];
  /** The hash of content and trees that the reply was made from. */
  readonly release: string;
}

/** Why there is no answer. */
export type UnknownReason = 'no-match' | 'weak-match' | 'out-of-scope' | 'clinical' | 'emergency' | 'gap';

/**
 * The closed list of ways in which a turn can end. Renderers, figures, transcripts and the evaluation switch over
 * `kind`, so that a new kind is a compile error wherever it must be learnt.
 */
export type Reply =
  | (Common & { readonly kind: 'answer'; readonly id: string; readonly confidence: number })
  | (Common & { readonly kind: 'offer'; readonly confidence: number })
  | (Common & { readonly kind: 'unknown'; readonly reason: UnknownReason; readonly id: string | null })
  | (Common & {
      readonly kind: 'question';
      /** `tree#question` */
      readonly id: string;
      /** 1-based position, and how many are likely in all. */
      readonly progress: { readonly number: number; readonly about: number };
      /** What was understood so far, in words ("scan in the NDR"). */
      readonly told: readonly string[];
    })
  | (Common & {
      readonly kind: 'outcome';
      readonly id: string;
      readonly told: readonly string[];
      /** Where the same action sheet opens as a page to print, with its answers in the address. */
      readonly link: string | null;
    })
  | (Common & { readonly kind: 'notice'; readonly about: NoticeAbout });

export type NoticeAbout =
  | 'welcome'
  | 'help'
  | 'thanks'
  | 'greeting'
  | 'cancelled'
  | 'nothing-to-change'
  | 'change'
  | 'misunderstood'
  | 'why'
  | 'answers'
  | 'contact'
  | 'profile'
  | 'moved'
  | 'too-long'
  | 'no-words'
  | 'identifiers'
  | 'error';
