import { fill } from '../dialogs';
import { notice } from './compose';
import type { Library } from './library';
import type { Reply } from './reply';
import { respond } from './respond';
import { newSession } from './session';
import { StaleSession } from './store';
import type { Store } from './store';
import type { Turn } from './turn';

/** Takes a turn to its replies. Never rejects because of what a person sent: a failure is told calmly, with a reference. */
export type Converse = (turn: Turn) => Promise<readonly Reply[]>;

/** How often a turn is responded to again after somebody else saved the session first. */
const TRIES = 5;

export interface Surroundings {
  readonly store: Store;
  /** The release in force now; a turn is answered from one release only. */
  readonly library: () => Library;
  /** Called with failures of the world (a full disk, a lost database), never with anybody's words. */
  readonly failed: (error: unknown, reference: string) => void;
}

/**
 * Answers a conversation's turns one after another; the same turn delivered again gets the replies that were stored for it.
 * This is the only place that awaits between the pure decision and the store.
 */
export function makeConverse({ store, library, failed }: Surroundings): Converse {
  const queues = new Map<string, Promise<unknown>>();
  return (turn) => {
    const before = queues.get(turn.conversation) ?? Promise.resolve();
    const replies = before.then(() => takeTurn(turn));
    queues.set(turn.conversation, replies);
    void replies.then(() => {
      if (queues.get(turn.conversation) === replies) queues.delete(turn.conversation);
    });
    return replies;
  };

  async function takeTurn(turn: Turn): Promise<readonly Reply[]> {
    try {
      return await answerOnce(turn);
    } catch (error) {
      const reference = Math.random().toString(36).slice(2, 8);
      failed(error, reference);
      const now = library();
      const lines = now.phrases.error.lines.map((line) => fill(line, { reference }));
      return [notice(now, 'error', { ...now.phrases.error, lines })];
    }
  }

  async function answerOnce(turn: Turn): Promise<readonly Reply[]> {
    const { conversation, id, channel, at, text, person } = turn;
    for (let tries = 1; ; tries++) {
      const earlier = await store.exchange(conversation, id);
      if (earlier !== undefined) return earlier.replies;
      const now = library();
      const session = (await store.session(conversation)) ?? newSession(conversation);
      const response = respond(turn, session, now, await store.profile(person));
      const { profile } = response;
      const replies = response.replies;
      try {
        await store.save(
          response.session,
          {
            turn: id,
            conversation,
            channel,
            at,
            release: now.release,
            text,
            replies,
            considered: response.considered,
          },
          profile === undefined ? undefined : { person, profile },
        );
        return replies;
      } catch (error) {
        if (!(error instanceof StaleSession) || tries === TRIES) throw error;
      }
    }
  }
}
