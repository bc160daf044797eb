import type { Activity, Conversation } from 'botframework-directlinejs';
import { bearer, closeDesks, json, startDesk } from '../server/desk';
import { chat, endClients, line, texts, tokenFrom, until } from './stock-client';

/** Microsoft's own client on a line that breaks at every place where it can break. */

afterEach(async () => {
  endClients();
  await closeDesks();
});

/** `ConnectionStatus.ExpiredToken` of the client, which is an enumeration of its types alone here. */
const EXPIRED_TOKEN = 3;

const said = ['one', 'how do I come?', 'three'];
/** The welcome; each message with its reply, of which the second has two parts. */
const activities = 8;
const ids = (seen: readonly Activity[]) => seen.map(({ id }) => id);

/** A chat of which the line is cut once, by a rule; everything is said on another way meanwhile. */
async function cutOnce(
  rule: { seen: number } | { frame: number; left: 'half' | 'none' },
  way: object,
): Promise<void> {
  const desk = await startDesk();
  let frames = 0;
  const between = await line(desk.url, (data) => {
    const isFrame = data.includes('"watermark"');
    if (isFrame) frames += 1;
    return isFrame && 'frame' in rule && frames === rule.frame ? rule.left : 'pass';
  });
  const token = await tokenFrom(desk);
  const { seen, client } = await chat(between.url, { token, ...way });
  if ('seen' in rule)
    client.activity$.subscribe(
      () => {
        if (seen.length === rule.seen) between.cut();
      },
      () => undefined,
    );
  await until(() => seen.length > 0);
  const { conversationId } = client as unknown as { conversationId: string };
  const path = `/v3/directline/conversations/${conversationId}/activities`;
  for (const text of said) {
    expect((await desk.post(path, { type: 'message', text }, bearer(token))).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  await until(() => seen.length >= activities);
  const whole = (await json(await desk.get(path, bearer(token)))) as unknown as { activities: Activity[] };
  expect(ids(seen)).toEqual(ids(whole.activities));
}

describe.each([
  ['over a WebSocket', { webSocket: true }],
  ['by polling', { webSocket: false }],
])('%s', (_, way) => {
  test('cut at each boundary between messages, it misses nothing and sees nothing twice', async () => {
    await Promise.all(Array.from({ length: activities }, (_, seen) => cutOnce({ seen: seen + 1 }, way)));
  }, 30_000);

  test('when the answer to a sending is lost, sending again under the same id is no second message', async () => {
    const desk = await startDesk();
    let lost = 0;
    const between = await line(desk.url, (data) => {
      const isAnswer = /\r\n\r\n\{"id":"/.test(data.toString('latin1'));
      if (isAnswer) lost += 1;
      return isAnswer && lost === 1 ? 'none' : 'pass';
    });
    const { said, send } = await chat(between.url, { token: await tokenFrom(desk), ...way });
    await said(1);
    const message = { text: 'one', channelData: { clientActivityID: 'mine' } };
    expect(await send(message)).toBe('retry');
    expect(await send(message)).toMatch(/\|/);
    expect(texts(await said(2)).slice(1)).toEqual([expect.stringContaining('You said one')]);
    expect(desk.turns.map(({ text }) => text)).toEqual(['', 'one']);
  }, 15_000);
});

test('cut before or in the middle of each frame of a WebSocket, it misses nothing and sees nothing twice', async () => {
  const cuts = [1, 2, 3, 4].flatMap((frame) => [
    cutOnce({ frame, left: 'none' }, { webSocket: true }),
    cutOnce({ frame, left: 'half' }, { webSocket: true }),
  ]);
  await Promise.all(cuts);
}, 30_000);

test('a poll that is lost ends the polling of this client; one that is given its watermark goes on where it stood', async () => {
  const desk = await startDesk();
  let polls = 0;
  const between = await line(desk.url, (data) => {
    if (data.includes('"watermark"')) polls += 1;
    return polls === 2 ? 'half' : 'pass';
  });
  const token = await tokenFrom(desk);
  const way = { token, webSocket: false };
  const { seen, client } = await chat(between.url, way);
  await until(() => seen.length === 1);
  const { conversationId } = client as unknown as { conversationId: string };
  const path = `/v3/directline/conversations/${conversationId}/activities`;
  for (const text of said) await desk.post(path, { type: 'message', text }, bearer(token));
  await until(() => polls >= 2);
  client.end();
  const { watermark } = client as unknown as { watermark: string };
  const again = await chat(desk.url, { ...way, conversationId, watermark });
  await until(() => seen.length + again.seen.length >= activities);
  const whole = (await json(await desk.get(path, bearer(token)))) as unknown as { activities: Activity[] };
  expect(ids([...seen, ...again.seen])).toEqual(ids(whole.activities));
}, 15_000);

test.each([
  ['over a WebSocket', { webSocket: true }],
  ['by polling', { webSocket: false }],
])(
  '%s, after its token ran out, it goes on with the one that "resume" gives',
  async (_, way) => {
    let clock = Date.now();
    const desk = await startDesk({ now: () => new Date(clock) });
    const token = await tokenFrom(desk);
    const between = await line(desk.url);
    const { said, send, client } = await chat(between.url, { token, ...way });
    await said(1);
    await send({ text: 'good night' });
    await said(2);
    clock += 12 * 60 * 60 * 1000;
    // Nobody's socket lives through the night.
    if (way.webSocket) between.cut();
    expect(await send({ text: 'good morning' })).toBe('retry');
    expect(client.connectionStatus$.getValue()).toBe(EXPIRED_TOKEN);
    const { conversationId, token: fresh } = await json(
      await desk.post('/webchat/resume', undefined, bearer(token)),
    );
    const path = `/v3/directline/conversations/${String(conversationId)}?watermark=3`;
    const opened: unknown = await json(await desk.get(path, bearer(fresh)));
    client.reconnect(opened as Conversation);
    await send({ text: 'good morning' });
    expect(texts(await said(3)).slice(1)).toEqual([
      expect.stringContaining('good night'),
      expect.stringContaining('good morning'),
    ]);
  },
  15_000,
);
