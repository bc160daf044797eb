import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryShelf } from '../../src/channels/directline/memory-shelf';
import { openDatabase, sqlShelf } from '../../src/store';
import { shelfContract } from './shelf-contract';

describe('a shelf in memory', () => {
  shelfContract(() => Promise.resolve(memoryShelf()));

  test('an activity for a conversation that was not begun is a mistake of the caller', async () => {
    await expect(memoryShelf().append('c1', { activity: { id: 'a' }, at: '' })).rejects.toThrow(
      'c1 was not begun',
    );
  });
});

describe('a shelf in the embedded database', () => {
  let folder: string;
  const open = () => Promise.resolve(sqlShelf(openDatabase(join(folder, 'desk.db')).database));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'shelf-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  shelfContract(open, open);
});
