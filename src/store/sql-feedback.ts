import type { Feedback, FeedbackBook } from '../conversation/feedback';
import { emptyJournal, type SqlDatabase } from './sql-database';

/** Feedback in SQL, a row for each person and answer. */
export function sqlFeedback(database: SqlDatabase): FeedbackBook {
  const keep = database.prepare(
    'INSERT OR REPLACE INTO feedback (by, answer, verdict, comment, release, channel, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const all = database.prepare(
    'SELECT by, answer, verdict, comment, release, channel, at FROM feedback ORDER BY at, by',
  );
  const forget = database.prepare('DELETE FROM feedback WHERE at < ?');
  return {
    keep: async ({ by, answer, verdict, comment, release, channel, at }) => {
      await Promise.resolve();
      keep.run(by, answer, verdict, comment, release, channel, at);
    },
    all: () => Promise.resolve((all.all() as Feedback[]).map(withoutMetadata)),
    forget: async (before) => {
      await Promise.resolve();
      forget.run(before);
      emptyJournal(database);
    },
  };
}

/** libsql adds `_metadata` to each row. */
function withoutMetadata({ by, answer, verdict, comment, release, channel, at }: Feedback): Feedback {
  return { by, answer, verdict, comment, release, channel, at };
}
