import { memoryShelf } from '../../src/channels/directline/memory-shelf';
import { shelfContract } from './shelf-contract';

describe('a shelf in memory', () => {
  shelfContract(() => Promise.resolve(memoryShelf()));
});

test('an activity for a conversation that was not begun is a mistake of the caller', async () => {
  await expect(memoryShelf().append('c1', { activity: { id: 'a' }, at: '' })).rejects.toThrow(
    'c1 was not begun',
  );
});
