import type { Exchange, Profile, Session } from './session';

/** Thrown by `save` when somebody else saved the session first. Respond again from the newer session. */
export class StaleSession extends Error {
  constructor(conversation: string, revision: number) {
    super(`Session ${conversation} has moved on from revision ${revision}; read it again and respond again.`);
    this.name = 'StaleSession';
  }
}

/** Where sessions and exchanges live. Every implementation passes the same contract suite. */
export interface Store {
  session(conversation: string): Promise<Session | undefined>;
  /** What is remembered of the person's practice; empty when nothing is. */
  profile(person: string): Promise<Profile>;
  /** The exchange recorded for this turn, if the turn was answered before. */
  exchange(conversation: string, turn: string): Promise<Exchange | undefined>;
  /**
   * Remembers session, exchange and, if changed, the profile together or not at all; an empty profile is forgotten. `session.revision` is the revision that was read (0 for a new one);
   * it is stored as one more. Throws StaleSession when the stored revision differs, or when the turn was recorded before.
   */
  save(
    session: Session,
    exchange: Exchange,
    changed?: { readonly person: string; readonly profile: Profile },
  ): Promise<void>;
  /** Forgets sessions and exchanges that nobody touched since (ISO date and time). Profiles stay until the person says "forget us". */
  forget(before: string): Promise<void>;
  close(): Promise<void>;
}
