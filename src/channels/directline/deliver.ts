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
    const placed = { ...shown, id, channelId: 'directline', conversation: { id: conversation } };
    await log.append(conversation, placed, sentAs);
    return { id };
  };
}

/** Clients' own ids have no space in them, so that none of them is taken for this. */
function replyKey({ replyToId, text = '' }: Parameters<Deliver>[1]): string | undefined {
  return replyToId && `${replyToId} ${createHash('sha256').update(text).digest('base64url')}`;
}
