import { bearer, json, type Desk } from '../server/desk';

export const base = '/v3/directline';

export interface Opened {
  readonly id: string;
  readonly token: string;
  readonly auth: { authorization: string };
  readonly streamUrl: string;
}

export async function open(on: Desk, user?: object): Promise<Opened> {
  const { token } = await json(await on.post(`${base}/tokens/generate`, user && { user }));
  const started = await json(await on.post(`${base}/conversations`, {}, bearer(token)));
  return {
    id: String(started['conversationId']),
    token: String(started['token']),
    auth: bearer(started['token']),
    streamUrl: String(started['streamUrl']),
  };
}

export interface Wire {
  readonly id: string;
  readonly text?: string;
  readonly replyToId?: string;
  readonly from: { id: string };
  readonly channelData?: Record<string, unknown>;
  readonly value?: unknown;
}

export async function read(
  { id, auth }: Opened,
  watermark: string,
  on: Desk,
): Promise<{ activities: Wire[]; watermark: string }> {
  const set: unknown = await (
    await on.get(`${base}/conversations/${id}/activities?watermark=${watermark}`, auth)
  ).json();
  return set as { activities: Wire[]; watermark: string };
}

export const post = ({ id, auth }: Opened, activity: object, on: Desk) =>
  on.post(
    `${base}/conversations/${id}/activities`,
    { type: 'message', from: { id: 'me' }, ...activity },
    auth,
  );

export function userOf(token: string): string {
  const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  return (claims as { user: string }).user;
}
