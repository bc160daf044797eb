import fc from 'fast-check';
import { newSession, StaleSession } from '../../src/conversation';
import type { ErasableStore } from '../../src/store';
import { exchangeOf, sessionOf } from './sessions';

/**
 * What every store promises. `open` gives a store that is empty at the start of each test; opening again gives another
 * way in to the same sessions, as a second process would have it.
 */
export function storeContract(open: () => ErasableStore): void {
  const stores: ErasableStore[] = [];
  const opened = (): ErasableStore => {
    const store = open();
    stores.push(store);
    return store;
  };
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
  });

  test('a conversation that was never saved has no session, no exchange and an empty profile', async () => {
    const store = opened();
    expect(await store.session('c')).toBeUndefined();
    expect(await store.exchange('c', 't')).toBeUndefined();
    expect(await store.profile('p')).toEqual({});
  });

  test('what was saved is read back as it was, one revision further', async () => {
    const store = opened();
    await store.save(sessionOf('c', 0), exchangeOf('c', 't1'));
    expect(await store.session('c')).toEqual({ ...sessionOf('c', 0), revision: 1 });
    expect(await store.exchange('c', 't1')).toEqual(exchangeOf('c', 't1'));
    await store.save({ ...sessionOf('c', 0), revision: 1, misses: 7 }, exchangeOf('c', 't2'));
    expect(await store.session('c')).toMatchObject({ revision: 2, misses: 7 });
    expect(await store.exchange('c', 't1')).toEqual(exchangeOf('c', 't1'));
  });

  test('what nobody touched since a day is forgotten, and no more than that', async () => {
    const store = opened();
    await store.save(sessionOf('old', 0), { ...exchangeOf('old', 't1'), at: '2026-01-01T00:00:00Z' });
    await store.save(sessionOf('new', 0), { ...exchangeOf('new', 't1'), at: '2026-06-01T00:00:00Z' });
    await store.forget('2026-03-01T00:00:00Z');
    expect(await store.session('old')).toBeUndefined();
    expect(await store.exchange('old', 't1')).toBeUndefined();
    expect(await store.session('new')).toBeDefined();
    expect(await store.exchange('new', 't1')).toBeDefined();
  });

  test('what is erased is gone, and what others said stays', async () => {
    const store = opened();
    for (const [at, id] of ['c', 'c2'].entries()) {
      const profile = { system: 'emis' };
      await store.save(sessionOf(id, 0), exchangeOf(id, 't1'), { person: `p${at}`, profile });
      await store.save(sessionOf(id, 1), exchangeOf(id, 't2'));
    }
    await store.erase({ conversation: 'c', person: 'p0' });
    expect(await store.session('c')).toBeUndefined();
    expect([await store.exchange('c', 't1'), await store.exchange('c', 't2')]).toEqual([
      undefined,
      undefined,
    ]);
    expect(await store.profile('p0')).toEqual({});
    expect(await store.session('c2')).toMatchObject({ revision: 2 });
    expect(await store.exchange('c2', 't1')).toBeDefined();
    expect(await store.profile('p1')).toEqual({ system: 'emis' });
    await store.erase({ conversation: 'c2' });
    expect(await store.session('c2')).toBeUndefined();
    expect(await store.profile('p1')).toEqual({ system: 'emis' });
    await store.erase({ person: 'p1' });
    expect(await store.profile('p1')).toEqual({});
    await store.erase({ conversation: 'nobody', person: 'nobody' });
    await store.erase({});
    await store.save(sessionOf('c', 0), exchangeOf('c', 't1'));
    expect(await store.session('c')).toMatchObject({ revision: 1 });
  });

  test('a second way in sees what was saved through the first', async () => {
    const [one, two] = [opened(), opened()];
    await one.save(sessionOf('c', 0), exchangeOf('c', 't1'));
    expect(await two.session('c')).toMatchObject({ revision: 1 });
    expect(await two.exchange('c', 't1')).toBeDefined();
  });

  test.each([0, 1, 3])(
    'a save from revision %i is refused when 2 is stored, and changes nothing',
    async (revision) => {
      const store = opened();
      await store.save(sessionOf('c', 0), exchangeOf('c', 't1'));
      await store.save(sessionOf('c', 1), exchangeOf('c', 't2'));
      const stale = store.save({ ...sessionOf('c', 9), revision }, exchangeOf('c', 't3'), {
        person: 'p',
        profile: { system: 'emis' },
      });
      await expect(stale).rejects.toThrow(StaleSession);
      expect(await store.session('c')).toEqual({ ...sessionOf('c', 1), revision: 2 });
      expect(await store.exchange('c', 't3')).toBeUndefined();
      expect(await store.profile('p')).toEqual({});
    },
  );

  test('a first save that claims an earlier revision is refused', async () => {
    const store = opened();
    await expect(store.save(sessionOf('c', 5), exchangeOf('c', 't'))).rejects.toThrow(StaleSession);
    expect(await store.session('c')).toBeUndefined();
  });

  test('a turn is recorded once: whoever comes second is told to read again, and nothing of theirs is kept', async () => {
    const store = opened();
    await store.save(sessionOf('c', 0), exchangeOf('c', 't1'));
    const again = store.save(sessionOf('c', 1), { ...exchangeOf('c', 't1'), text: 'second' });
    await expect(again).rejects.toThrow(StaleSession);
    expect(await store.session('c')).toMatchObject({ revision: 1 });
    expect(await store.exchange('c', 't1')).toEqual(exchangeOf('c', 't1'));
  });

  test('conversations, turns and persons are told apart whatever their ids are', async () => {
    const store = opened();
    const ids = [
      '',
      'a',
      'A',
      'a ',
      'a\u0000b',
      'a\u0000c',
      "a'; DROP TABLE session;--",
      '__proto__',
      '["a","b"]',
      'ü',
      '%',
    ];
    for (const id of ids) {
      await store.save({ ...newSession(id), guide: id }, exchangeOf(id, id), {
        person: id,
        profile: { system: id },
      });
    }
    for (const id of ids) {
      expect(await store.session(id)).toEqual({ ...newSession(id), guide: id, revision: 1 });
      expect(await store.exchange(id, id)).toEqual(exchangeOf(id, id));
      expect(await store.profile(id)).toEqual({ system: id });
    }
    expect(await store.exchange('a', 'A')).toBeUndefined();
  });

  test('what is read or saved is a copy', async () => {
    const store = opened();
    const answers = { tree: { question: 'yes' } };
    await store.save({ ...newSession('c'), answers }, exchangeOf('c', 't1'));
    answers.tree.question = 'no';
    const first = await store.session('c');
    expect(first?.answers).toEqual({ tree: { question: 'yes' } });
    Object.assign(first?.answers ?? {}, { tree: {} });
    expect((await store.session('c'))?.answers).toEqual({ tree: { question: 'yes' } });
  });

  test('a profile is kept beside sessions, replaced as a whole, and forgotten when it is empty', async () => {
    const store = opened();
    const save = (revision: number, profile?: Readonly<Record<string, string>>) =>
      store.save(
        sessionOf('c', revision),
        exchangeOf('c', `t${revision}`),
        profile && { person: 'p', profile },
      );
    await save(0, { system: 'emis', scans: 'cloud' });
    await save(1);
    expect(await store.profile('p')).toEqual({ system: 'emis', scans: 'cloud' });
    await save(2, { system: 'tpp' });
    expect(await store.profile('p')).toEqual({ system: 'tpp' });
    await save(3, {});
    expect(await store.profile('p')).toEqual({});
  });

  test('of many who save from the same revision exactly one wins', async () => {
    const [one, two] = [opened(), opened()];
    const saves = Array.from({ length: 20 }, (_, at) =>
      (at % 2 === 0 ? one : two).save(sessionOf('c', 0), exchangeOf('c', `t${at}`)),
    );
    const results = await Promise.allSettled(saves);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const won = results.findIndex(({ status }) => status === 'fulfilled');
    const kept = await Promise.all(saves.map((_, at) => one.exchange('c', `t${at}`)));
    expect(kept.flatMap((exchange, at) => (exchange === undefined ? [] : [at]))).toEqual([won]);
  });

  test('however two writers interleave, every save either counts or is refused; nothing is lost', async () => {
    const [one, two] = [opened(), opened()];
    let conversations = 0;
    const step = fc.record({ writer: fc.constantFrom(0, 1), reads: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const conversation = `c${(conversations += 1)}`;
        const writers = [one, two].map((store) => ({ store, seen: 0, count: 0 }));
        let saved = 0;
        for (const [at, { writer, reads }] of steps.entries()) {
          const each = writers[writer];
          if (each === undefined) continue;
          if (reads) {
            const session = await each.store.session(conversation);
            [each.seen, each.count] = [session?.revision ?? 0, session?.misses ?? 0];
            continue;
          }
          const next = { ...newSession(conversation), revision: each.seen, misses: each.count + 1 };
          const isCurrent = each.seen === saved;
          const save = each.store.save(next, exchangeOf(conversation, `t${at}`));
          if (isCurrent) await save;
          else await expect(save).rejects.toThrow(StaleSession);
          if (isCurrent) saved += 1;
        }
        const session = await one.session(conversation);
        expect([session?.revision ?? 0, session?.misses ?? 0]).toEqual([saved, saved]);
      }),
      { numRuns: 100 },
    );
  });
}
