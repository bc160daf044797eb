import { createHash } from 'node:crypto';
import { z } from 'zod';
import { VERDICTS, type Feedback, type Verdict } from '../conversation/feedback';
import type { RemoveIdentifiers } from './remove-identifiers';

/** What a person said of one of the bot's messages. The comment was freed of identifiers. */
export interface Judged {
  /** The id of the message. */
  readonly replyId: string;
  readonly verdict: Verdict;
  readonly comment: string;
}

/** The fields of an activity that can hold feedback. */
export interface FeedbackActivity {
  readonly type: string;
  readonly name?: string | null | undefined;
  readonly value?: unknown;
  readonly replyToId?: string | null | undefined;
  readonly entities?: unknown;
}

const INVOKE = 'message/submitAction';
const WEB_CHAT = 'webchat:activity-status/feedback';
const longestComment = 300;
/** Nothing beyond is read: no identifier that is cut here reaches the comment. */
const longestRead = 2000;

const id = z.string().min(1).max(500);
const own = z.object({ replyId: id, verdict: z.enum(VERDICTS), comment: z.string().nullish() });
const thumb = z.object({
  actionName: z.literal('feedback'),
  actionValue: z.object({ reaction: z.enum(['like', 'dislike']), feedback: z.unknown().optional() }),
});

const action = z.object({
  '@type': z.enum(['LikeAction', 'DislikeAction']),
  '@id': z.string().regex(/^.{1,400}#(?:Like|Dislike)Action$/),
});

/** Whether an activity means to say something of a reply: our page's event, or the thumbs of Teams and Web Chat. */
export function isFeedback({ type, name }: FeedbackActivity): boolean {
  return type === 'event' ? name === 'feedback' || name === WEB_CHAT : type === 'invoke' && name === INVOKE;
}

/** What is said, or undefined when it cannot be read or names no message. */
export function readFeedback(
  activity: FeedbackActivity,
  removeIdentifiers: RemoveIdentifiers,
): Judged | undefined {
  const given = readGiven(activity);
  if (given === undefined) return undefined;
  const { replyId, verdict, comment } = given;
  return { replyId, verdict, comment: shortened(comment ?? '', removeIdentifiers) };
}

function readGiven(activity: FeedbackActivity): z.infer<typeof own> | undefined {
  if (activity.type === 'invoke') return readThumb(activity);
  return activity.name === WEB_CHAT ? readAction(activity) : own.safeParse(activity.value).data;
}

/** The stock Web Chat sends back the action that the message carried, whose `@id` begins with the id of the message. */
function readAction({ entities }: FeedbackActivity): z.infer<typeof own> | undefined {
  const taken = z
    .array(z.unknown())
    .max(10)
    .safeParse(entities)
    .data?.map((each) => action.safeParse(each).data);
  const { '@type': type, '@id': id } = taken?.find((each) => each !== undefined) ?? {};
  if (type === undefined || id === undefined) return undefined;
  return {
    replyId: id.slice(0, id.lastIndexOf('#')),
    verdict: type === 'LikeAction' ? 'helpful' : 'unhelpful',
  };
}

function readThumb({ value, replyToId }: FeedbackActivity): z.infer<typeof own> | undefined {
  const given = thumb.safeParse(value).data?.actionValue;
  const replyId = id.safeParse(replyToId).data;
  if (given === undefined || replyId === undefined) return undefined;
  const verdict = given.reaction === 'like' ? 'helpful' : 'unhelpful';
  return { replyId, verdict, comment: commentIn(given.feedback) };
}

/** Teams sends the comment as JSON in a string, Web Chat as an object. */
function commentIn(feedback: unknown): string {
  const written = z.object({ feedbackText: z.string() });
  if (typeof feedback !== 'string') return written.safeParse(feedback).data?.feedbackText ?? '';
  try {
    return written.parse(JSON.parse(feedback)).feedbackText;
  } catch {
    return feedback;
  }
}

/** One line without control and invisible characters: it is printed in a terminal. What is looked through is what is kept. */
function shortened(comment: string, removeIdentifiers: RemoveIdentifiers): string {
  const read = comment.slice(0, longestRead);
  const line = read.replace(/\p{Cf}+/gu, '').replace(/[\s\p{Cc}]+/gu, ' ');
  return Array.from(removeIdentifiers(line).text.trim()).slice(0, longestComment).join('');
}

/** What is kept of the message that was judged: what its `guidance` says. */
export interface JudgedReply {
  readonly id: string | null;
  readonly kind: string;
  readonly release: string;
}

/** Feedback as it is kept. */
export function feedbackOn(
  { id, kind, release }: JudgedReply,
  { replyId, verdict, comment }: Judged,
  { channel, person, at }: { readonly channel: string; readonly person: string; readonly at: Date },
): Feedback {
  const by = JSON.stringify([channel, person, id ?? replyId]);
  return {
    by: createHash('sha256').update(by).digest('base64url'),
    answer: id ?? kind,
    verdict,
    comment,
    release,
    channel,
    at: at.toISOString(),
  };
}
