import { EventEmitter } from 'node:events';
import { randomBytes } from 'node:crypto';
import { oneAfterAnother } from '../../bot/one-after-another';
import type { Kept, Shelf, WireActivity } from './shelf';

/** People press "retry" within minutes; later, the same id is a coincidence. */
const repeatedWithin = 10 * 60 * 1000;

/** What is sent to a client: activities, and the watermark to come back with. */
export interface ActivitySet {
  readonly activities: readonly WireActivity[];
  readonly watermark: string;
}

/** The activities of all conversations, in order, and word to whoever listens that there is a new one. */
export class ConversationLog {
  private readonly inTurn = oneAfterAnother();
  private readonly news = new EventEmitter().setMaxListeners(0);

  constructor(
    private readonly shelf: Shelf,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** An id for an activity that is to be appended. */
  newId(conversation: string): string {
    return `${conversation}|${randomBytes(6).toString('hex')}`;
  }

  /** Adds an activity, in the order of the calls, and dates it. */
  append(conversation: string, activity: WireActivity, sentAs?: string): Promise<void> {
    return this.inTurn(conversation, async () => {
      const at = this.now().toISOString();
      const kept: Kept = {
        activity: { ...activity, timestamp: at },
        at,
        ...(sentAs === undefined ? {} : { sentAs }),
      };
      await this.shelf.append(conversation, kept);
      this.news.emit(conversation);
    });
  }

  /** Everything behind the watermark. */
  async after(conversation: string, watermark: number): Promise<ActivitySet> {
    const placed = await this.shelf.after(conversation, watermark);
    return {
      activities: placed.map(({ activity }) => activity),
      watermark: String(placed.at(-1)?.place ?? watermark),
    };
  }

  /** The id under which the bot's message was appended before, if it was. */
  async appendedBefore(conversation: string, sentAs: string): Promise<string | undefined> {
    return (await this.shelf.sent(conversation, sentAs))?.activity.id;
  }

  /**
   * What the client sent in the last ten minutes under this id of its own, and whether the bot replied to it: all that it
   * had to say, not only the first of two messages before the server was killed.
   */
  async sentBefore(
    conversation: string,
    sentAs: string,
  ): Promise<{ readonly id: string; readonly replied: boolean } | undefined> {
    const sent = await this.shelf.sent(conversation, sentAs);
    if (!sent || this.now().getTime() - Date.parse(sent.at) > repeatedWithin) return undefined;
    const { id } = sent.activity;
    const since = await this.shelf.after(conversation, sent.place);
    return { id, replied: since.some(({ activity }) => isEnd(activity, id)) };
  }

  /** Calls when something was appended, until the returned function is called. */
  listen(conversation: string, heard: () => void): () => void {
    this.news.on(conversation, heard);
    return () => {
      this.news.off(conversation, heard);
    };
  }
}

/** The last message of a turn waits for the person. */
function isEnd(activity: WireActivity, repliedTo: string): boolean {
  return activity['replyToId'] === repliedTo && activity['inputHint'] === 'expectingInput';
}
