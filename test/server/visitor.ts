import { base, type Wire } from '../channels/chat';
import { bearer } from './desk';

export interface Said extends Wire {
  readonly inputHint?: string;
  readonly channelData?: { readonly guidance?: { readonly kind: string; readonly id: string | null } };
}

const pause = 100;
const patience = 90_000;

/**
 * Somebody who chats over Direct Line and, like every client, sends again what did not get through, under the same id.
 * What was said while the server was away is read when it is back.
 */
export class Visitor {
  private sent = 0;
  private token = '';
  private id = '';
  private watermark = '';

  /** `url` is asked anew for every call: a server that was restarted may answer elsewhere. */
  constructor(private readonly url: () => string) {}

  async arrive(): Promise<void> {
    const { token, conversationId } = await this.call<{ token: string; conversationId: string }>(
      'POST',
      'tokens/generate',
    );
    [this.token, this.id] = [token, conversationId];
    await this.call('POST', 'conversations');
  }

  /** Says something, `times` times at once under one id, and gives what the desk says to it. */
  async say(activity: object, times = 1): Promise<Said[]> {
    const sending = {
      type: 'message',
      channelData: { clientActivityID: `v-${(this.sent += 1)}` },
      ...activity,
    };
    const post = () => this.call<{ id: string }>('POST', `conversations/${this.id}/activities`, sending);
    const ids = (await Promise.all(Array.from({ length: times }, post))).map(({ id }) => id);
    const { activities, watermark } = await this.read(this.watermark);
    this.watermark = watermark;
    return activities.filter(({ replyToId = '' }) => ids.includes(replyToId));
  }

  /** The whole conversation as the server has it. */
  async everything(): Promise<Said[]> {
    return (await this.read('')).activities;
  }

  private read(watermark: string): Promise<{ activities: Said[]; watermark: string }> {
    return this.call('GET', `conversations/${this.id}/activities?watermark=${watermark}`);
  }

  private async call<T>(method: string, path: string, body?: object): Promise<T> {
    const end = Date.now() + patience;
    for (;;) {
      const response = await fetch(`${this.url()}${base}/${path}`, {
        method,
        headers: {
          ...(this.token === '' ? {} : bearer(this.token)),
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        body: body ? JSON.stringify(body) : null,
      }).catch(() => undefined);
      const passing = response === undefined || response.status >= 500;
      // A body can break off when the server is killed.
      const answer = passing ? undefined : await response.json().catch(() => undefined);
      if (response?.ok === true && answer !== undefined) return answer as T;
      if (!passing && answer !== undefined) throw new Error(`${method} ${path}: ${response.status}`);
      if (Date.now() > end) throw new Error(`${method} ${path} did not get through within ${patience} ms.`);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
