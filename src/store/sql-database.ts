import { mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';

export type SqlDatabase = Database.Database;

/** Each step brings a database one version further. Steps that were released are never changed. */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE session (conversation TEXT PRIMARY KEY, revision INTEGER NOT NULL, json TEXT NOT NULL, updated TEXT NOT NULL);
   CREATE TABLE exchange (conversation TEXT NOT NULL, turn TEXT NOT NULL, at TEXT NOT NULL, release TEXT NOT NULL, json TEXT NOT NULL,
     PRIMARY KEY (conversation, turn));
   CREATE TABLE profile (person TEXT PRIMARY KEY, json TEXT NOT NULL);
   CREATE TABLE secret (name TEXT PRIMARY KEY, value TEXT NOT NULL);
   CREATE TABLE conversation (id TEXT PRIMARY KEY, json TEXT NOT NULL, active TEXT NOT NULL);
   CREATE TABLE activity (conversation TEXT NOT NULL, place INTEGER NOT NULL, sent_as TEXT, json TEXT NOT NULL,
     PRIMARY KEY (conversation, place));
   CREATE INDEX activity_sent ON activity (conversation, sent_as);`,
];

export interface Opened {
  readonly database: SqlDatabase;
  /** What an operator has to be told, for example that a broken file was set aside. */
  readonly warnings: readonly string[];
}

/**
 * Opens the database at `path` (`:memory:` for tests) and brings it up to date. A file that is no database of ours is set
 * aside and a new one started: nobody's chat waits for a repair. Throws when the place cannot be written to.
 */
export function openDatabase(path: string): Opened {
  if (path === ':memory:') return { database: prepare(new Database(path)), warnings: [] };
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    throw new Error(
      `The data folder ${dirname(path)} cannot be made (${codeOf(error)}): set DATA_DIR to a folder that can be written to.`,
      { cause: error },
    );
  }
  if (isFolder(path))
    throw new Error(
      `${path} is a folder, but the database is kept there: move it away, or set DATA_DIR to another folder.`,
    );
  try {
    return { database: prepare(new Database(path)), warnings: [] };
  } catch (error) {
    if (!/not a database|malformed|corrupt|newer/i.test(String(error)))
      throw new Error(
        `The database ${path} cannot be opened (${codeOf(error)}): see that the folder can be written to.`,
        { cause: error },
      );
    const aside = `${path}.broken-${Date.now()}`;
    for (const suffix of ['', '-wal', '-shm']) moveAway(`${path}${suffix}`, `${aside}${suffix}`);
    return {
      database: prepare(new Database(path)),
      warnings: [
        `The database ${path} could not be read. It was set aside as ${aside} and a new one was started.`,
      ],
    };
  }
}

function prepare(database: SqlDatabase): SqlDatabase {
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('secure_delete = ON');
    database.pragma('busy_timeout = 5000');
    const version = versionOf(database);
    if (version > MIGRATIONS.length)
      throw new Error(`It was written by a newer version (${version}) of this program.`);
    for (const [i, step] of MIGRATIONS.slice(version).entries())
      database.exec(`BEGIN IMMEDIATE; ${step} PRAGMA user_version = ${version + i + 1}; COMMIT;`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function versionOf(database: SqlDatabase): number {
  const row = database.prepare('PRAGMA user_version').get() as { user_version: number } | undefined;
  return row?.user_version ?? 0;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function moveAway(from: string, to: string): void {
  if (statSync(from, { throwIfNoEntry: false }) !== undefined) renameSync(from, to);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
