import { randomBytes } from 'node:crypto';
import { objectIn } from './object-in';
import { emptyJournal, type SqlDatabase } from './sql-database';

interface Kept {
  readonly activity: Readonly<Record<string, unknown>> & { readonly id: string };
  readonly sentAs?: string | undefined;
  readonly at: string;
}
type Placed = Kept & { readonly place: number };
interface Started {
  readonly id: string;
  readonly user: string;
}

/**
 * What a chat channel must keep so that a restart closes nobody's chat: the signing key, who speaks, and the last `keep`
 * activities of each conversation. It is a Direct Line `Shelf`, which the compiler sees where the two are put together.
 */
export function sqlShelf(database: SqlDatabase, keep = 500) {
  const readKey = database.prepare("SELECT value FROM secret WHERE name = 'signing-key'");
  const writeKey = database.prepare(
    "INSERT INTO secret (name, value) VALUES ('signing-key', ?) ON CONFLICT DO NOTHING",
  );
  const begin = database.prepare(
    'INSERT INTO conversation (id, json, active) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const read = database.prepare('SELECT json FROM conversation WHERE id = ?');
  const touch = database.prepare('UPDATE conversation SET active = ? WHERE id = ?');
  const last = database.prepare('SELECT max(place) AS place FROM activity WHERE conversation = ?');
  const add = database.prepare(
    'INSERT INTO activity (conversation, place, sent_as, json) VALUES (?, ?, ?, ?)',
  );
  const trim = database.prepare('DELETE FROM activity WHERE conversation = ? AND place <= ?');
  const after = database.prepare(
    'SELECT place, json FROM activity WHERE conversation = ? AND place > ? ORDER BY place',
  );
  const sent = database.prepare(
    'SELECT place, json FROM activity WHERE conversation = ? AND sent_as = ? ORDER BY place DESC LIMIT 1',
  );
  const removeActivities = database.prepare('DELETE FROM activity WHERE conversation = ?');
  const removeConversation = database.prepare('DELETE FROM conversation WHERE id = ?');
  const old = database.prepare('SELECT json FROM conversation WHERE active < ?');
  const forgetActivities = database.prepare(
    'DELETE FROM activity WHERE conversation IN (SELECT id FROM conversation WHERE active < ?)',
  );
  const forgetConversations = database.prepare('DELETE FROM conversation WHERE active < ?');

  const append = database.transaction((id: string, kept: Kept): number => {
    if (touch.run(kept.at, id).changes !== 1)
      throw new Error(`Conversation ${id} was not begun; call begin first.`);
    const { place: before } = last.get(id) as { place: number | null };
    const place = (before ?? 0) + 1;
    add.run(id, place, kept.sentAs ?? null, JSON.stringify(kept));
    if (place > keep) trim.run(id, place - keep);
    return place;
  });
  const remove = database.transaction((id: string) => {
    removeActivities.run(id);
    removeConversation.run(id);
  });
  const forget = database.transaction((before: string): Started[] => {
    const rows = old.all(before) as { json: string }[];
    forgetActivities.run(before);
    forgetConversations.run(before);
    return rows.flatMap(({ json }) => (objectIn(json) as Started | undefined) ?? []);
  });
  const placed = ({ place, json }: { place: number; json: string }): Placed[] => {
    const kept = objectIn(json) as Kept | undefined;
    return kept === undefined ? [] : [{ ...kept, place }];
  };

  return {
    signingKey: (): Promise<Uint8Array> => {
      writeKey.run(randomBytes(32).toString('hex'));
      return Promise.resolve(new Uint8Array(Buffer.from((readKey.get() as { value: string }).value, 'hex')));
    },
    begin: ({ id, user }: Started, at: string): Promise<boolean> =>
      Promise.resolve(begin.run(id, JSON.stringify({ id, user }), at).changes === 1),
    conversation: (id: string): Promise<Started | undefined> => {
      const row = read.get(id) as { json: string } | undefined;
      return Promise.resolve(row === undefined ? undefined : (objectIn(row.json) as Started | undefined));
    },
    append: async (id: string, kept: Kept): Promise<number> => {
      await Promise.resolve();
      return append(id, kept);
    },
    after: (id: string, watermark: number): Promise<readonly Placed[]> =>
      Promise.resolve((after.all(id, watermark) as { place: number; json: string }[]).flatMap(placed)),
    sent: (id: string, sentAs: string): Promise<Placed | undefined> => {
      const row = sent.get(id, sentAs) as { place: number; json: string } | undefined;
      return Promise.resolve(row === undefined ? undefined : placed(row)[0]);
    },
    remove: async (id: string): Promise<void> => {
      await Promise.resolve();
      remove(id);
      emptyJournal(database);
    },
    forget: async (before: string): Promise<readonly Started[]> => {
      await Promise.resolve();
      const forgotten = forget(before);
      emptyJournal(database);
      return forgotten;
    },
  };
}
