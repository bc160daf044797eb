import { memoryShelf } from '../../src/channels/directline/memory-shelf';
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

test('a token opens a conversation, and the person is welcomed once', async () => {
  const generated = await desk.post(`${base}/tokens/generate`);
  expect(generated.status).toBe(200);
  const { conversationId, token, expires_in } = await json(generated);
  expect(expires_in).toBe(1800);

  const started = await desk.post(`${base}/conversations`, undefined, bearer(token));
  expect(started.status).toBe(201);
  const opened = await json(started);
  expect(opened).toMatchObject({ conversationId, expires_in: 1800 });
  expect(opened['streamUrl']).toMatch(
    /^ws:\/\/127\.0\.0\.1:\d+\/v3\/directline\/conversations\/\w+\/stream\?watermark=0&t=/,
  );

  expect((await desk.post(`${base}/conversations`, undefined, bearer(token))).status).toBe(200);
  const chat = { id: String(conversationId), token: '', auth: bearer(token), streamUrl: '' };
  const { activities, watermark } = await read(chat);
  expect(activities.map(({ text }) => text)).toEqual(['**Welcome**']);
  expect(watermark).toBe('1');
});

test('a message is answered with 200 and its id once the turn was handled', async () => {
  const chat = await open();
  const posted = await post(chat, { text: 'how do I come?' });
  expect(posted.status).toBe(200);
  const { id } = await json(posted);
  const { activities } = await read(chat, '1');
  expect(activities).toMatchObject([
    { id, text: 'how do I come?', from: { id: userOf(chat.token), role: 'user' } },
    {
      replyToId: id,
      inputHint: 'ignoringInput',
      channelData: { guidance: { kind: 'answer' } },
      from: { role: 'bot' },
    },
    {
      replyToId: id,
      inputHint: 'expectingInput',
      channelData: { guidance: { kind: 'question', id: 'way#how' } },
    },
  ]);
});

test('a button and its title in words have the same effect', async () => {
  const [pressing, typing] = [await open(), await open()];
  await post(pressing, { value: { kind: 'answer', tree: 'way', question: 'how', option: 'bike' } });
  await post(typing, { text: 'By bike' });
  const outcome = { channelData: { guidance: { kind: 'outcome', id: 'way#by-bike' } } };
  expect((await read(pressing, '2')).activities).toMatchObject([outcome]);
  expect((await read(typing, '2')).activities).toMatchObject([outcome]);
});

test('who speaks is taken from the token and never from the message', async () => {
  const chat = await open(desk, { id: 'dl_jo' });
  await post(chat, { text: 'hello', from: { id: 'somebody else', name: 'Somebody Else' } });
  const { activities } = await read(chat, '1');
  expect(activities[0]?.from).toEqual({ id: 'dl_jo', role: 'user' });
  expect(desk.turns.map(({ person }) => person)).toEqual(['dl_jo', 'dl_jo']);
});

test('ids of people begin with dl_ and are not to be guessed', async () => {
  expect(userOf((await open()).token)).toMatch(/^dl_[0-9a-f]{32}$/);
  expect(userOf((await open(desk, { id: 'jo', name: 'Jo' })).token)).toBe('dl_jo');
});

test('identifiers are taken out of what is echoed, kept, handled and logged', async () => {
  const chat = await open();
  await post(chat, {
    text: 'where are the notes of 943 476 5919?',
    channelData: { clientActivityID: 'x', removed: ['made up'] },
  });
  const { activities } = await read(chat);
  const everywhere = JSON.stringify([activities, desk.turns, desk.logged]);
  expect(everywhere).not.toMatch(/943.?476|476.?5919|made up/);
  expect(desk.turns.at(-1)?.removed).toEqual(['NHS number']);
  expect(activities[1]?.channelData).toEqual({ clientActivityID: 'x' });
});

