import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';
import { makeConverse } from '../../src/conversation';
import { openDatabase, sqlShelf, sqlStore, type ErasableStore } from '../../src/store';
import { tinyLibrary } from '../conversation/tiny-library';
import { bearer, closeDesks, startDesk, type Desk } from '../server/desk';
import { base, open, post, read, userOf, type Opened } from './chat';

let folder: string;
let desk: Desk;
let store: ErasableStore;
let slow: Promise<void>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'start-over-'));
  const { database } = openDatabase(join(folder, 'desk.db'));
  store = sqlStore(database);
  slow = Promise.resolve();
  const library = tinyLibrary();
  const failed = (error: unknown) => {
    throw error;
  };
  const converse = makeConverse({ store, library: () => library, failed });
  desk = await startDesk({
    directLine: sqlShelf(database),
    converse: async (turn) => {
      await slow;
      return converse(turn);
    },
    erase: (what) => store.erase(what),
  });
});
afterEach(async () => {
  await closeDesks();
  rmSync(folder, { recursive: true });
});

const remove = ({ id }: Opened, headers: Record<string, string>) =>
  fetch(`${desk.url}${base}/conversations/${id}`, { method: 'DELETE', headers });

/** Whether any file of the database, its journal among them, holds the words. */
const onDisk = (words: string): boolean =>
  readdirSync(folder).some((file) => readFileSync(join(folder, file)).includes(words));

const remember = { kind: 'remember', tree: 'lost-hat', question: 'has-office', option: 'yes' };

test('nothing of a conversation that is started over is left in the files of the database', async () => {
  const [mine, other] = [await open(desk), await open(desk)];
  for (const chat of [mine, other])
    await post(chat, { text: `the hat of ${chat === mine ? 'zebra' : 'gnu'}` }, desk);
  await post(mine, { value: remember }, desk);
  const traces = [mine.id, userOf(mine.token), 'zebra'];
  expect(traces.map(onDisk)).toEqual([true, true, true]);

  expect((await remove(mine, mine.auth)).status).toBe(204);
  expect(traces.map(onDisk)).toEqual([false, false, false]);
  expect([other.id, userOf(other.token), 'gnu'].map(onDisk)).toEqual([true, true, true]);
  expect((await read(other, '', desk)).activities.length).toBeGreaterThan(2);
});

test('afterwards it is over for everybody who had it open', async () => {
  const chat = await open(desk);
  const socket = new WebSocket(chat.streamUrl);
  await once(socket, 'open');
  const closed = once(socket, 'close');
  expect((await remove(chat, chat.auth)).status).toBe(204);
  expect((await closed)[0]).toBe(1000);
  const calls = [
    post(chat, { text: 'still there?' }, desk),
    desk.get(`${base}/conversations/${chat.id}`, chat.auth),
    desk.post('/webchat/resume', undefined, chat.auth),
  ];
  expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([404, 404, 404]);
});

test('asked for again, as after a lost answer, it is still gone', async () => {
  const chat = await open(desk);
  expect((await remove(chat, chat.auth)).status).toBe(204);
  expect((await remove(chat, chat.auth)).status).toBe(204);
});

test('a message that is being answered meanwhile leaves nothing behind either', async () => {
  const chat = await open(desk);
  let release = (): void => undefined;
  slow = new Promise((resolve) => {
    release = resolve;
  });
  const asked = post(chat, { text: 'where is the zebra' }, desk);
  const isThere = async (word: string) =>
    (await read(chat, '', desk)).activities.some(({ text }) => text?.includes(word));
  while (!(await isThere('zebra'))) await new Promise((resolve) => setTimeout(resolve, 5));
  const removed = remove(chat, chat.auth);
  const late = post(chat, { text: 'and where is the gnu' }, desk);
  while (!(await isThere('gnu'))) await new Promise((resolve) => setTimeout(resolve, 5));
  release();
  expect((await removed).status).toBe(204);
  await Promise.all([asked, late]);
  expect([chat.id, 'zebra', 'gnu'].map(onDisk)).toEqual([false, false, false]);
});

test('only with its own token, and from no foreign page', async () => {
  const [mine, other] = [await open(desk), await open(desk)];
  const evil = { ...mine.auth, origin: 'https://evil.example' };
  const tries = [{}, bearer('junk'), other.auth, evil];
  const statuses = await Promise.all(tries.map(async (headers) => (await remove(mine, headers)).status));
  expect(statuses).toEqual([401, 403, 403, 403]);
  expect((await read(mine, '', desk)).activities).toHaveLength(1);
});

test('what is known of a person whom a host page names stays: they come again', async () => {
  const chat = await open(desk, { id: 'jo' });
  await post(chat, { value: remember }, desk);
  expect(await store.profile('dl_jo')).toEqual({ 'has-office': 'yes' });
  await remove(chat, chat.auth);
  expect(await store.profile('dl_jo')).toEqual({ 'has-office': 'yes' });
});

test('browsers are told that it may be called', async () => {
  const response = await fetch(`${desk.url}${base}/conversations/x`, {
    method: 'OPTIONS',
    headers: { origin: desk.url },
  });
  expect(response.headers.get('access-control-allow-methods')).toContain('DELETE');
});
