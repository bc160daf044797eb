import type { Bot } from '../../bot/cloud-adapter';
import type { Deliver } from '../../bot/in-process-connector';
import { errorFields, type Log } from '../../bot/log';
import type { RemoveIdentifiers } from '../../bot/remove-identifiers';
import type { FeedbackBook } from '../../conversation/feedback';
import type { Route } from '../route';
import { Access, type AccessSettings } from './access';
import { ConversationLog } from './conversation-log';
import { Conversations, type Erase } from './conversations';
import { deliverTo } from './deliver';
import { directLineRoutes } from './endpoint';
import { createRates } from './rates';
import type { Shelf } from './shelf';
import { Streams } from './stream';
import { createUpgrade, type Upgrade } from './upgrade';

export interface DirectLineOptions {
  readonly settings: AccessSettings & { readonly rateLimit: boolean };
  readonly shelf: Shelf;
  /** Makes the bot, given the way by which its messages reach their conversations. */
  readonly bot: (deliver: Deliver) => Bot;
  /** Removes what the bot remembers of a conversation. */
  readonly erase: Erase;
  readonly feedback: Pick<FeedbackBook, 'keep'>;
  readonly removeIdentifiers: RemoveIdentifiers;
  readonly log: Log;
  readonly now?: () => Date;
}

export interface DirectLine {
  readonly bot: Bot;
  readonly routes: readonly Route[];
  readonly upgrade: Upgrade;
  /** Ends all streams. */
  close(): void;
}

const hour = 60 * 60 * 1000;

/** Direct Line on this server: the calls, the streams, and the bot behind them. */
export function createDirectLine({
  settings,
  shelf,
  bot: makeBot,
  erase,
  feedback,
  removeIdentifiers,
  log: note,
  now = () => new Date(),
}: DirectLineOptions): DirectLine {
  const log = new ConversationLog(shelf, now);
  const bot = makeBot(deliverTo(log));
  const access = new Access(settings, rememberKey(shelf), () => now().getTime());
  const conversations = new Conversations({
    shelf,
    log,
    bot,
    erase,
    feedback,
    idleDays: settings.resumeDays,
    now,
  });
  const failed = (what: string) => (error: unknown) => {
    note.error(errorFields(error), what);
  };
  const streams = new Streams(log, failed('A stream failed'));
  const sweep = setInterval(() => {
    conversations.forgetIdle().catch(failed('Forgetting idle conversations failed'));
  }, hour);
  sweep.unref();
  return {
    bot,
    routes: directLineRoutes({
      settings,
      access,
      rates: createRates(settings.rateLimit),
      conversations,
      log,
      streams,
      removeIdentifiers,
    }),
    upgrade: createUpgrade({
      settings,
      access,
      conversations,
      streams,
      failed: failed('Opening a stream failed'),
    }),
    close: () => {
      clearInterval(sweep);
      streams.close();
    },
  };
}

/** Asks the shelf once; again only if that failed. */
function rememberKey(shelf: Shelf): () => Promise<Uint8Array> {
  let key: Uint8Array | undefined;
  return async () => (key ??= await shelf.signingKey());
}
