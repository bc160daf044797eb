import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { openDatabase, openSound, sqlFeedback, sqlShelf, sqlStore, type Opened } from '../../src/store';
import { exchangeOf, sessionOf } from './sessions';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'database-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const path = (name = 'desk.db'): string => join(folder, name);
const setAside = (): string[] =>
  readdirSync(folder).filter((name) => /^desk\.db\.broken-[0-9TZ-]+$/.test(name));

/** Saves into the database and reads back, then closes it. */
async function expectUsable({ database }: Opened, conversation = 'new'): Promise<void> {
  const store = sqlStore(database);
  await store.save(sessionOf(conversation, 0), exchangeOf(conversation, 't'));
  expect(await store.session(conversation)).toMatchObject({ revision: 1 });
  expect(await sqlShelf(database).signingKey()).toHaveLength(32);
  await store.close();
}

async function expectReplaced(): Promise<void> {
  const opened = openDatabase(path());
  expect(opened.warnings).toHaveLength(1);
  expect(opened.warnings[0]).toContain(path());
  expect(opened.warnings[0]).toContain(setAside()[0]);
  await expectUsable(opened);
  const again = openDatabase(path());
  expect(again.warnings).toEqual([]);
  again.database.close();
}

async function writeSessions(count: number): Promise<void> {
  const store = sqlStore(openDatabase(path()).database);
  for (let at = 0; at < count; at += 1) await store.save(sessionOf(`c${at}`, 0), exchangeOf(`c${at}`, 't'));
  await store.close();
}

test('a new file is made, with its folders, and opened again without a warning', async () => {
  const deep = join(folder, 'a', 'b', 'desk.db');
  const opened = openDatabase(deep);
  expect(opened.warnings).toEqual([]);
  await expectUsable(opened);
  const again = openDatabase(deep);
  expect(again.warnings).toEqual([]);
  expect(await sqlStore(again.database).session('new')).toBeDefined();
  again.database.close();
});

test('every save is on the disk before it is confirmed, and what is deleted is overwritten', () => {
  const { database } = openDatabase(path());
  const pragma = (name: string): unknown =>
    Object.values(database.prepare(`PRAGMA ${name}`).get() as object)[0];
  expect(pragma('journal_mode')).toBe('wal');
  expect(pragma('synchronous')).toBe(2);
  expect(pragma('secure_delete')).toBe(1);
  database.close();
});

test('an empty file is as good as none', async () => {
  writeFileSync(path(), '');
  const opened = openDatabase(path());
  expect(opened.warnings).toEqual([]);
  await expectUsable(opened);
});

test.each([
  ['text', Buffer.from('These are my notes, not a database. '.repeat(200))],
  ['a few bytes', Buffer.from([1, 2, 3])],
  ['zeros', Buffer.alloc(8192)],
  ['the beginning of a database and then nothing', Buffer.from('SQLite format 3\u0000')],
])('a file that holds %s is set aside as it is, and a new one is started', async (_, content) => {
  writeFileSync(path(), content);
  await expectReplaced();
  expect(readFileSync(path(setAside()[0]))).toEqual(content);
});

test('a database of another program is set aside, not written to', async () => {
  const other = new Database(path());
  other.exec('CREATE TABLE session (id TEXT); INSERT INTO session VALUES (1); PRAGMA user_version = 1');
  other.close();
  const before = readFileSync(path());
  await expectReplaced();
  expect(readFileSync(path(setAside()[0]))).toEqual(before);
});

test('a database of the first version is brought up to date, with all that is in it', async () => {
  const first = openDatabase(path());
  await sqlStore(first.database).save(sessionOf('c', 0), exchangeOf('c', 't'));
  first.database.exec('DROP TABLE feedback; PRAGMA user_version = 1');
  first.database.close();
  const { database, warnings } = openDatabase(path());
  expect(warnings).toEqual([]);
  expect(await sqlStore(database).session('c')).toMatchObject({ revision: 1 });
  expect(await sqlFeedback(database).all()).toEqual([]);
  database.close();
});

