import { bearer, closeDesks, json, startDesk, type Desk } from '../server/desk';
import { base, open as openOn, post as postOn, read as readOn, userOf, type Opened } from './chat';

let desk: Desk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(closeDesks);

const open = (on: Desk = desk, user?: object) => openOn(on, user);
const read = (chat: Opened, watermark = '', on: Desk = desk) => readOn(chat, watermark, on);
const post = (chat: Opened, activity: object, on: Desk = desk) => postOn(chat, activity, on);

describe('tokens', () => {
  const paths = (id: string): [string, string][] => [
    ['GET', `${base}/conversations/${id}`],
    ['GET', `${base}/conversations/${id}/activities`],
    ['POST', `${base}/conversations/${id}/activities`],
    ['POST', `${base}/conversations/${id}/upload`],
  ];

  test('without one, with junk, or with that of another conversation nothing opens', async () => {
    const [mine, other] = [await open(), await open()];
    const wrong = { authorization: `${mine.auth.authorization.slice(0, -2)}AA` };
    for (const [method, path] of paths(mine.id)) {
      const statuses = await Promise.all(
        [{}, { authorization: 'Bearer junk' }, wrong, other.auth].map(
          async (headers) => (await fetch(desk.url + path, { method, headers })).status,
        ),
      );
      expect(statuses).toEqual([401, 403, 403, 403]);
    }
  });

  test('the token in a stream URL opens the stream alone', async () => {
    const chat = await open();
    const t = new URL(chat.streamUrl).searchParams.get('t');
    expect((await desk.get(`${base}/conversations/${chat.id}`, bearer(t))).status).toBe(403);
  });

  test('refreshing gives a new one for the same conversation and person', async () => {
    const chat = await open();
    const refreshed = await json(await desk.post(`${base}/tokens/refresh`, undefined, chat.auth));
    expect(refreshed).toMatchObject({ conversationId: chat.id, expires_in: 1800 });
    expect(userOf(String(refreshed['token']))).toBe(userOf(chat.token));
  });

  test('they run out after half an hour', async () => {
    let clock = Date.now();
    const later = await startDesk({ now: () => new Date(clock) });
    const chat = await open(later);
    clock += 1799 * 1000;
    expect((await post(chat, { text: 'x' }, later)).status).toBe(200);
    clock += 2000;
    expect((await post(chat, { text: 'x' }, later)).status).toBe(403);
    expect((await later.post(`${base}/tokens/refresh`, undefined, chat.auth)).status).toBe(403);
  });

  test('a conversation that was not started is not found', async () => {
    const { conversationId, token } = await json(await desk.post(`${base}/tokens/generate`));
    expect((await desk.get(`${base}/conversations/${String(conversationId)}`, bearer(token))).status).toBe(
      404,
    );
  });

  test('an id that nobody could be called by is refused', async () => {
    expect((await desk.post(`${base}/tokens/generate`, { user: { id: 'a b' } })).status).toBe(400);
    expect((await desk.post(`${base}/tokens/generate`, { user: { id: 5 } })).status).toBe(400);
    expect((await desk.post(`${base}/tokens/generate`, [])).status).toBe(400);
  });
});

describe('with a secret', () => {
  const secret = 'k7Qz-92mX_pL4vB8';
  let guarded: Desk;
  beforeEach(async () => {
    guarded = await startDesk({ env: { DIRECT_LINE_SECRET: secret } });
  });

  test('only its holder gets tokens', async () => {
    const statuses = await Promise.all(
      [{}, bearer('wrong'), bearer(secret)].map(
        async (headers) => (await guarded.post(`${base}/tokens/generate`, {}, headers)).status,
      ),
    );
    expect(statuses).toEqual([401, 403, 200]);
  });

  test('its holder may start and use conversations without a token', async () => {
    const started = await guarded.post(`${base}/conversations`, { user: { id: 'jo' } }, bearer(secret));
    expect(started.status).toBe(201);
    const { conversationId, token } = await json(started);
    const chat = { id: String(conversationId), token: String(token), auth: bearer(secret), streamUrl: '' };
    expect((await post(chat, { text: 'hello', from: { id: 'other' } }, guarded)).status).toBe(200);
    expect((await read(chat, '1', guarded)).activities[0]?.from.id).toBe('dl_jo');
    expect((await guarded.post(`${base}/tokens/refresh`, undefined, bearer(secret))).status).toBe(400);
  });

  test('the widget’s page needs none, and a program is no page', async () => {
    expect((await guarded.post('/webchat/token', undefined, { origin: guarded.url })).status).toBe(200);
    expect((await guarded.post('/webchat/token')).status).toBe(403);
  });
});

