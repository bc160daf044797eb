import { randomBytes } from 'node:crypto';
import { botAccount, type Bot } from '../../bot/cloud-adapter';
import { once } from '../../bot/once';
import type { ConversationLog } from './conversation-log';
import type { Incoming } from './incoming';
import type { Shelf, Started } from './shelf';

const day = 24 * 60 * 60 * 1000;

/** What happens in conversations, whatever calls led to it. */
export class Conversations {
  private readonly sendOnce = once<string>();

  constructor(
    private readonly shelf: Shelf,
    private readonly log: ConversationLog,
    private readonly bot: Bot,
    /** A chat in which nothing was said for so many days is over. */
    private readonly idleDays: number,
    private readonly now: () => Date = () => new Date(),
  ) {}

  newId(): string {
    return randomBytes(16).toString('hex');
  }

  /** `dl_` and 128 random bits, or the caller's own id, which gets the same beginning: it marks ids that a token vouches for. */
  userId(own?: string): string {
    return own === undefined ? `dl_${randomBytes(16).toString('hex')}` : `dl_${own.replace(/^dl_/, '')}`;
  }

  find(id: string): Promise<Started | undefined> {
    return this.shelf.conversation(id);
  }

  /** Starts a conversation and has the bot welcome the person. False when it was started before. */
  async start(conversation: Started): Promise<boolean> {
    const isNew = await this.shelf.begin(conversation, this.now().toISOString());
    // Started before, but the server was killed before it could say a word.
    const isSilent = isNew || (await this.log.after(conversation.id, 0)).activities.length === 0;
    const id = `${conversation.id}|joined`;
    if (isSilent) await this.bot.take({ ...local(conversation), type: 'joined', id, removed: [] });
    return isNew;
  }

  /** Keeps and echoes what the person sent and has the bot answer it. Sent twice, it is kept and answered once. */
  send(conversation: Started, incoming: Incoming): Promise<string> {
    const { sentAs } = incoming;
    if (sentAs === undefined) return this.sendNow(conversation, incoming);
    return this.sendOnce(`${conversation.id} ${sentAs}`, () => this.sendNow(conversation, incoming, sentAs));
  }

  forgetIdle(): Promise<void> {
    return this.shelf.forget(new Date(this.now().getTime() - this.idleDays * day).toISOString());
  }

  /** After a restart only the log knows what was sent before; what was kept but not answered then is answered now. */
  private async sendNow(conversation: Started, incoming: Incoming, sentAs?: string): Promise<string> {
    const before = sentAs === undefined ? undefined : await this.log.sentBefore(conversation.id, sentAs);
    const id = before?.id ?? this.log.newId(conversation.id);
    if (!before) await this.log.append(conversation.id, { ...echo(conversation, incoming), id }, sentAs);
    const { type, text, value, removed } = incoming;
    if (!before?.replied) await this.bot.take({ ...local(conversation), type, id, text, value, removed });
    return id;
  }
}

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
