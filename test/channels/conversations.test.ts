import { ConversationLog } from '../../src/channels/directline/conversation-log';
import { Conversations } from '../../src/channels/directline/conversations';
import { memoryShelf } from '../../src/channels/directline/memory-shelf';
import { memoryFeedback } from '../../src/store';

const day = 24 * 60 * 60 * 1000;

let clock: number;
let erased: object[];
let conversations: Conversations;
beforeEach(() => {
  clock = Date.parse('2026-11-20T09:00:00Z');
  erased = [];
  const now = () => new Date(clock);
  const shelf = memoryShelf();
  conversations = new Conversations({
    shelf,
    log: new ConversationLog(shelf, now),
    bot: {
      admit: () => undefined,
      receive: () => Promise.resolve({ status: 200 }),
      take: () => Promise.resolve(),
    },
    erase: (what) => {
      erased.push(what);
      return Promise.resolve();
    },
    feedback: memoryFeedback(),
    idleDays: 7,
    now,
  });
});

test('a conversation is kept while something is said in it, and forgotten once nothing was for the days that are set', async () => {
  const chat = { id: 'c1', user: 'dl_1' };
  await conversations.start(chat);
  clock += 6 * day;
  await conversations.send(chat, { type: 'message', text: 'hello', removed: [], echo: { type: 'message' } });
  clock += 7 * day;
  await conversations.forgetIdle();
  expect(await conversations.find('c1')).toEqual(chat);
  clock += 1;
  await conversations.forgetIdle();
  expect(await conversations.find('c1')).toBeUndefined();
});

test('with it goes what was remembered for a person who cannot come back, and for nobody else', async () => {
  const user = conversations.userId();
  await conversations.start({ id: 'c1', user });
  await conversations.start({ id: 'c2', user: conversations.userId('jo') });
  clock += 7 * day + 1;
  await conversations.start({ id: 'c3', user: conversations.userId() });
  await conversations.forgetIdle();
  expect(erased).toEqual([{ person: user }]);
});
