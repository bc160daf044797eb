import { createHash } from 'node:crypto';
import type { Deliver } from '../../bot/in-process-connector';
import type { ConversationLog } from './conversation-log';

/** What matters only between the bot and its channel. */
const inner = new Set(['serviceUrl', 'callerId', 'recipient']);

/**
 * Puts what the bot says into the conversation and gives it an id. The same reply to the same message, said again because
 * the server was killed in the middle of the turn, is not put there twice.
 */
export function deliverTo(log: ConversationLog): Deliver {
  return async (conversation, activity) => {
    const sentAs = replyKey(activity);
    const before = sentAs && (await log.appendedBefore(conversation, sentAs));
    if (before !== undefined) return { id: before };
    const id = log.newId(conversation);
    const shown = Object.fromEntries(Object.entries(activity).filter(([field]) => !inner.has(field)));
    const placed = {
      ...shown,
      ...thumbs(activity, id),
      id,
      channelId: 'directline',
      conversation: { id: conversation },
    };
    await log.append(conversation, placed, sentAs);
    return { id };
  };
}

/**
 * What has the stock Web Chat show thumbs: actions of schema.org that can be taken on the message. It sends back the one
 * that was taken and nothing else, so that the action has to name the message.
 */
function thumbs({ channelData, entities = [] }: Parameters<Deliver>[1], id: string): object {
  const { feedbackLoop } = (channelData ?? {}) as { feedbackLoop?: unknown };
  if (feedbackLoop === undefined) return {};
  const potentialAction = ['LikeAction', 'DislikeAction'].map((type) => ({
    '@type': type,
    '@id': `${id}#${type}`,
    actionStatus: 'PotentialActionStatus',
  }));
  const message = {
    type: 'https://schema.org/Message',
    '@context': 'https://schema.org',
    '@type': 'Message',
    '@id': '',
    potentialAction,
  };
  return { entities: [...entities, message] };
}

/** Clients' own ids have no space in them, so that none of them is taken for this. */
function replyKey({ replyToId, text = '' }: Parameters<Deliver>[1]): string | undefined {
  return replyToId && `${replyToId} ${createHash('sha256').update(text).digest('base64url')}`;
}
