import { openDatabase, sqlShelf, sqlStore } from '../../src/store';
import { exchangeOf, sessionOf } from './sessions';

/** A program of its own that writes without end, turn after turn, and tells the number of each save that was confirmed. */
async function write(path: string): Promise<void> {
  const { database, warnings } = openDatabase(path);
  if (warnings.length > 0) throw new Error(warnings.join());
  const store = sqlStore(database);
  const shelf = sqlShelf(database);
  await shelf.begin({ id: 'c', user: 'p' }, '2026-11-20');
  for (;;) {
    const revision = (await store.session('c'))?.revision ?? 0;
    await store.save(sessionOf('c', revision), exchangeOf('c', `t${revision}`), {
      person: 'p',
      profile: { saved: `${revision + 1}` },
    });
    await shelf.append('c', { activity: { id: `a${revision + 1}` }, at: '2026-11-20' });
    process.stdout.write(`${revision + 1}\n`);
  }
}

void write(process.argv[2] ?? '');
