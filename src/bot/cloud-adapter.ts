import { CloudAdapter, type Activity, type TurnContext } from 'botbuilder';
import type { CheckedActivity } from './activity-shape';
import { DeskAuthentication, publicCloud, type AzureApp, type Cloud } from './authentication';
import { inProcessUrl, type Deliver } from './in-process-connector';
import { errorFields, newReference, type Log } from './log';
import { RecordsDeskBot, type Conversing } from './records-desk-bot';
import { withQuietConsole } from './sdk-console';

/** What a channel of this process hands to the bot. Its words were freed of identifiers at the channel's door. */
export interface LocalActivity {
  readonly type: 'message' | 'event' | 'joined';
  readonly id: string;
  readonly channel: string;
  readonly conversation: string;
  readonly person: { readonly id: string; readonly name?: string | undefined };
  readonly text?: string | undefined;
  readonly value?: unknown;
  /** Kinds of identifiers that were taken out of the text. */
  readonly removed: readonly string[];
}

export interface Bot {
  /** Throws Refused when the header cannot be the Bot Connector's. A look without cost, before the body is read. */
  admit(authorization: string | undefined): void;
  /** Takes what was posted as the Bot Connector. Throws Refused when it is not, or when it cannot be checked. */
  receive(
    authorization: string | undefined,
    activity: CheckedActivity,
  ): Promise<{ status: number; body?: unknown }>;
  /** Takes an activity of a channel in this process; resolves when its replies were delivered. */
  take(activity: LocalActivity): Promise<void>;
}

export interface BotOptions extends Conversing {
  readonly app: AzureApp | undefined;
  /** Takes the bot's messages to channels in this process. */
  readonly deliver: Deliver;
  readonly log: Log;
  /** Which release of the content answers, for the message that says that something failed. */
  readonly release: () => string;
  readonly cloud?: Cloud;
}

/** The bot as channels see it, Teams and those in this process alike: one adapter, one handler. */
export function createBot(options: BotOptions): Bot {
  const { app, deliver, log, cloud = publicCloud } = options;
  const authentication = new DeskAuthentication(app, deliver, cloud);
  const adapter = new DeskAdapter(authentication);
  const bot = new RecordsDeskBot(options);
  const run = (context: TurnContext) => bot.run(context);
  adapter.onTurnError = (context, error) => apologise(context, error, options);
  return {
    admit: (authorization) => {
      authentication.admit(authorization);
    },
    receive: (authorization = '', activity) =>
      withQuietConsole(log, () => adapter.receive(authorization, activity as unknown as Activity, run)),
    take: async (activity) => {
      await withQuietConsole(log, () =>
        adapter.processActivityDirect(authentication.trusted(), fromLocal(activity), run),
      );
    },
  };
}

class DeskAdapter extends CloudAdapter {
  /** As `process` does, but without a web server's request and response, and with errors thrown rather than shown. */
  async receive(authorization: string, activity: Activity, logic: (context: TurnContext) => Promise<void>) {
    const response = await this.processActivity(authorization, activity, logic);
    return response ? { status: response.status, body: response.body as unknown } : { status: 200 };
  }
}

export const botAccount = { id: 'records-desk', name: 'Records Desk', role: 'bot' };

function fromLocal({
  type,
  id,
  channel,
  conversation,
  person,
  text,
  value,
  removed,
}: LocalActivity): Activity {
  const from = { ...person, role: 'user' };
  const activity = {
    type: type === 'joined' ? 'conversationUpdate' : type,
    id,
    channelId: channel,
    serviceUrl: inProcessUrl,
    conversation: { id: conversation },
    from,
    recipient: botAccount,
    ...(type === 'joined' ? { membersAdded: [botAccount, from] } : { text: text ?? '', value }),
    channelData: { removed },
  };
  return activity as unknown as Activity;
}

/** Tells the person in one sentence, and the operator, by the same reference, in the log. */
async function apologise(context: TurnContext, error: unknown, { log, release }: BotOptions): Promise<void> {
  const reference = newReference();
  log.error({ reference, channel: context.activity.channelId, ...errorFields(error) }, 'A turn failed');
  if (context.activity.type !== 'message') return;
  const text = `Sorry, that did not work just now. Please try again in a minute. If it keeps happening, quote reference ${reference}.`;
  const notice = {
    kind: 'notice',
    id: null,
    title: '',
    confidence: null,
    sources: [],
    choices: [],
    notices: [],
  };
  const channelData = { guidance: { ...notice, release: release() } };
  try {
    await context.sendActivity({
      type: 'message',
      text,
      textFormat: 'markdown',
      inputHint: 'expectingInput',
      channelData,
    });
  } catch (second) {
    log.error({ reference, ...errorFields(second) }, 'The apology could not be sent either');
  }
}
