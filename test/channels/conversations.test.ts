import { ConversationLog } from '../../src/channels/directline/conversation-log';
import { Conversations } from '../../src/channels/directline/conversations';
import { memoryShelf } from '../../src/channels/directline/memory-shelf';
import { memoryFeedback } from '../../src/store';

const day = 24 * 60 * 60 * 1000;

test('a conversation is kept while something is said in it, and forgotten once nothing was for the days that are set', async () => {
  let clock = Date.parse('2026-11-20T09:00:00Z');
  const now = () => new Date(clock);
  const shelf = memoryShelf();
  const conversations = new Conversations({
    shelf,
    log: new ConversationLog(shelf, now),
    bot: {
      admit: () => undefined,
      receive: () => Promise.resolve({ status: 200 }),
      take: () => Promise.resolve(),
    },
    erase: () => Promise.resolve(),
    feedback: memoryFeedback(),
    idleDays: 7,
    now,
  });
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
