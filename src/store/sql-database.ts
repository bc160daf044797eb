import { accessSync, constants, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { checkContent, migrate } from './sql-schema';

export type SqlDatabase = Database.Database;

export interface Opened {
  readonly database: SqlDatabase;
  /** What an operator has to be told, for example that a broken file was set aside. */
  readonly warnings: readonly string[];
}

/** How long to wait for another process that writes, in milliseconds. */
const PATIENCE = 5000;

/**
 * Opens the database at `path` (`:memory:` for tests) and brings it up to date. A file that is damaged, no database of
 * ours or of a newer version is renamed to `PATH.broken-TIME` and a new one started: nobody's chat waits for a repair.
 * Throws when the place cannot be written to or another program holds the file.
 */
export function openDatabase(path: string, patience = PATIENCE): Opened {
  if (path === ':memory:') return { database: prepare(path, patience), warnings: [] };
  try {
    checkPlace(path);
    return { database: prepare(path, patience), warnings: [] };
  } catch (error) {
    if (isAboutPlace(error)) throw placeError(path, error);
    const aside = setAside(path);
    const warning = `The database ${path} could not be used: ${messageOf(error)}. It was set aside as ${aside} and a new one was started.`;
    return { database: prepare(path, patience), warnings: [warning] };
  }
}

/** Opens a database that is there and sound, and moves nothing: for commands that run beside the server. Throws otherwise. */
export function openSound(path: string, patience = PATIENCE): SqlDatabase {
  accessSync(path, constants.R_OK | constants.W_OK);
  return prepare(path, patience);
}

/** Works what the journal holds into the file and empties it, so that what was deleted stands in neither. */
export function emptyJournal(database: SqlDatabase): void {
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}

export function closeDatabase(database: SqlDatabase): void {
  emptyJournal(database);
  database.close();
}

function prepare(path: string, patience: number): SqlDatabase {
  const database = new Database(path, { timeout: patience });
  try {
    checkContent(database);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Makes the folder and sees that folder and file can be written to. */
function checkPlace(path: string): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  accessSync(folder, constants.W_OK);
  const file = statSync(path, { throwIfNoEntry: false });
  if (file?.isDirectory() === true) throw Object.assign(new Error('it is a folder'), { code: 'EISDIR' });
  if (file !== undefined) accessSync(path, constants.R_OK | constants.W_OK);
}

/** Whether the place or another program is at fault, so that the file is not to be moved. */
function isAboutPlace(error: unknown): boolean {
  const about = /^E[A-Z]+$|^SQLITE_(?:BUSY|LOCKED|FULL|IOERR|CANTOPEN|PERM|NOMEM)/;
  return about.test(codeOf(error)) || /ConnectionFailed/.test(messageOf(error));
}

function placeError(path: string, cause: unknown): Error {
  const code = codeOf(cause) || messageOf(cause);
  const remedy = 'or set DATA_DIR to another folder.';
  if (code === 'EISDIR')
    return new Error(`${path} is a folder, but the database is kept there: move it away, ${remedy}`, {
      cause,
    });
  if (/^SQLITE_(?:BUSY|LOCKED)/.test(code))
    return new Error(`The database ${path} is in use by another program: stop that program, ${remedy}`, {
      cause,
    });
  return new Error(
    `The database ${path} cannot be opened (${code}): see that its folder can be written to and the disk is not full, ${remedy}`,
    { cause },
  );
}

/** Renames the file and what belongs to it, and tells the new name. */
function setAside(path: string): string {
  const aside = `${path}.broken-${new Date().toISOString().replace(/[:.]/g, '-')}`;
  for (const suffix of ['', '-wal', '-shm', '-journal']) {
    const isThere = statSync(path + suffix, { throwIfNoEntry: false }) !== undefined;
    if (isThere) renameSync(path + suffix, aside + suffix);
  }
  return aside;
}

function codeOf(error: unknown): string {
  return isObject(error) && 'code' in error ? String(error.code) : '';
}

function messageOf(error: unknown): string {
  return isObject(error) && 'message' in error ? String(error.message) : String(error);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
