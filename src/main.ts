import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { errorFields } from './bot/log';
import { explainPage } from './channels/explain-page';
import { guidePages } from './channels/guides/guide-pages';
import { webchatPages } from './channels/webchat/pages';
import { plainChat } from './channels/webchat/plain-chat';
import { printProblem } from './content';
import { makeConverse } from './conversation';
import { account } from './evaluation/account';
import { indexFile } from './index-file';
import { readRelease } from './release';
import { createServer } from './server';
import { readSettings } from './settings';
import { openDatabase, sqlFeedback, sqlShelf, sqlStore } from './store';

const DAY = 24 * 60 * 60 * 1000;

/** Puts the program together and starts it. Bad settings, bad content or an unusable data folder stop it here, in plain words. */
async function main(): Promise<void> {
  const read = readSettings(process.env);
  if (!read.ok) {
    refuse(read.problems);
    return;
  }
  const { settings } = read;
  const log = pino({ level: settings.logLevel });

  const makeIndex = indexFile({
    folder: join(settings.dataDir, 'cache'),
    program: ['package.json', __filename].map((file) => readFileSync(file, 'utf8')).join('\0'),
    log: (message) => {
      log.info(message);
    },
  });
  const content = readRelease('.', new Date().toISOString().slice(0, 10), 'start', makeIndex);
  if (content.library === undefined) {
    refuse([
      ...content.problems.map(printProblem),
      'The content has mistakes, so the server does not start.',
    ]);
    return;
  }
  const library = { ...content.library, publicUrl: settings.publicUrl };

  const { database, warnings } = openDatabase(join(settings.dataDir, 'records-desk.db'));
  for (const warning of warnings) log.warn(warning);
  const store = sqlStore(database);
  const feedback = sqlFeedback(database);
  const forgetOld = (): void => {
    const before = new Date(Date.now() - settings.retentionDays * DAY).toISOString();
    Promise.all([store.forget(before), feedback.forget(before)]).catch((error: unknown) => {
      log.error(errorFields(error), 'Forgetting what is old failed');
    });
  };
  forgetOld();
  setInterval(forgetOld, DAY).unref();
  const { release, knowledge, trees } = library;
  const converse = makeConverse({
    store,
    library: () => library,
    failed: (error, reference) => {
      log.error({ reference, ...errorFields(error) }, 'A turn failed');
    },
  });
  const server = createServer({
    settings,
    log,
    converse,
    health: () => ({ release, entries: knowledge.entries.size, trees: trees.size }),
    pages: [
      ...webchatPages(join(__dirname, 'webchat'), settings),
      ...plainChat({
        converse,
        exchange: (...of) => store.exchange(...of),
        library: () => library,
        erase: (what) => store.erase(what),
        rateLimit: settings.rateLimit,
      }),
      ...guidePages(() => library),
      ...explainPage({ ...settings, account: (text) => account(library, text) }),
    ],
    directLine: sqlShelf(database),
    feedback,
    erase: (what) => store.erase(what),
  });
  const address = await server.listen();
  log.info({ release }, `Records Desk answers at ${address}`);

  const stop = (): void => {
    void server
      .close()
      .then(() => store.close())
      .then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.on('uncaughtException', (error) => {
    log.fatal(errorFields(error), 'An unexpected failure; stopping');
    process.exit(1);
  });
}

function refuse(lines: readonly string[]): void {
  for (const line of lines) console.error(line);
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  refuse([error instanceof Error ? error.message : String(error)]);
});
