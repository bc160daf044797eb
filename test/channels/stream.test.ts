import { once } from 'node:events';
import { connect } from 'node:net';
import WebSocket from 'ws';
import { bearer, closeDesks, json, startDesk, type Desk } from '../server/desk';

let desk: Desk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(closeDesks);

const base = '/v3/directline';

async function open(): Promise<{ id: string; token: string; streamUrl: string }> {
  const { token } = await json(await desk.post(`${base}/tokens/generate`));
  const { conversationId, streamUrl } = await json(
    await desk.post(`${base}/conversations`, undefined, bearer(token)),
  );
  return { id: String(conversationId), token: String(token), streamUrl: String(streamUrl) };
}

/** The status with which the server turned a stream away, or 101. */
function knock(url: string, options: WebSocket.ClientOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, options);
    socket.on('open', () => {
      socket.terminate();
      resolve(101);
    });
    socket.on('unexpected-response', (_, response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    socket.on('error', reject);
  });
}

const sent = ({ id, token }: { id: string; token: string }, text: string) =>
  desk.post(`${base}/conversations/${id}/activities`, { type: 'message', text }, bearer(token));

test('a stream opens with its own token or with that of the chat', async () => {
  const { streamUrl, token } = await open();
  expect(await knock(streamUrl)).toBe(101);
  expect(await knock(streamUrl.replace(/t=.*/, `t=${token}`))).toBe(101);
});

test('without a token, with junk or with that of another conversation it does not', async () => {
  const [mine, other] = [await open(), await open()];
  const theirs = new URL(other.streamUrl).searchParams.get('t') ?? '';
  for (const t of ['', 'junk', theirs])
    expect(await knock(mine.streamUrl.replace(/t=.*/, `t=${t}`))).toBe(403);
});

test('pages of other origins get none, programs and own pages do', async () => {
  const { streamUrl } = await open();
  expect(await knock(streamUrl, { origin: 'https://evil.example' })).toBe(403);
  expect(await knock(streamUrl, { origin: 'null' })).toBe(403);
  expect(await knock(streamUrl, { headers: { host: 'evil.example' } })).toBe(403);
  expect(await knock(streamUrl, { origin: desk.url })).toBe(101);
});

test('there is nothing else to upgrade', async () => {
  const { streamUrl, id, token } = await open();
  const ws = desk.url.replace('http', 'ws');
  expect(await knock(`${ws}/`)).toBe(404);
  expect(await knock(`${ws}/api/messages`)).toBe(404);
  expect(await knock(`${ws}${base}/conversations/${id}/activities?t=${token}`)).toBe(404);
  expect(await knock(streamUrl.replace('/stream', '/stream/'))).toBe(404);
});

test('a stream URL is good for a minute', async () => {
  let clock = Date.now();
  desk = await startDesk({ now: () => new Date(clock) });
  const { streamUrl } = await open();
  clock += 61_000;
  expect(await knock(streamUrl)).toBe(403);
});

test('everything comes in order, each frame with the watermark to come back with', async () => {
  const chat = await open();
  const frames: { activities: { text: string }[]; watermark: string }[] = [];
  const socket = new WebSocket(chat.streamUrl);
  socket.on('message', (data: Buffer) => frames.push(JSON.parse(data.toString()) as (typeof frames)[number]));
  await once(socket, 'open');
  await Promise.all(['one', 'two', 'three'].map((text) => sent(chat, text)));
  while (frames.flatMap(({ activities }) => activities).length < 7)
    await new Promise((resolve) => setTimeout(resolve, 5));
  const watermarks = frames.map(({ watermark }) => Number(watermark));
  expect(watermarks).toEqual([...watermarks].sort((a, b) => a - b));
  expect(watermarks.at(-1)).toBe(7);
  socket.terminate();
});

test('the empty frames that clients send to keep the line open are ignored; long ones end the stream', async () => {
  const { streamUrl } = await open();
  const socket = new WebSocket(streamUrl);
  socket.on('error', () => undefined);
  await once(socket, 'open');
  socket.send('');
  socket.send('not JSON');
  expect(await desk.healthy()).toBe(true);
  expect(socket.readyState).toBe(WebSocket.OPEN);
  socket.send('x'.repeat(5000));
  await once(socket, 'close');
  expect(await desk.healthy()).toBe(true);
});

test('a fifth socket for a conversation closes the first', async () => {
  const { streamUrl } = await open();
  const sockets = [];
  for (let n = 0; n < 5; n += 1) {
    const socket = new WebSocket(streamUrl);
    await once(socket, 'open');
    sockets.push(socket);
  }
  const [first, ...rest] = sockets;
  if (first?.readyState === WebSocket.OPEN) await once(first, 'close');
  expect(rest.map(({ readyState }) => readyState)).toEqual([1, 1, 1, 1]);
  for (const socket of rest) socket.terminate();
});

test.each([
  'GET /v3/directline/conversations/x/stream HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  'GET http://[ HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  'GET * HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: junk\r\n\r\n',
  'POST /v3/directline/tokens/generate HTTP/1.1\r\nHost: [\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n',
])('a broken upgrade (%j) is answered and closed', async (raw) => {
  const socket = connect(Number(new URL(desk.url).port), '127.0.0.1');
  socket.write(raw);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 4\d\d /);
  if (!socket.closed) await once(socket, 'close');
  expect(await desk.healthy()).toBe(true);
});

test('a client that goes away in the middle does no harm', async () => {
  const chat = await open();
  for (let n = 0; n < 20; n += 1) {
    const socket = new WebSocket(chat.streamUrl);
    socket.on('error', () => undefined);
    if (n % 2) await once(socket, 'open');
    const sending = sent(chat, 'hello');
    socket.terminate();
    expect((await sending).status).toBe(200);
  }
  expect(await desk.healthy()).toBe(true);
});
