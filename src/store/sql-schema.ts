import type { SqlDatabase } from './sql-database';

/** Each step brings a database one version further. Steps that were released are never changed. */
const STEPS: readonly string[] = [
  `CREATE TABLE session (conversation TEXT PRIMARY KEY, revision INTEGER NOT NULL, json TEXT NOT NULL, updated TEXT NOT NULL);
   CREATE TABLE exchange (conversation TEXT NOT NULL, turn TEXT NOT NULL, at TEXT NOT NULL, release TEXT NOT NULL, json TEXT NOT NULL,
     PRIMARY KEY (conversation, turn));
   CREATE TABLE profile (person TEXT PRIMARY KEY, json TEXT NOT NULL);
   CREATE TABLE secret (name TEXT PRIMARY KEY, value TEXT NOT NULL);
   CREATE TABLE conversation (id TEXT PRIMARY KEY, json TEXT NOT NULL, active TEXT NOT NULL);
   CREATE TABLE activity (conversation TEXT NOT NULL, place INTEGER NOT NULL, sent_as TEXT, json TEXT NOT NULL,
     PRIMARY KEY (conversation, place));
   CREATE INDEX activity_sent ON activity (conversation, sent_as);`,
  `CREATE TABLE feedback (by TEXT PRIMARY KEY, answer TEXT NOT NULL, verdict TEXT NOT NULL, comment TEXT NOT NULL,
     release TEXT NOT NULL, channel TEXT NOT NULL, at TEXT NOT NULL);`,
];

/** "RDsk", by which a database file is known to be ours. */
const APPLICATION = 0x5244736b;

/** Throws, with what is wrong, unless the database is empty or a sound one of ours that this version understands. */
export function checkContent(database: SqlDatabase): void {
  const version = numberOf(database, 'PRAGMA user_version');
  const isEmpty = version === 0 && numberOf(database, 'SELECT count(*) FROM sqlite_master') === 0;
  if (isEmpty) return;
  if (numberOf(database, 'PRAGMA application_id') !== APPLICATION)
    throw new Error('it belongs to another program');
  if (version > STEPS.length)
    throw new Error(`it is of version ${version}, which is newer than this program's ${STEPS.length}`);
  const found = firstColumn(database, 'PRAGMA integrity_check(1)');
  if (found !== 'ok') throw new Error(`it is damaged: ${String(found)}`);
}

/** Takes the steps that the database lacks: all of them or none, and only one process at a time. */
export function migrate(database: SqlDatabase): void {
  const steps = database.transaction(() => {
    const version = numberOf(database, 'PRAGMA user_version');
    for (const step of STEPS.slice(version)) database.exec(step);
    database.exec(`PRAGMA application_id = ${APPLICATION}; PRAGMA user_version = ${STEPS.length}`);
  });
  steps.immediate();
}

function numberOf(database: SqlDatabase, query: string): number {
  return Number(firstColumn(database, query));
}

function firstColumn(database: SqlDatabase, query: string): unknown {
  return Object.values(database.prepare(query).get() as Record<string, unknown>)[0];
}
