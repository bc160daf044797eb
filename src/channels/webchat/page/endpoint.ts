import type { Kept } from './kept';
import { ChatError, call, type ActivitySet, type Opened } from './protocol';

/** The calls that the page makes to its own server, each by its name. All throw ChatError. */

const conversations = '/v3/directline/conversations';

export async function begin(): Promise<Opened> {
  const { token } = await call<Opened>('POST', '/webchat/token', null, {});
  return call<Opened>('POST', conversations, token, {});
}

/** Comes back to a conversation: by the token that it has, or when that has run out by a fresh one. */
export async function reopen(kept: Kept, watermark: number): Promise<Opened> {
  const path = `${conversations}/${kept.conversationId}?watermark=${String(watermark)}`;
  try {
    if (isFresh(kept)) return await call<Opened>('GET', path, kept.token);
  } catch (error) {
    if (!(error instanceof ChatError) || !error.ended) throw error;
  }
  const { token } = await call<Opened>('POST', '/webchat/resume', kept.token);
  return call<Opened>('GET', path, token);
}

/** A fresh token for the conversation, whether or not the one that it has has run out. */
export function renew(kept: Kept): Promise<Opened> {
  return call<Opened>(
    'POST',
    isFresh(kept) ? '/v3/directline/tokens/refresh' : '/webchat/resume',
    kept.token,
  );
}

/** Deletes the conversation and all that was said in it. */
export async function remove(kept: Kept): Promise<void> {
  const { token } = isFresh(kept) ? kept : await renew(kept);
  await call('DELETE', `${conversations}/${kept.conversationId}`, token);
}

export async function post({ conversationId, token }: Kept, activity: object): Promise<void> {
  await call('POST', `${conversations}/${conversationId}/activities`, token, activity);
}

/** What came after the watermark. */
export function read({ conversationId, token }: Kept, watermark: number): Promise<ActivitySet> {
  return call('GET', `${conversations}/${conversationId}/activities?watermark=${String(watermark)}`, token);
}

function isFresh({ expires }: Kept): boolean {
  return expires > Date.now();
}
