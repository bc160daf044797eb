import { randomBytes } from 'node:crypto';
import { botAccount, type Bot, type LocalActivity } from '../../bot/cloud-adapter';
import { feedbackOn, type Judged, type JudgedReply } from '../../bot/feedback';
import { once } from '../../bot/once';
import { oneAfterAnother } from '../../bot/one-after-another';
import type { ConversationLog } from './conversation-log';
import type { FeedbackBook } from '../../conversation/feedback';
import type { Incoming } from './incoming';
import type { Shelf, Started, WireActivity } from './shelf';

const day = 24 * 60 * 60 * 1000;

/** Forgets what the bot remembers of a conversation, of a person, or of both. */
export type Erase = (what: {
  readonly conversation?: string | undefined;
  readonly person?: string | undefined;
}) => Promise<void>;

export interface ConversationsOptions {
  readonly shelf: Shelf;
  readonly log: ConversationLog;
  readonly bot: Bot;
  readonly erase: Erase;
  readonly feedback: Pick<FeedbackBook, 'keep'>;
  /** A chat in which nothing was said for so many days is over. */
  readonly idleDays: number;
  readonly now: () => Date;
}

/** What happens in conversations, whatever calls led to it. */
export class Conversations {
  private readonly sendOnce = once<string>();
  private readonly inTurn = oneAfterAnother();

  constructor(private readonly options: ConversationsOptions) {}

  newId(): string {
    return randomBytes(16).toString('hex');
  }

  /** `dl_` and 128 random bits, or the caller's own id, which gets the same beginning: it marks ids that a token vouches for. */
  userId(own?: string): string {
    return own === undefined ? `dl_${randomBytes(16).toString('hex')}` : `dl_${own.replace(/^dl_/, '')}`;
  }

  find(id: string): Promise<Started | undefined> {
    return this.options.shelf.conversation(id);
  }

  /** Starts a conversation and has the bot welcome the person. False when it was started before. */
  async start(conversation: Started): Promise<boolean> {
    const { shelf, log, now } = this.options;
    const isNew = await shelf.begin(conversation, now().toISOString());
    // Started before, but the server was killed before it could say a word.
    const isSilent = isNew || (await log.after(conversation.id, 0)).activities.length === 0;
    const id = `${conversation.id}|joined`;
    if (isSilent) await this.take({ ...local(conversation), type: 'joined', id, removed: [] });
    return isNew;
  }

  /** Keeps and echoes what the person sent and has the bot answer it. Sent twice, it is kept and answered once. */
  send(conversation: Started, incoming: Incoming): Promise<string> {
    const { sentAs, type } = incoming;
    if (type === 'typing') return Promise.resolve(this.options.log.newId(conversation.id));
    if (sentAs === undefined) return this.sendNow(conversation, incoming);
    return this.sendOnce(`${conversation.id} ${sentAs}`, () => this.sendNow(conversation, incoming, sentAs));
  }

  /** Keeps what a person says of a message of the bot's. False when there is no such message in the conversation. */
  async judge({ id, user }: Started, judged: Judged): Promise<boolean> {
    const { log, feedback, now } = this.options;
    const { activities } = await log.after(id, 0);
    const reply = judgedReply(activities.find((activity) => activity.id === judged.replyId));
    if (reply === undefined) return false;
    await feedback.keep(feedbackOn(reply, judged, { channel: channelId, person: user, at: now() }));
    return true;
  }

  /**
   * Removes a conversation as if it had never been, once what is being answered in it is answered. What is known of a
   * person goes as well if the id was made for this conversation alone; one that a host page vouches for comes again.
   */
  erase({ id, user }: Started): Promise<void> {
    const { shelf, erase } = this.options;
    return this.inTurn(id, async () => {
      await shelf.remove(id);
      await erase({ conversation: id, person: isOfOneConversation(user) ? user : undefined });
    });
  }

  /** Nobody can come back to what is forgotten here: what was remembered for that goes as well. Exchanges have their own days. */
  async forgetIdle(): Promise<void> {
    const { shelf, erase, idleDays, now } = this.options;
    const forgotten = await shelf.forget(new Date(now().getTime() - idleDays * day).toISOString());
    for (const { user } of forgotten) if (isOfOneConversation(user)) await erase({ person: user });
  }

  /** After a restart only the log knows what was sent before; what was kept but not answered then is answered now. */
  private async sendNow(conversation: Started, incoming: Incoming, sentAs?: string): Promise<string> {
    const { log } = this.options;
    const before = sentAs === undefined ? undefined : await log.sentBefore(conversation.id, sentAs);
    const id = before?.id ?? log.newId(conversation.id);
    if (!before) await log.append(conversation.id, { ...echo(conversation, incoming), id }, sentAs);
    const { type, text, value, removed } = incoming;
    if (type === 'message' && !before?.replied)
      await this.take({ ...local(conversation), type, id, text, value, removed });
    return id;
  }

  /** Has the bot take it, unless the conversation was removed meanwhile. */
  private take(activity: LocalActivity): Promise<void> {
    const { conversation } = activity;
    return this.inTurn(conversation, async () => {
      if (await this.find(conversation)) await this.options.bot.take(activity);
    });
  }
}

/** An id that was made here, with the conversation, rather than named by whoever holds the secret. */
const isOfOneConversation = (user: string): boolean => /^dl_[0-9a-f]{32}$/.test(user);

const channelId = 'directline';

function local({ id, user }: Started) {
  return { channel: channelId, conversation: id, person: { id: user } };
}

function echo({ id, user }: Started, incoming: Incoming): Record<string, unknown> {
  return {
    ...incoming.echo,
    channelId,
    conversation: { id },
    from: { id: user, role: 'user' },
    recipient: botAccount,
  };
}

/** What a message of the bot's says of itself; clients' own messages have no guidance: `channelData` of theirs is not kept. */
function judgedReply(activity: WireActivity | undefined): JudgedReply | undefined {
  return (activity?.['channelData'] as { guidance?: JudgedReply } | undefined)?.guidance;
}
