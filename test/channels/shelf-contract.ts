import { keptActivities, type Kept, type Shelf } from '../../src/channels/directline/shelf';

const at = '2026-11-20T09:00:00.000Z';
const later = '2026-11-21T09:00:00.000Z';
const kept = (id: string, more: Partial<Kept> = {}): Kept => ({
  activity: { id, text: `words of ${id}` },
  at,
  ...more,
});

/** What every shelf must do. `reopen` gives the same shelf as another process would find it; leave it out for those that do not last. */
export function shelfContract(makeShelf: () => Promise<Shelf>, reopen?: () => Promise<Shelf>): void {
  let shelf: Shelf;
  beforeEach(async () => {
    shelf = await makeShelf();
  });

  test('the signing key is 32 bytes and stays the same', async () => {
    const key = Buffer.from(await shelf.signingKey());
    expect(key).toHaveLength(32);
    expect(Buffer.from(await shelf.signingKey())).toEqual(key);
  });

  test('a conversation begins once, whoever asks at once', async () => {
    const begun = await Promise.all([1, 2, 3].map(() => shelf.begin({ id: 'c1', user: 'dl_1' }, at)));
    expect(begun.filter(Boolean)).toHaveLength(1);
    expect(await shelf.begin({ id: 'c1', user: 'dl_2' }, at)).toBe(false);
    expect(await shelf.conversation('c1')).toEqual({ id: 'c1', user: 'dl_1' });
    expect(await shelf.conversation('c2')).toBeUndefined();
  });

  test('activities get places 1, 2, 3 in each conversation and come back as they were', async () => {
    await shelf.begin({ id: 'c1', user: 'dl_1' }, at);
    await shelf.begin({ id: 'c2', user: 'dl_2' }, at);
    expect(await shelf.append('c1', kept('a', { sentAs: 'mine' }))).toBe(1);
    expect(await shelf.append('c1', kept('b'))).toBe(2);
    expect(await shelf.append('c2', kept('c'))).toBe(1);
    expect(await shelf.after('c1', 0)).toEqual([
      { ...kept('a', { sentAs: 'mine' }), place: 1 },
      { ...kept('b'), place: 2 },
    ]);
    expect(await shelf.after('c1', 1)).toEqual([{ ...kept('b'), place: 2 }]);
    expect(await shelf.after('c1', 2)).toEqual([]);
    expect(await shelf.after('nowhere', 0)).toEqual([]);
  });

  test('what a client sent is found by its own id, the last one if there are several', async () => {
    await shelf.begin({ id: 'c1', user: 'dl_1' }, at);
    await shelf.begin({ id: 'c2', user: 'dl_2' }, at);
    await shelf.append('c1', kept('a', { sentAs: 'mine' }));
    await shelf.append('c1', kept('b', { sentAs: 'mine' }));
    await shelf.append('c1', kept('c'));
    expect((await shelf.sent('c1', 'mine'))?.activity.id).toBe('b');
    expect(await shelf.sent('c1', 'other')).toBeUndefined();
    expect(await shelf.sent('c2', 'mine')).toBeUndefined();
  });

  test(`the last ${keptActivities} of a conversation are kept, and places go on growing`, async () => {
    await shelf.begin({ id: 'c1', user: 'dl_1' }, at);
    for (let n = 1; n <= keptActivities + 20; n += 1) await shelf.append('c1', kept(`a${n}`));
    const places = (await shelf.after('c1', 0)).map(({ place }) => place);
    expect(places.length).toBeGreaterThanOrEqual(keptActivities);
    expect(places.length).toBeLessThan(keptActivities + 20);
    expect(places.at(-1)).toBe(keptActivities + 20);
  });

  test('a conversation that is removed leaves nothing, and others stay', async () => {
    await shelf.begin({ id: 'c1', user: 'dl_1' }, at);
    await shelf.begin({ id: 'c2', user: 'dl_2' }, at);
    await shelf.append('c1', kept('a', { sentAs: 'mine' }));
    await shelf.append('c2', kept('b'));
    await shelf.remove('c1');
    await shelf.remove('c1');
    expect(await shelf.conversation('c1')).toBeUndefined();
    expect(await shelf.after('c1', 0)).toEqual([]);
    expect(await shelf.sent('c1', 'mine')).toBeUndefined();
    await expect(shelf.append('c1', kept('late'))).rejects.toThrow('was not begun');
    expect(await shelf.after('c2', 0)).toHaveLength(1);
  });

  test('conversations in which nothing was said for long are forgotten with all that was in them', async () => {
    await shelf.begin({ id: 'old', user: 'dl_1' }, at);
    await shelf.append('old', kept('a', { sentAs: 'mine' }));
    await shelf.begin({ id: 'busy', user: 'dl_2' }, at);
    await shelf.append('busy', kept('b', { at: later }));
    expect(await shelf.forget(later)).toEqual([{ id: 'old', user: 'dl_1' }]);
    expect(await shelf.forget(later)).toEqual([]);
    expect(await shelf.conversation('old')).toBeUndefined();
    expect(await shelf.after('old', 0)).toEqual([]);
    expect(await shelf.sent('old', 'mine')).toBeUndefined();
    expect(await shelf.after('busy', 0)).toHaveLength(1);
  });

  if (reopen) {
    test('everything is there again after a restart', async () => {
      const key = Buffer.from(await shelf.signingKey());
      await shelf.begin({ id: 'c1', user: 'dl_1' }, at);
      await shelf.append('c1', kept('a', { sentAs: 'mine' }));
      const again = await reopen();
      expect(Buffer.from(await again.signingKey())).toEqual(key);
      expect(await again.conversation('c1')).toEqual({ id: 'c1', user: 'dl_1' });
      expect(await again.append('c1', kept('b'))).toBe(2);
      expect((await again.sent('c1', 'mine'))?.activity.id).toBe('a');
    });
  }
}