test('nothing that a client adds rides along', async () => {
  const chat = await open();
  const extra = {
    text: 'hello',
    summary: 'NHS 9434765919',
    attachments: [{ contentType: 'text/plain', content: '9434765919' }],
    entities: [{ type: '9434765919' }],
    value: { note: '9434765919' },
    channelData: { note: '9434765919' },
    locale: 'en-GB 9434765919',
    from: { id: 'x', name: '9434765919' },
  };
  expect((await post(chat, extra)).status).toBe(200);
  const kept = await read(chat);
  expect(kept.activities).toHaveLength(3);
  expect(JSON.stringify(kept)).not.toContain('9434765919');
});

test('an endless text is cut before anybody works on it, and no half of an identifier is left', async () => {
  const chat = await open();
  await post(chat, { text: `${'word '.repeat(796)}notes of 943 476 5919 ${'word '.repeat(40_000)}` });
  const { activities } = await read(chat, '1');
  expect(activities[0]?.text?.length).toBeGreaterThan(3_000);
  expect(activities[0]?.text?.length).toBeLessThan(4_000);
  expect(activities[0]?.text).not.toMatch(/943/);
});

test('the same sending twice, at once or later, is kept and answered once', async () => {
  const chat = await open();
  const sending = { text: 'hello', channelData: { clientActivityID: 'c-1' } };
  const twice = await Promise.all([post(chat, sending), post(chat, sending)]);
  const ids = await Promise.all([...twice, await post(chat, sending)].map(json));
  expect(new Set(ids.map(({ id }) => id)).size).toBe(1);
  expect((await read(chat, '1')).activities).toHaveLength(2);
});

test('the client’s own id of the activity marks a repeated sending too', async () => {
  const chat = await open();
  await post(chat, { text: 'hello', id: 'mine-1' });
  await post(chat, { text: 'hello', id: 'mine-1' });
  await post(chat, { text: 'hello', id: 'mine-2' });
  expect((await read(chat, '1')).activities).toHaveLength(4);
});

describe('after a restart', () => {
  const sending = { text: 'hello', channelData: { clientActivityID: 'c-1' } };

  test('what was sent and answered before is not answered again', async () => {
    const directLine = memoryShelf();
    const before = await startDesk({ directLine });
    const chat = await open(before);
    const { id } = await json(await post(chat, sending, before));
    const after = await startDesk({ directLine });
    expect(await json(await post(chat, sending, after))).toEqual({ id });
    expect((await read(chat, '1', after)).activities).toHaveLength(2);
    expect(after.turns).toEqual([]);
  });

  test('what was kept but not answered before is answered when it is sent again', async () => {
    const directLine = memoryShelf();
    const chat = await open(await startDesk({ directLine }));
    const at = new Date().toISOString();
    await directLine.append(chat.id, { activity: { id: 'kept', text: 'hello' }, sentAs: 'c-1', at });
    const after = await startDesk({ directLine });
    expect(await json(await post(chat, sending, after))).toEqual({ id: 'kept' });
    expect((await read(chat, '2', after)).activities).toMatchObject([{ replyToId: 'kept' }]);
  });

  test('of a turn that was killed between its two messages the second comes when it is sent again, the first not twice', async () => {
    const directLine = memoryShelf();
    const before = await startDesk({ directLine });
    const chat = await open(before);
    const asking = { ...sending, text: 'how do I come?' };
    await post(chat, asking, before);
    const [echo, first, second] = await directLine.after(chat.id, 1);
    const killed = memoryShelf();
    const killedShelf = { ...killed, signingKey: () => directLine.signingKey() };
    await killed.begin({ id: chat.id, user: userOf(chat.token) }, new Date().toISOString());
    for (const kept of [echo, first]) if (kept) await killed.append(chat.id, kept);
    const after = await startDesk({ directLine: killedShelf });
    await post(chat, asking, after);
    const { activities } = await read(chat, '', after);
    expect(activities.map(({ text }) => text)).toEqual(
      [echo, first, second].map((kept) => kept?.activity['text']),
    );
  });

  test('a conversation that was killed before its welcome is welcomed when it is started again', async () => {
    const directLine = memoryShelf();
    const before = await startDesk({ directLine });
    const { conversationId, token } = await json(await before.post(`${base}/tokens/generate`));
    const id = String(conversationId);
    await directLine.begin({ id, user: userOf(String(token)) }, new Date().toISOString());
    const start = async () => (await before.post(`${base}/conversations`, undefined, bearer(token))).status;
    expect(await Promise.all([start(), start()])).toEqual([200, 200]);
    const chat = { id, token: '', auth: bearer(token), streamUrl: '' };
    expect((await read(chat, '', before)).activities.map(({ text }) => text)).toEqual(['**Welcome**']);
  });

  test('the same id of a client is a coincidence after ten minutes', async () => {
    const directLine = memoryShelf();
    const chat = await open(await startDesk({ directLine }));
    await post(chat, sending, await startDesk({ directLine }));
    const later = await startDesk({ directLine, now: () => new Date(Date.now() + 601_000) });
    await post(chat, sending, later);
    expect((await read(chat, '1', later)).activities).toHaveLength(4);
  });
});

