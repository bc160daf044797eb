import { StaleSession } from '../conversation';
import type { Exchange, Profile, Session, Store } from '../conversation';
import { jsonIn } from './json-in';
import type { SqlDatabase } from './sql-database';

/** Sessions and exchanges in SQL. A save is one transaction: both or neither, and only from the revision that was read. */
export function sqlStore(database: SqlDatabase): Store {
  const readSession = database.prepare('SELECT revision, json FROM session WHERE conversation = ?');
  const readExchange = database.prepare('SELECT json FROM exchange WHERE conversation = ? AND turn = ?');
  const insertSession = database.prepare(
    'INSERT INTO session (conversation, revision, json, updated) VALUES (?, 1, ?, ?) ON CONFLICT DO NOTHING',
  );
  const updateSession = database.prepare(
    'UPDATE session SET revision = revision + 1, json = ?, updated = ? WHERE conversation = ? AND revision = ?',
  );
  const writeExchange = database.prepare(
    'INSERT OR REPLACE INTO exchange (conversation, turn, at, release, json) VALUES (?, ?, ?, ?, ?)',
  );
  const readProfile = database.prepare('SELECT json FROM profile WHERE person = ?');
  const writeProfile = database.prepare('INSERT OR REPLACE INTO profile (person, json) VALUES (?, ?)');
  const forgetProfile = database.prepare('DELETE FROM profile WHERE person = ?');
  const save = database.transaction(
    (session: Session, exchange: Exchange, changed?: { person: string; profile: Profile }) => {
      const { conversation, revision } = session;
      const { changes } =
        revision === 0
          ? insertSession.run(conversation, JSON.stringify(session), exchange.at)
          : updateSession.run(JSON.stringify(session), exchange.at, conversation, revision);
      if (changes !== 1) throw new StaleSession(conversation, revision);
      writeExchange.run(
        exchange.conversation,
        exchange.turn,
        exchange.at,
        exchange.release,
        JSON.stringify(exchange),
      );
      if (changed !== undefined && Object.keys(changed.profile).length === 0)
        forgetProfile.run(changed.person);
      else if (changed !== undefined) writeProfile.run(changed.person, JSON.stringify(changed.profile));
    },
  );
  return {
    session: (conversation) => {
      const row = readSession.get(conversation) as { revision: number; json: string } | undefined;
      const session = row === undefined ? undefined : (jsonIn(row.json) as Session | undefined);
      // A row that cannot be read counts as absent, but a save has to know its revision to replace it.
      if (row !== undefined && session === undefined)
        return Promise.resolve({ conversation, revision: row.revision, answers: {}, offered: [], misses: 0 });
      return Promise.resolve(
        session === undefined ? undefined : { ...session, revision: row?.revision ?? 0 },
      );
    },
    exchange: (conversation, turn) => {
      const row = readExchange.get(conversation, turn) as { json: string } | undefined;
      return Promise.resolve(row === undefined ? undefined : (jsonIn(row.json) as Exchange | undefined));
    },
    profile: (person) => {
      const row = readProfile.get(person) as { json: string } | undefined;
      return Promise.resolve(row === undefined ? {} : ((jsonIn(row.json) as Profile | undefined) ?? {}));
    },
    save: async (session, exchange, changed) => {
      await Promise.resolve();
      save(session, exchange, changed);
    },
    close: () => {
      database.close();
      return Promise.resolve();
    },
  };
}
