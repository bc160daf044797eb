import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, sqlShelf } from '../../src/store';
import { bearer, closeDesks, json, startDesk, type Desk } from '../server/desk';
import { base, open, post, read, userOf, type Opened } from './chat';

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const path = '/webchat/resume';

let clock: number;
let desk: Desk;
const now = () => new Date(clock);
beforeEach(async () => {
  clock = Date.parse('2026-11-20T09:00:00Z');
  desk = await startDesk({ now });
});
afterEach(closeDesks);

const resume = (token: unknown, on = desk, headers = {}) =>
  on.post(path, undefined, { ...bearer(token), ...headers });
const statusOf = async (response: Promise<Response>) => (await response).status;

/** The chat with the token that the page got when it came back. */
async function resumed(chat: Opened, on = desk): Promise<Opened> {
  const { token, conversationId } = await json(await resume(chat.token, on));
  return { ...chat, id: String(conversationId), token: String(token), auth: bearer(token) };
}

test('after a night’s sleep the same person goes on with the same conversation', async () => {
  const chat = await open(desk);
  await post(chat, { text: 'good night' }, desk);
  clock += 12 * hour;
  expect(await statusOf(post(chat, { text: 'good morning' }, desk))).toBe(403);
  const again = await resumed(chat);
  expect(again.id).toBe(chat.id);
  expect(userOf(again.token)).toBe(userOf(chat.token));
  expect(await statusOf(post(again, { text: 'good morning' }, desk))).toBe(200);
  expect((await read(again, '', desk)).activities.map(({ text }) => text)).toEqual([
    '**Welcome**',
    'good night',
    expect.stringContaining('good night') as string,
    'good morning',
    expect.stringContaining('good morning') as string,
  ]);
});

test('the token that it gives lasts half an hour, like any other, and can be come back with in its turn', async () => {
  let chat = await open(desk);
  for (let night = 0; night < 10; night += 1) {
    clock += 6 * day;
    chat = await resumed(chat);
    await post(chat, { text: 'still here' }, desk);
  }
  clock += 1801 * 1000;
  expect(await statusOf(post(chat, { text: 'x' }, desk))).toBe(403);
});

test('a token that has not run out can be come back with as well', async () => {
  const chat = await open(desk);
  expect((await resumed(chat)).id).toBe(chat.id);
});

test('for seven days after the token ran out, and no longer', async () => {
  const chat = await open(desk);
  clock += 1800 * 1000 + 7 * day - 1000;
  expect(await statusOf(resume(chat.token))).toBe(200);
  clock += 1000;
  expect(await statusOf(resume(chat.token))).toBe(403);
});

test('RESUME_DAYS says for how long', async () => {
  const brief = await startDesk({ now, env: { RESUME_DAYS: '1' } });
  const chat = await open(brief);
  clock += 1800 * 1000 + day;
  expect(await statusOf(resume(chat.token, brief))).toBe(403);
});

test('a restart of the server in the night changes nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'resume-'));
  const shelf = () => sqlShelf(openDatabase(join(folder, 'desk.db')).database);
  const before = await startDesk({ now, directLine: shelf() });
  const chat = await open(before);
  await post(chat, { text: 'good night' }, before);
  await closeDesks();
  clock += 12 * hour;
  const after = await startDesk({ now, directLine: shelf() });
  const again = await resumed(chat, after);
  expect(await statusOf(post(again, { text: 'good morning' }, after))).toBe(200);
  expect((await read(again, '', after)).activities).toHaveLength(5);
  rmSync(folder, { recursive: true });
});

test('nothing but a chat token of this server is taken', async () => {
  const chat = await open(desk);
  const stream = new URL(chat.streamUrl).searchParams.get('t');
  const forged = `${chat.token.slice(0, -3)}AAA`;
  const [head, , mac] = chat.token.split('.');
  const claims = { conv: 'somebody-else', user: userOf(chat.token), use: 'chat', exp: clock / 1000 };
  const altered = [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), mac].join('.');
  const elsewhere = await open(await startDesk({ now }));
  for (const token of [stream, forged, altered, 'junk', elsewhere.token])
    expect(await statusOf(resume(token))).toBe(403);
  expect(await statusOf(desk.post(path))).toBe(401);
});

test('it opens the conversation that it names and no other', async () => {
  const [mine, other] = [await open(desk), await open(desk)];
  clock += 12 * hour;
  const again = await resumed(mine);
  expect(await statusOf(desk.get(`${base}/conversations/${other.id}/activities`, again.auth))).toBe(403);
});

test('a conversation that was never started or is over is not found', async () => {
  const { token } = await json(await desk.post(`${base}/tokens/generate`));
  expect(await statusOf(resume(token))).toBe(404);
});

test('only pages of trusted origins may ask, where a secret is set', async () => {
  const guarded = await startDesk({ now, env: { DIRECT_LINE_SECRET: 'k7Qz-92mX_pL4vB8' } });
  const from = { origin: guarded.url };
  const { token } = await json(await guarded.post('/webchat/token', undefined, from));
  await guarded.post(`${base}/conversations`, undefined, bearer(token));
  clock += hour;
  expect(await statusOf(resume(token, guarded, from))).toBe(200);
  expect(await statusOf(resume(token, guarded))).toBe(403);
  expect(await statusOf(resume(token, guarded, { origin: 'https://evil.example' }))).toBe(403);
  expect((await fetch(guarded.url + path, { method: 'OPTIONS', headers: from })).status).toBe(204);
});

test('an address may come back sixty times a minute, tokens that it asked for among them', async () => {
  const limited = await startDesk({ env: { RATE_LIMIT: 'on' } });
  const { token } = await open(limited);
  for (let n = 1; n < 60; n += 1) expect(await statusOf(resume(token, limited))).toBe(200);
  const refused = await resume('junk', limited);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
});
