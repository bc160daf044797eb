import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, sqlFeedback, sqlShelf } from '../../src/store';
import { closeDesks, startDesk, type Desk } from '../server/desk';
import { base, open, post, read, userOf, type Opened } from './chat';

let desk: Desk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(closeDesks);

/** Asks, and gives the id of the answer. */
async function ask(chat: Opened, text = 'hello', on = desk): Promise<string> {
  await post(chat, { text }, on);
  const reply = (await read(chat, '', on)).activities.filter(({ from }) => from.id === 'records-desk').at(-1);
  return reply?.id ?? '';
}

const judge = async (chat: Opened, value: object, on = desk) =>
  (await post(chat, { type: 'event', name: 'feedback', value }, on)).status;

test('what a person says of an answer is kept under the answer and its release', async () => {
  const chat = await open(desk);
  const replyId = await ask(chat);
  const value = { replyId, guidanceId: 'made-up', verdict: 'old', comment: 'The form moved.', more: 'x' };
  expect(await judge(chat, value)).toBe(200);
  expect(await desk.feedback.all()).toMatchObject([
    { answer: 'echo', verdict: 'old', comment: 'The form moved.', release: 'r1', channel: 'directline' },
  ]);
  expect(desk.turns.map(({ text }) => text)).toEqual(['', 'hello']);
});

test('of one person the last word on an answer counts; others are others', async () => {
  const [one, two] = [await open(desk), await open(desk)];
  const [first, again, other] = [await ask(one), await ask(one, 'hello again'), await ask(two)];
  await judge(one, { replyId: first, verdict: 'wrong' });
  await judge(one, { replyId: again, verdict: 'helpful' });
  await judge(two, { replyId: other, verdict: 'unclear' });
  expect((await desk.feedback.all()).map(({ verdict }) => verdict).sort()).toEqual(['helpful', 'unclear']);
});

test('the same sending twice is kept and echoed once', async () => {
  const chat = await open(desk);
  const value = { replyId: await ask(chat), verdict: 'wrong' };
  const sending = { type: 'event', name: 'feedback', value, channelData: { clientActivityID: 'f-1' } };
  await Promise.all([post(chat, sending, desk), post(chat, sending, desk)]);
  expect(await desk.feedback.all()).toHaveLength(1);
  expect((await read(chat, '3', desk)).activities).toHaveLength(1);
});

test('the echo tells that it was given, without the comment', async () => {
  const chat = await open(desk);
  const replyId = await ask(chat);
  await judge(chat, { replyId, verdict: 'wrong', comment: 'private thoughts' });
  const { activities } = await read(chat, '3', desk);
  expect(activities).toMatchObject([
    { type: 'event', name: 'feedback', value: { replyId, verdict: 'wrong' } },
  ]);
  expect(JSON.stringify([activities, desk.logged])).not.toContain('private');
});

test('identifiers in a comment reach neither store nor log', async () => {
  const chat = await open(desk);
  await judge(chat, { replyId: await ask(chat), verdict: 'wrong', comment: 'see 943 476 5919, b. 3/4/1951' });
  const [kept] = await desk.feedback.all();
  expect(kept?.comment).toMatch(/^see /);
  const everywhere = JSON.stringify([kept, (await read(chat, '', desk)).activities, desk.logged]);
  expect(everywhere).not.toMatch(/943.?476|476.?5919|3.4.1951/);
});

test('a thumb in the stock Web Chat is feedback as well, and answers ask for it', async () => {
  const chat = await open(desk);
  const replyToId = await ask(chat);
  const thumb = {
    type: 'invoke',
    name: 'message/submitAction',
    replyToId,
    value: {
      actionName: 'feedback',
      actionValue: { reaction: 'dislike', feedback: { feedbackText: 'No.' } },
    },
    channelData: { clientActivityID: 'w-1' },
  };
  expect((await post(chat, thumb, desk)).status).toBe(200);
  expect(await desk.feedback.all()).toMatchObject([{ answer: 'echo', verdict: 'unhelpful', comment: 'No.' }]);
  const { activities } = await read(chat, '', desk);
  expect(activities.at(-1)).toMatchObject({
    type: 'invoke',
    replyToId,
    channelData: { clientActivityID: 'w-1' },
  });
  expect(JSON.stringify(activities.at(-1))).not.toContain('No.');
  expect(activities[2]?.channelData).toMatchObject({ feedbackLoop: { type: 'default' } });
});

test('the thumbs of the Web Chat that is published today send back what the message carried', async () => {
  const chat = await open(desk);
  await ask(chat);
  const { activities } = await read(chat, '', desk);
  const { entities } = activities[2] as unknown as { entities: { potentialAction: { '@type': string }[] }[] };
  const taken = entities[0]?.potentialAction.find((action) => action['@type'] === 'DislikeAction');
  const sent = { type: 'event', name: 'webchat:activity-status/feedback', entities: [taken] };
  expect((await post(chat, sent, desk)).status).toBe(200);
  expect(await desk.feedback.all()).toMatchObject([{ answer: 'echo', verdict: 'unhelpful' }]);
  expect(activities[0]).not.toHaveProperty('entities');
});

test('only what the desk said in this very conversation can be judged', async () => {
  const [mine, other] = [await open(desk), await open(desk)];
  const theirs = await ask(other);
  const own = (await read(other, '', desk)).activities.find(({ text }) => text === 'hello')?.id;
  expect(await judge(mine, { replyId: theirs, verdict: 'wrong' })).toBe(400);
  expect(await judge(other, { replyId: own, verdict: 'wrong' })).toBe(400);
  for (const value of [{}, { replyId: theirs }, { replyId: theirs, verdict: 'awful' }, { verdict: 'wrong' }])
    expect(await judge(other, value)).toBe(400);
  expect(await desk.feedback.all()).toEqual([]);
  expect((await read(mine, '', desk)).activities).toHaveLength(1);
});

test('it survives a restart and "start over", and does not tell whose it is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'feedback-'));
  const start = () => {
    const { database } = openDatabase(join(folder, 'desk.db'));
    return startDesk({ directLine: sqlShelf(database), feedback: sqlFeedback(database) });
  };
  const before = await start();
  const chat = await open(before);
  const replyId = await ask(chat, 'hello', before);
  await closeDesks();

  const after = await start();
  expect(await judge(chat, { replyId, verdict: 'old', comment: 'It moved.' }, after)).toBe(200);
  await fetch(`${after.url}${base}/conversations/${chat.id}`, { method: 'DELETE', headers: chat.auth });
  const kept = await sqlFeedback(openDatabase(join(folder, 'desk.db')).database).all();
  expect(kept).toMatchObject([{ answer: 'echo', verdict: 'old', comment: 'It moved.' }]);
  const disk = readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'latin1'))
    .join('');
  expect(disk).toContain('It moved.');
  for (const trace of [chat.id, userOf(chat.token), replyId]) expect(disk).not.toContain(trace);
  rmSync(folder, { recursive: true });
});
