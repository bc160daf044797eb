import type { Answers } from '../dialogs';
import type { Choice, Reply } from './reply';

/**
 * What is remembered of a person's practice, with their agreement: question id → option id, and the names of its ICB and LMC (`areaKey`).
 * Never anything about a patient.
 */
export type Profile = Readonly<Record<string, string>>;

/** What a guide showed: its question with the options under it, or its outcome, which has none. */
export interface Shown {
  readonly id: string;
  readonly options: readonly string[];
}

/** What the bot remembers of a conversation. Plain data: it is stored as JSON. */
export interface Session {
  readonly conversation: string;
  /** Grows by one with every save; a save against an older revision fails. */
  readonly revision: number;
  /** The guide being walked; its answers are in `answers`. */
  readonly guide?: string | undefined;
  /** The guide that was stopped or finished last, for "continue". */
  readonly paused?: string | undefined;
  /** A guide that was left with a question open when another was started; it is offered back. */
  readonly interrupted?: string | undefined;
  /** Tree id → answers, for every guide walked in this conversation. */
  readonly answers: Readonly<Record<string, Answers>>;
  /** The choices last put to the person, so that "2" or a title typed by hand is understood. */
  readonly offered: readonly Choice[];
  /** Tree id → what its guide showed last, by which the next turn sees that a new release altered it. */
  readonly shown?: Readonly<Record<string, Shown>>;
  /** The heading of the last answer, by which a follow-up is read. */
  readonly topic?: string | undefined;
  /** Choices of an offer that stands above a guide's question in the same turn. */
  readonly beside?: readonly Choice[];
  /** What was searched for last, so that a guide chosen after it need not ask what it tells. */
  readonly asked?: string | undefined;
  /** How many times in a row the person was not understood. */
  readonly misses: number;
}

/** What is kept of one turn. It holds no identifiers: the text was freed of them at the channel's door. */
export interface Exchange {
  readonly turn: string;
  readonly conversation: string;
  readonly channel: string;
  readonly at: string;
  readonly release: string;
  readonly text: string;
  readonly replies: readonly Reply[];
  /** Entries considered, best first, with their scores: what was shown and what was rejected. */
  readonly considered: readonly { readonly id: string; readonly score: number }[];
}

export function newSession(conversation: string): Session {
  return { conversation, revision: 0, answers: {}, offered: [], misses: 0 };
}
