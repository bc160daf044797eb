import type { Deliver } from '../../bot/in-process-connector';
import type { ConversationLog } from './conversation-log';

/** What matters only between the bot and its channel. */
const inner = new Set(['serviceUrl', 'callerId', 'recipient']);

/** Puts what the bot says into the conversation and gives it an id. */
export function deliverTo(log: ConversationLog): Deliver {
  return async (conversation, activity) => {
    const id = log.newId(conversation);
    const shown = Object.fromEntries(Object.entries(activity).filter(([field]) => !inner.has(field)));
    await log.append(conversation, {
      ...shown,
      id,
      channelId: 'directline',
      conversation: { id: conversation },
    });
    return { id };
  };
}
