import { z } from 'zod';
import type { RemoveIdentifiers } from '../../bot/remove-identifiers';
import { HttpProblem, type Answer, type Request, type RequestHead } from '../route';
import type { Access } from './access';
import type { ConversationLog } from './conversation-log';
import type { Conversations } from './conversations';
import { readIncoming } from './incoming';
import type { Rates } from './rates';
import type { Started } from './shelf';
import type { Streams } from './stream';
import { tokenSeconds } from './token';

export interface CallOptions {
  readonly access: Access;
  readonly rates: Rates;
  readonly conversations: Conversations;
  readonly log: ConversationLog;
  readonly streams: Pick<Streams, 'end'>;
  readonly removeIdentifiers: RemoveIdentifiers;
  /** Where the client finds the stream, without query. */
  readonly streamUrl: (conversation: string, head: RequestHead) => string;
}

/** The calls of Direct Line. Origin and token were checked before; here it is known only that they hold. */
export class Calls {
  constructor(private readonly options: CallOptions) {}

  /** A token for a new conversation, bound to the user that the caller names. */
  async generate(request: Request): Promise<Answer> {
    return this.newToken(request, readUser(request.body));
  }

  /** The same for the widget's page, which nobody vouches for: it cannot name a user. */
  async generateForPage(request: Request): Promise<Answer> {
    return this.newToken(request, undefined);
  }

  /** A fresh token for the conversation of one that has run out. Only for pages: other clients refresh in time. */
  async resume(head: RequestHead): Promise<Answer> {
    const { access, conversations, rates } = this.options;
    await rates.token(head.address);
    const found = await conversations.find((await access.formerly(head)).conv);
    if (!found) throw over();
    return { status: 200, body: await this.tokenFor(found) };
  }

  async refresh(head: RequestHead): Promise<Answer> {
    const caller = await this.options.access.caller(head);
    if (caller.secret)
      throw new HttpProblem(400, 'BadArgument', 'A secret does not run out; refresh tokens only.');
    const { conv, user } = caller.claims;
    return { status: 200, body: await this.tokenFor({ id: conv, user }) };
  }

  /** Starts the conversation of the token, or with the secret a new one. */
  async start(request: Request): Promise<Answer> {
    const { access, conversations, rates } = this.options;
    const caller = await access.caller(request);
    if (caller.secret) await rates.token(request.address);
    const conversation: Started = caller.secret
      ? { id: conversations.newId(), user: conversations.userId(readUser(request.body)) }
      : { id: caller.claims.conv, user: caller.claims.user };
    const isNew = await conversations.start(conversation);
    return { status: isNew ? 201 : 200, body: await this.opened(conversation, request, 0) };
  }

  async reconnect(request: Request): Promise<Answer> {
    return {
      status: 200,
      body: await this.opened(await this.conversation(request), request, watermarkOf(request)),
    };
  }

  async post(request: Request): Promise<Answer> {
    const { conversations, rates, removeIdentifiers } = this.options;
    const conversation = await this.conversation(request);
    await rates.message(conversation.id);
    const incoming = readIncoming(request.body, removeIdentifiers);
    if (!incoming)
      throw new HttpProblem(
        400,
        'BadArgument',
        'Send a message, an event, or feedback on a message of mine.',
      );
    if (incoming.feedback && !(await conversations.judge(conversation, incoming.feedback)))
      throw new HttpProblem(400, 'BadArgument', 'There is no such message here to give feedback on.');
    return { status: 200, body: { id: await conversations.send(conversation, incoming) } };
  }

  async read(request: Request): Promise<Answer> {
    const { id } = await this.conversation(request);
    return { status: 200, body: await this.options.log.after(id, watermarkOf(request)) };
  }

  /** "Start over": removes the conversation. Asked for again, it is still gone. */
  async remove(head: RequestHead): Promise<Answer> {
    const { access, conversations, rates, streams } = this.options;
    const id = conversationIn(head);
    const caller = await access.callerOf(id, head);
    await rates.message(id);
    const user = caller.secret ? (await conversations.find(id))?.user : caller.claims.user;
    await conversations.erase({ id, user: user ?? '' });
    streams.end(id);
    return { status: 204 };
  }

  private async conversation(head: RequestHead): Promise<Started> {
    const found = await this.options.conversations.find(conversationIn(head));
    if (!found) throw over();
    return found;
  }

  private async newToken(head: RequestHead, user: string | undefined): Promise<Answer> {
    const { conversations, rates } = this.options;
    await rates.token(head.address);
    return {
      status: 200,
      body: await this.tokenFor({ id: conversations.newId(), user: conversations.userId(user) }),
    };
  }

  private async tokenFor({ id, user }: Started) {
    return { conversationId: id, token: await this.options.access.token(id, user), expires_in: tokenSeconds };
  }

  private async opened(conversation: Started, head: RequestHead, watermark: number) {
    const { access, streamUrl } = this.options;
    const query = new URLSearchParams({
      watermark: String(watermark),
      t: await access.token(conversation.id, conversation.user, 'stream'),
    });
    return {
      ...(await this.tokenFor(conversation)),
      streamUrl: `${streamUrl(conversation.id, head)}?${query.toString()}`,
    };
  }
}

const over = () =>
  new HttpProblem(404, 'NotFound', 'This conversation was not started or is over. Start a new one.');

export function conversationIn({ params }: Pick<RequestHead, 'params'>): string {
  return params['id'] ?? '';
}

/** Everything that is no number, as clients send before they saw anything, means from the beginning. */
export function watermarkOf({ query }: Pick<RequestHead, 'query'>): number {
  const given = query.get('watermark') ?? '';
  return /^\d{1,15}$/.test(given) ? Number(given) : 0;
}

const withUser = z.looseObject({
  user: z
    .looseObject({
      id: z
        .string()
        .regex(/^[\w.@:|-]{1,64}$/)
        .optional(),
      name: z.string().max(200).optional(),
    })
    .optional(),
});

function readUser(body: unknown): string | undefined {
  const { data, error } = withUser.safeParse(body ?? {});
  if (error)
    throw new HttpProblem(400, 'BadArgument', 'user.id may have up to 64 letters, digits and . @ : | _ -');
  return data.user?.id;
}
