import { newSession, StaleSession } from '../conversation';
import type { Exchange, Profile, Session } from '../conversation';
import type { ErasableStore, Erased } from './erasable-store';
import { objectIn } from './object-in';
import { closeDatabase, emptyJournal, type SqlDatabase } from './sql-database';

interface Row {
  readonly json: string;
}

/** Sessions and exchanges in SQL. A save is one transaction: both or neither, and only from the revision that was read. */
export function sqlStore(database: SqlDatabase): ErasableStore {
  const readSession = database.prepare('SELECT revision, json FROM session WHERE conversation = ?');
  const readExchange = database.prepare('SELECT json FROM exchange WHERE conversation = ? AND turn = ?');
  const readProfile = database.prepare('SELECT json FROM profile WHERE person = ?');

  // libsql adds `_metadata` to each row, so columns are taken by name.
  const session = (conversation: string): Session | undefined => {
    const row = readSession.get(conversation) as (Row & { readonly revision: number }) | undefined;
    if (row === undefined) return undefined;
    // Fields that are missing, or all of them if the row cannot be read, are those of a new session. The revision is the
    // row's: a save has to name it.
    return { ...newSession(conversation), ...objectIn(row.json), conversation, revision: row.revision };
  };
  const exchange = (conversation: string, turn: string): Exchange | undefined => {
    const row = readExchange.get(conversation, turn) as Row | undefined;
    return row && (objectIn(row.json) as Exchange | undefined);
  };
  const profile = (person: string): Profile => {
    const row = readProfile.get(person) as Row | undefined;
    return { ...(row && objectIn(row.json)) };
  };

  const forgetExchanges = database.prepare('DELETE FROM exchange WHERE at < ?');
  const forgetSessions = database.prepare('DELETE FROM session WHERE updated < ?');
  const forget = database.transaction((before: string) => {
    forgetExchanges.run(before);
    forgetSessions.run(before);
  });

  const erase = makeErase(database);
  const save = makeSave(database, ({ conversation, turn }) => exchange(conversation, turn) !== undefined);

  return {
    session: (conversation) => promised(() => session(conversation)),
    exchange: (conversation, turn) => promised(() => exchange(conversation, turn)),
    profile: (person) => promised(() => profile(person)),
    save: (next, answer, changed) =>
      promised(() => {
        save(next, answer, changed);
      }),
    forget: (before) =>
      promised(() => {
        forget(before);
        emptyJournal(database);
      }),
    erase: (what) =>
      promised(() => {
        erase(what);
        emptyJournal(database);
      }),
    close: () =>
      promised(() => {
        closeDatabase(database);
      }),
  };
}

function makeErase(database: SqlDatabase): (what: Erased) => void {
  const session = database.prepare('DELETE FROM session WHERE conversation = ?');
  const exchanges = database.prepare('DELETE FROM exchange WHERE conversation = ?');
  const profile = database.prepare('DELETE FROM profile WHERE person = ?');
  return database.transaction(({ conversation, person }: Erased) => {
    if (conversation !== undefined) {
      session.run(conversation);
      exchanges.run(conversation);
    }
    if (person !== undefined) profile.run(person);
  });
}

type Changed = { readonly person: string; readonly profile: Profile } | undefined;
type Save = (session: Session, exchange: Exchange, changed: Changed) => void;

/** One transaction that takes the write lock first, so that what it checks is still so when it writes. */
function makeSave(database: SqlDatabase, isAnswered: (exchange: Exchange) => boolean): Save {
  const insertSession = database.prepare(
    'INSERT INTO session (conversation, revision, json, updated) VALUES (?, 1, ?, ?) ON CONFLICT DO NOTHING',
  );
  const updateSession = database.prepare(
    'UPDATE session SET revision = revision + 1, json = ?, updated = ? WHERE conversation = ? AND revision = ?',
  );
  const writeExchange = database.prepare(
    'INSERT OR REPLACE INTO exchange (conversation, turn, at, release, json) VALUES (?, ?, ?, ?, ?)',
  );
  const writeProfile = database.prepare('INSERT OR REPLACE INTO profile (person, json) VALUES (?, ?)');
  const forgetProfile = database.prepare('DELETE FROM profile WHERE person = ?');

  const saveProfile = ({ person, profile }: NonNullable<Changed>): void => {
    if (Object.keys(profile).length === 0) forgetProfile.run(person);
    else writeProfile.run(person, JSON.stringify(profile));
  };
  const save = database.transaction<Save>((session, exchange, changed) => {
    const { conversation, revision } = session;
    const { at, turn, release } = exchange;
    const json = JSON.stringify(session);
    const { changes } =
      revision === 0
        ? insertSession.run(conversation, json, at)
        : updateSession.run(json, at, conversation, revision);
    if (changes !== 1 || isAnswered(exchange)) throw new StaleSession(conversation, revision);
    writeExchange.run(exchange.conversation, turn, at, release, JSON.stringify(exchange));
    if (changed !== undefined) saveProfile(changed);
  });
  return (session, exchange, changed) => {
    save.immediate(session, exchange, changed);
  };
}

/** The work's result, or its failure as a rejection. */
function promised<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}
