import { setTimeout as wait } from 'node:timers/promises';
import type { Activity } from 'botbuilder';
import { createBot, type BotOptions, type LocalActivity } from '../../src/bot/cloud-adapter';
import type { Reply } from '../../src/conversation/reply';
import type { Turn } from '../../src/conversation/turn';
import { answer, bike, question, welcome } from './replies';
import { removeTenDigits } from './removing';

const hello: LocalActivity = {
  type: 'message',
  id: 'a1',
  channel: 'directline',
  conversation: 'c1',
  person: { id: 'dl_1', name: 'Jo' },
  text: 'hello',
  removed: [],
};

/** A bot in this process that notes its turns and what it delivers. */
function desk(
  reply: (turn: Turn) => readonly Reply[] | Promise<readonly Reply[]> = () => [welcome],
  options: Partial<BotOptions> = {},
) {
  const turns: Turn[] = [];
  const delivered: Partial<Activity>[] = [];
  const logged: object[] = [];
  const note = (fields: object, message: string) => void logged.push({ ...fields, message });
  const bot = createBot({
    app: undefined,
    converse: async (turn) => {
      turns.push(turn);
      return reply(turn);
    },
    rendering: { text: ({ title }) => title, card: () => undefined },
    removeIdentifiers: removeTenDigits,
    deliver: async (conversation, activity) => {
      await wait(1);
      delivered.push({ ...activity, id: `${conversation}|${delivered.length}` });
      return { id: `${conversation}|${delivered.length}` };
    },
    log: { info: note, warn: note, error: note },
    release: () => 'r1',
    ...options,
  });
  return { bot, turns, delivered, logged, texts: () => delivered.map(({ text }) => text) };
}

test('a message is answered to its sender, as a reply to it', async () => {
  const { bot, delivered, turns } = desk(() => [answer, question]);
  await bot.take(hello);
  expect(turns).toMatchObject([
    { id: 'a1', conversation: 'c1', person: 'dl_1', channel: 'directline', text: 'hello' },
  ]);
  expect(delivered).toMatchObject([
    {
      text: 'Where is it?',
      replyToId: 'a1',
      inputHint: 'ignoringInput',
      from: { id: 'records-desk', role: 'bot' },
    },
    { text: 'How do you come?', replyToId: 'a1', inputHint: 'expectingInput', recipient: { id: 'dl_1' } },
  ]);
});

test('the same activity delivered again, at once or later, is answered once', async () => {
  const { bot, texts } = desk();
  await Promise.all([bot.take(hello), bot.take(hello)]);
  await bot.take(hello);
  expect(texts()).toEqual(['Hello']);
});

test('the same words in another activity are another turn', async () => {
  const { bot, texts } = desk();
  await bot.take(hello);
  await bot.take({ ...hello, id: 'a2' });
  expect(texts()).toEqual(['Hello', 'Hello']);
});

test('answers come in the order of the questions, however long each takes', async () => {
  const { bot, texts } = desk(async ({ text }) => {
    await wait(text === 'slow' ? 30 : 0);
    return [
      { ...answer, title: `${text} 1` },
      { ...answer, title: `${text} 2` },
    ];
  });
  await Promise.all(['slow', 'quick'].map((text) => bot.take({ ...hello, id: text, text })));
  expect(texts()).toEqual(['slow 1', 'slow 2', 'quick 1', 'quick 2']);
});

test('who joins is welcomed; the bot itself joining is not somebody', async () => {
  const { bot, turns, texts } = desk();
  await bot.take({ ...hello, type: 'joined', text: undefined });
  expect(turns).toMatchObject([{ joined: true, text: '' }]);
  expect(texts()).toEqual(['Hello']);
});

test('a pressed button arrives as what it means', async () => {
  const { bot, turns } = desk();
  await bot.take({ ...hello, text: '', value: bike.value });
  expect(turns).toMatchObject([{ text: '', pressed: bike.value }]);
});

test('kinds of identifiers taken out at the channel are told to the conversation', async () => {
  const { bot, turns } = desk();
  await bot.take({ ...hello, removed: ['postcode'] });
  expect(turns[0]?.removed).toEqual(['postcode']);
});

test('an event is taken and not answered', async () => {
  const { bot, turns } = desk();
  await bot.take({ ...hello, type: 'event' });
  expect(turns).toEqual([]);
});

test('a failure is told in one calm sentence and logged under the same reference, without what was written', async () => {
  const { bot, delivered, logged } = desk(({ text }) => {
    throw new Error(`cannot read ${text}`);
  });
  await bot.take({ ...hello, text: 'my private words' });
  const [apology] = delivered;
  const reference = /reference ([0-9a-f]{6})\./.exec(apology?.text ?? '')?.[1];
  expect(apology).toMatchObject({
    replyToId: 'a1',
    inputHint: 'expectingInput',
    channelData: { guidance: { kind: 'notice', release: 'r1' } },
  });
  expect(logged).toMatchObject([{ reference, error: 'Error', message: 'A turn failed' }]);
  expect(JSON.stringify(logged)).not.toContain('private');
});

test('after a failure the same activity may be delivered again', async () => {
  let failing = true;
  const { bot, texts } = desk(() => {
    if (failing) throw new Error('no');
    return [welcome];
  });
  await bot.take(hello);
  failing = false;
  await bot.take(hello);
  expect(texts()).toEqual([expect.stringContaining('Sorry'), 'Hello']);
});

describe('over HTTP without an app id', () => {
  const posted = {
    type: 'message',
    id: 'a1',
    channelId: 'emulator',
    serviceUrl: 'http://localhost:1/',
    conversation: { id: 'c1' },
    from: { id: 'p' },
    recipient: { id: 'bot' },
    text: 'hello',
  };

  test.each([
    [{ channelId: 'directline' }, 401],
    [{ channelId: 'AseChannel' }, 401],
    [{ serviceUrl: 'urn:records-desk:in-process' }, 403],
    [{ serviceUrl: 'https://smba.trafficmanager.net/uk/' }, 403],
    [{ serviceUrl: 'http://169.254.169.254/' }, 403],
  ])('an activity with %j is refused and reaches nobody', async (change, status) => {
    const { bot, turns } = desk();
    await expect(bot.receive(undefined, { ...posted, ...change })).rejects.toMatchObject({
      name: 'Refused',
      status,
    });
    expect(turns).toEqual([]);
  });

  test('an unknown invoke is answered as not implemented', async () => {
    const { bot } = desk();
    await expect(
      bot.receive(undefined, { ...posted, type: 'invoke', name: 'nothing/known' }),
    ).resolves.toMatchObject({ status: 501 });
  });

  test('nobody outside is believed about identifiers that were removed', async () => {
    const { bot, turns } = desk(() => []);
    await bot.receive(undefined, { ...posted, channelData: { removed: ['made up'] } });
    expect(turns[0]?.removed).toEqual([]);
  });
});

test('what the SDK writes to the console becomes a line in the log without its content', async () => {
  const { bot, logged } = desk(() => {
    console.error('the key is 1234', new TypeError('token abc'));
    return [];
  });
  await bot.take(hello);
  expect(logged).toMatchObject([
    { errors: [{ error: 'TypeError' }], message: 'The Bot Framework SDK reported something' },
  ]);
  expect(JSON.stringify(logged)).not.toMatch(/1234|abc/);
});
