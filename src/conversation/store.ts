import type { Exchange, Session } from './session';

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
  /** The exchange recorded for this turn, if the turn was answered before. */
  exchange(conversation: string, turn: string): Promise<Exchange | undefined>;
  /**
   * Remembers session and exchange together or neither. `session.revision` is the revision that was read (0 for a new one);
   * it is stored as one more. Throws StaleSession when the stored revision differs.
   */
  save(session: Session, exchange: Exchange): Promise<void>;
  close(): Promise<void>;
}