test('a command that looks in beside the server moves nothing, whatever it finds', () => {
  expect(() => openSound(path())).toThrow('ENOENT');
  writeFileSync(path(), 'not a database, though it is long enough to be taken for one'.repeat(100));
  expect(() => openSound(path())).toThrow();
  expect(readdirSync(folder)).toEqual(['desk.db']);
});

test('a database of a newer version is set aside, so that going back to this version does not harm it', async () => {
  await writeSessions(1);
  const newer = new Database(path());
  newer.exec('PRAGMA user_version = 99');
  newer.close();
  await expectReplaced();
});

test('what belongs to the broken file goes with it: nothing of its journal reaches the new one', async () => {
  writeFileSync(path(), 'broken'.repeat(1000));
  writeFileSync(path('desk.db-wal'), 'old journal');
  await expectReplaced();
  const aside = setAside()[0] ?? '';
  expect(readFileSync(path(`${aside}-wal`), 'utf8')).toBe('old journal');
});

test('a file broken twice is set aside twice', () => {
  writeFileSync(path(), 'broken'.repeat(1000));
  openDatabase(path()).database.close();
  writeFileSync(path(), 'broken'.repeat(1000));
  for (const suffix of ['-wal', '-shm']) rmSync(path(`desk.db${suffix}`), { force: true });
  openDatabase(path()).database.close();
  expect(setAside()).toHaveLength(2);
});

/** Puts the bytes in the database's place, without a journal, and opens it; every old session can be asked for. */
async function expectStart(bytes: Buffer, name: string): Promise<void> {
  for (const suffix of ['-wal', '-shm']) rmSync(path(`desk.db${suffix}`), { force: true });
  writeFileSync(path(), bytes);
  const opened = openDatabase(path());
  const store = sqlStore(opened.database);
  for (let at = 0; at < 40; at += 1) await store.session(`c${at}`);
  await expectUsable(opened, name);
}

test('wherever the file was cut short, the service starts', async () => {
  await writeSessions(40);
  const whole = readFileSync(path());
  for (let length = 512; length < whole.length; length += 4 * 512) {
    await expectStart(whole.subarray(0, length), `cut${length}`);
  }
  expect(setAside().length).toBeGreaterThan(0);
});

test('whichever byte was changed, the service starts and remembers', async () => {
  await writeSessions(40);
  const whole = readFileSync(path());
  // The header densely, the rest in leaps.
  const leaps = Array.from({ length: 150 }, (_, at) => Math.floor(((at + 1) / 151) * whole.length));
  for (const place of [...Array(110).keys(), ...leaps]) {
    const damaged = Buffer.from(whole);
    damaged[place] = (damaged[place] ?? 0) ^ 0x5a;
    await expectStart(damaged, `byte${place}`);
  }
  expect(setAside().length).toBeGreaterThan(0);
});

describe('where the database cannot be, the error names the place and the remedy', () => {
  test('a folder in its place', () => {
    mkdirSync(path());
    expect(() => openDatabase(path())).toThrow(/desk\.db is a folder.*DATA_DIR/);
    expect(readdirSync(folder)).toEqual(['desk.db']);
  });

  test('a file where its folder should be', () => {
    writeFileSync(path('data'), '');
    expect(() => openDatabase(join(path('data'), 'desk.db'))).toThrow(/data.*DATA_DIR/);
  });

  test('another program that holds the file: it is left where it is', () => {
    const other = new Database(path());
    other.exec('PRAGMA locking_mode = EXCLUSIVE; CREATE TABLE held (a)');
    expect(() => openDatabase(path(), 100)).toThrow(/desk\.db is in use by another program.*DATA_DIR/);
    other.close();
    expect(existsSync(path())).toBe(true);
    expect(setAside()).toEqual([]);
  });
});
