import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newSession } from '../../src/conversation';
import { openDatabase, sqlStore, type ErasableStore } from '../../src/store';
import { exchangeOf, sessionOf } from './sessions';
import { storeContract } from './store-contract';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const path = (): string => join(folder, 'desk.db');
const open = (): ErasableStore => sqlStore(openDatabase(path()).database);

describe('a store in a database file', () => {
  storeContract(open);
});

describe('a store in the embedded database', () => {
  test('keeps everything when it is closed and opened again', async () => {
    const first = open();
    await first.save(sessionOf('c', 0), exchangeOf('c', 't'), { person: 'p', profile: { system: 'emis' } });
    await first.close();
    const again = open();
    expect(await again.session('c')).toMatchObject({ revision: 1 });
    expect(await again.exchange('c', 't')).toEqual(exchangeOf('c', 't'));
    expect(await again.profile('p')).toEqual({ system: 'emis' });
    await again.close();
  });

  test.each(['{"conversation":', '', 'null', '5', '[]', '"text"'])(
    'takes rows that hold %j for absent, and lets them be replaced',
    async (json) => {
      const { database } = openDatabase(path());
      const store = sqlStore(database);
      await store.save(sessionOf('c', 0), exchangeOf('c', 't'), { person: 'p', profile: { system: 'emis' } });
      for (const table of ['session', 'exchange', 'profile'])
        database.prepare(`UPDATE ${table} SET json = ?`).run(json);
      expect(await store.exchange('c', 't')).toBeUndefined();
      expect(await store.profile('p')).toEqual({});
      const session = await store.session('c');
      expect(session).toEqual({ ...newSession('c'), revision: 1 });
      await store.save(session ?? newSession('c'), exchangeOf('c', 't'));
      expect(await store.session('c')).toMatchObject({ revision: 2 });
      expect(await store.exchange('c', 't')).toEqual(exchangeOf('c', 't'));
      await store.close();
    },
  );

  test('reads sessions of an earlier version, which lack fields, with the fields of a new one', async () => {
    const { database } = openDatabase(path());
    const store = sqlStore(database);
    await store.save(sessionOf('c', 0), exchangeOf('c', 't'));
    database.prepare('UPDATE session SET json = ?').run('{"conversation":"c","revision":0,"misses":2}');
    expect(await store.session('c')).toEqual({ ...newSession('c'), revision: 1, misses: 2 });
    await store.close();
  });

  test('fails by rejecting, never by throwing into the caller', async () => {
    const { database } = openDatabase(path());
    const store = sqlStore(database);
    database.exec('DROP TABLE session; DROP TABLE exchange; DROP TABLE profile;');
    await expect(store.session('c')).rejects.toThrow();
    await expect(store.exchange('c', 't')).rejects.toThrow();
    await expect(store.profile('p')).rejects.toThrow();
    await expect(store.save(sessionOf('c', 0), exchangeOf('c', 't'))).rejects.toThrow();
    await store.close();
  });

  test('leaves nothing of what was forgotten in its files', async () => {
    const store = open();
    const secret = 'cloud-supplier-of-the-practice';
    const isInFiles = (): boolean =>
      readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(secret));
    const save = (revision: number, profile: Readonly<Record<string, string>>) =>
      store.save(sessionOf('c', revision), exchangeOf('c', `t${revision}`), { person: 'p', profile });
    await save(0, { supplier: secret });
    expect(isInFiles()).toBe(true);
    await save(1, {});
    await store.close();
    expect(isInFiles()).toBe(false);
  });
});
