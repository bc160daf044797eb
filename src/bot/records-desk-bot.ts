import { ActivityHandler, type Activity, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { FeedbackBook } from '../conversation/feedback';
import type { Reply } from '../conversation/reply';
import type { Turn } from '../conversation/turn';
import { activityToTurn } from './activity-to-turn';
import { feedbackOn, isFeedback, readFeedback, type Judged } from './feedback';
import { inProcessUrl } from './in-process-connector';
import { once } from './once';
import { oneAfterAnother } from './one-after-another';
import type { RemoveIdentifiers } from './remove-identifiers';
import { repliesToActivities, type Rendering } from './reply-to-activity';
import { ShownReplies } from './shown-replies';
import { within } from './within';

/** Decides what is said. Never rejects for anything that a person writes. */
export type Converse = (turn: Turn) => Promise<readonly Reply[]>;

export interface Conversing {
  readonly converse: Converse;
  readonly rendering: Rendering;
  readonly removeIdentifiers: RemoveIdentifiers;
  /** Where thumbs of Teams and the like are kept. Without it none are taken. */
  readonly feedback?: Pick<FeedbackBook, 'keep'>;
  readonly now?: () => Date;
}

const longestTurn = 10_000;

/**
 * Turns activities into turns and replies into activities. An activity that is delivered again is not answered again, and
 * the answers of a conversation come in the order of its questions.
 */
export class RecordsDeskBot extends ActivityHandler {
  private readonly answerOnce = once<undefined>();
  private readonly inTurn = oneAfterAnother();
  private readonly shown = new ShownReplies();

  constructor(private readonly conversing: Conversing) {
    super();
    this.onMessage(async (context, next) => {
      await this.takeOnce(context);
      await next();
    });
    // Called only when somebody other than the bot was added.
    this.onMembersAdded(async (context, next) => {
      await this.takeOnce(context);
      await next();
    });
    this.onReactionsAdded(async ({ activity }, next) => {
      const { replyToId, reactionsAdded = [] } = activity;
      if (replyToId !== undefined && reactionsAdded.some(({ type }) => type === 'like'))
        await this.keep(activity, { replyId: replyToId, verdict: 'helpful', comment: '' });
      await next();
    });
  }

  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const { activity } = context;
    const { feedback, removeIdentifiers } = this.conversing;
    if (!feedback || !isFeedback(activity)) return super.onInvokeActivity(context);
    const judged = readFeedback(activity, removeIdentifiers);
    if (judged === undefined) return { status: 400 };
    await this.keep(activity, judged);
    return { status: 200 };
  }

  private async keep(activity: Activity, judged: Judged): Promise<void> {
    const { feedback, now = () => new Date() } = this.conversing;
    const reply = this.shown.find(placeOf(activity), judged.replyId);
    const { channelId, from } = activity;
    await feedback?.keep(feedbackOn(reply, judged, { channel: channelId, person: from.id, at: now() }));
  }

  private takeOnce(context: TurnContext): Promise<undefined> {
    const { channelId, conversation, id } = context.activity;
    const answer = () => this.inTurn(`${channelId} ${conversation.id}`, () => this.answer(context));
    return id === undefined
      ? answer()
      : this.answerOnce(JSON.stringify([channelId, conversation.id, id]), answer);
  }

  private async answer(context: TurnContext): Promise<undefined> {
    const { converse, rendering, removeIdentifiers, now = () => new Date() } = this.conversing;
    const { activity } = context;
    const turn = activityToTurn(activity, {
      removeIdentifiers,
      alreadyRemoved: removedBefore(context),
      at: now(),
    });
    const replies = await within(longestTurn, 'A turn', converse(turn));
    if (replies.length === 0) return;
    const sent = await context.sendActivities(repliesToActivities(replies, activity.channelId, rendering));
    if (activity.serviceUrl !== inProcessUrl) this.shown.remember(placeOf(activity), replies, sent);
  }
}

function placeOf({ channelId, conversation }: Activity): string {
  return JSON.stringify([channelId, conversation.id]);
}

/** Kinds that a channel of this process took out. From outside, nobody is believed. */
function removedBefore({ activity }: TurnContext): readonly string[] {
  const { removed } = (activity.channelData ?? {}) as { removed?: unknown };
  const ours = activity.serviceUrl === inProcessUrl && Array.isArray(removed);
  return ours ? removed.filter((kind) => typeof kind === 'string') : [];
}
