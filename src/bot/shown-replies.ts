import type { ResourceResponse } from 'botbuilder';
import type { Reply } from '../conversation/reply';
import type { JudgedReply } from './feedback';
import { guidance } from './guidance';

const mostRemembered = 10_000;
/** A message of which nothing is known any more, as after a restart. */
const NOT_KNOWN: JudgedReply = { id: null, kind: 'not-known', release: '' };

/** Which reply a channel's message was, so that a thumb under it is known to be about that. The last ten thousand, in memory. */
export class ShownReplies {
  private readonly replies = new Map<string, JudgedReply>();

  /** `sent` tells, reply by reply, the ids that the channel gave. */
  remember(place: string, replies: readonly Reply[], sent: readonly (ResourceResponse | undefined)[]): void {
    for (const [at, reply] of replies.entries()) {
      const id = sent[at]?.id;
      if (id !== undefined) this.replies.set(JSON.stringify([place, id]), guidance(reply));
    }
    for (const oldest of this.replies.keys()) {
      if (this.replies.size <= mostRemembered) return;
      this.replies.delete(oldest);
    }
  }

  find(place: string, id: string): JudgedReply {
    const { id: entry, kind, release } = this.replies.get(JSON.stringify([place, id])) ?? NOT_KNOWN;
    return { id: entry, kind, release };
  }
}