describe('origins', () => {
  let embedded: Desk;
  beforeEach(async () => {
    embedded = await startDesk({
      env: { TRUSTED_ORIGINS: 'https://intranet.example', PUBLIC_URL: 'https://desk.example' },
    });
  });
  const generate = (headers: Record<string, string>) =>
    embedded.post(`${base}/tokens/generate`, undefined, headers);

  test.each([
    'https://evil.example',
    'null',
    'http://intranet.example',
    'https://intranet.example:444',
    'https://x.intranet.example',
  ])('a page of %s may call nothing, even with a valid token', async (origin) => {
    const { id, auth } = await open(embedded);
    expect((await generate({ origin })).status).toBe(403);
    expect((await embedded.get(`${base}/conversations/${id}`, { ...auth, origin })).status).toBe(403);
    const response = await embedded.post('/webchat/token', undefined, { origin });
    expect(response.status).toBe(403);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('own and trusted pages may call, and read the answers, refusals among them', async () => {
    for (const origin of ['https://intranet.example', 'https://desk.example', embedded.url]) {
      const response = await generate({ origin });
      expect(response.status).toBe(200);
      expect(response.headers.get('access-control-allow-origin')).toBe(origin);
      expect(response.headers.get('vary')).toContain('Origin');
      const refused = await embedded.get(`${base}/conversations/x`, { origin });
      expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, origin]);
    }
  });

  test('browsers are told before they call', async () => {
    for (const path of [`${base}/conversations/x/activities`, '/webchat/token']) {
      const asked = (origin: string) =>
        fetch(embedded.url + path, { method: 'OPTIONS', headers: { origin } });
      const response = await asked('https://intranet.example');
      expect(response.status).toBe(204);
      expect(response.headers.get('access-control-allow-headers')).toMatch(/authorization/i);
      expect((await asked('https://evil.example')).status).toBe(403);
    }
  });
});

describe('rates', () => {
  let limited: Desk;
  beforeEach(async () => {
    limited = await startDesk({ env: { RATE_LIMIT: 'on' } });
  });

  test('a conversation may say sixty things a minute, and others do not suffer', async () => {
    const [busy, calm] = [await open(limited), await open(limited)];
    for (let n = 0; n < 60; n += 1) expect((await post(busy, { text: 'x' }, limited)).status).toBe(200);
    const refused = await post(busy, { text: 'x' }, limited);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect((await post(calm, { text: 'x' }, limited)).status).toBe(200);
  });

  test('an address gets sixty tokens a minute, by whichever way', async () => {
    const ask = async (n: number) =>
      (await limited.post(n % 2 ? '/webchat/token' : `${base}/tokens/generate`)).status;
    for (let n = 0; n < 60; n += 1) expect(await ask(n)).toBe(200);
    expect([await ask(0), await ask(1)]).toEqual([429, 429]);
  });
});

test('the name of another site that resolves to this machine is turned away', async () => {
  const { request } = await import('node:http');
  const status = (host: string) =>
    new Promise((resolve, reject) => {
      const asked = request(
        `${desk.url}${base}/tokens/generate`,
        { method: 'POST', headers: { host } },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      asked.on('error', reject).end();
    });
  expect(await status('evil.example')).toBe(403);
  expect(await status('evil.example:3978')).toBe(403);
  expect(await status('localhost.evil.example')).toBe(403);
  expect(await status('localhost:3978')).toBe(200);
  expect(await status('[::1]')).toBe(200);
});