test('messages sent at once are answered in the order in which they came', async () => {
  const chat = await open();
  await Promise.all(['one', 'two', 'three'].map((text) => post(chat, { text })));
  const { activities } = await read(chat, '1');
  const asked = activities.filter(({ replyToId }) => replyToId === undefined).map(({ id }) => id);
  const answered = activities.flatMap(({ replyToId }) => replyToId ?? []);
  expect(asked).toHaveLength(3);
  expect(answered).toEqual(asked);
});

test('a watermark gives what stands behind it, and junk gives everything', async () => {
  const chat = await open();
  await post(chat, { text: 'hello' });
  expect((await read(chat, '2')).activities).toHaveLength(1);
  expect(await read(chat, '3')).toEqual({ activities: [], watermark: '3' });
  expect((await read(chat, 'null')).activities).toHaveLength(3);
});

test.each(['conversationUpdate', 'invoke', 'endOfConversation', '', 5, null])(
  'an activity of type %j is not taken',
  async (type) => {
    expect((await post(await open(), { type, text: 'x' })).status).toBe(400);
  },
);

test('that somebody types is taken, kept by nobody and answered by nobody', async () => {
  const chat = await open();
  const posted = await post(chat, { type: 'typing', text: 'half a wo' });
  expect([posted.status, typeof (await json(posted))['id']]).toEqual([200, 'string']);
  expect((await read(chat, '1')).activities).toEqual([]);
  expect(desk.turns).toHaveLength(1);
});

test('coming back gives a stream that begins behind the watermark', async () => {
  const chat = await open();
  const response = await desk.get(`${base}/conversations/${chat.id}?watermark=7`, chat.auth);
  expect(response.status).toBe(200);
  const again = await json(response);
  expect(again).toMatchObject({ conversationId: chat.id, expires_in: 1800 });
  expect(again['streamUrl']).toMatch(/\/stream\?watermark=7&t=/);
  expect(userOf(String(again['token']))).toBe(userOf(chat.token));
});

test('an event is taken and not answered', async () => {
  const chat = await open();
  expect((await post(chat, { type: 'event', name: 'opened', value: { any: 'thing' } })).status).toBe(200);
  expect((await read(chat, '1')).activities).toMatchObject([{ type: 'event', name: 'opened' }]);
});

test('files are refused politely', async () => {
  const { id, auth } = await open();
  const form = new FormData();
  form.append('file', new Blob(['private']), 'notes.txt');
  const response = await fetch(`${desk.url}${base}/conversations/${id}/upload`, {
    method: 'POST',
    body: form,
    headers: auth,
  });
  expect(response.status).toBe(501);
  expect(await json(response)).toMatchObject({ error: { code: 'NotImplemented' } });
});

test('the log names routes and statuses, and neither tokens nor words nor addresses', async () => {
  const chat = await open();
  await post(chat, { text: 'some private words' });
  await read(chat, '1');
  const log = desk.logged.join('\n');
  expect(log).toContain('/v3/directline/conversations/:id/activities');
  expect(log).not.toContain('private');
  expect(log).not.toContain(chat.token);
  expect(log).not.toMatch(/127\.0\.0\.1|watermark/);
});
