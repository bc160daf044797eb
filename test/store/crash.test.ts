import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { openDatabase, sqlShelf, sqlStore } from '../../src/store';
import { exchangeOf, sessionOf } from './sessions';

const KILLS = 20;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'crash-'));
  buildSync({
    entryPoints: [join(__dirname, 'writer.ts')],
    bundle: true,
    platform: 'node',
    packages: 'external',
    outfile: join(folder, 'writer.js'),
  });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Lets the writer write, kills it `delay` milliseconds after its first save, and tells the last save it had confirmed. */
async function writeAndKill(path: string, delay: number): Promise<number> {
  const writer = spawn(process.execPath, [join(folder, 'writer.js'), path], {
    env: { ...process.env, NODE_PATH: join(process.cwd(), 'node_modules') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  writer.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    if (told === '') setTimeout(() => writer.kill('SIGKILL'), delay);
    told += chunk;
  });
  await new Promise((resolve) => writer.on('close', resolve));
  const whole = told.slice(0, told.lastIndexOf('\n'));
  return Number(whole.slice(whole.lastIndexOf('\n') + 1));
}

/** Opens the database and sees that each save is there with all its parts or not at all. */
async function expectWhole(path: string, confirmed: number): Promise<void> {
  const { database, warnings } = openDatabase(path);
  expect(warnings).toEqual([]);
  const store = sqlStore(database);
  const session = await store.session('c');
  const revision = session?.revision ?? 0;
  expect([confirmed, confirmed + 1]).toContain(revision);
  expect(session).toEqual({ ...sessionOf('c', revision - 1), revision });
  expect(await store.exchange('c', `t${revision - 1}`)).toEqual(exchangeOf('c', `t${revision - 1}`));
  expect(await store.exchange('c', `t${revision}`)).toBeUndefined();
  expect(await store.profile('p')).toEqual({ saved: `${revision}` });
  const rows = database.prepare('SELECT count(*) AS count FROM exchange').get() as { count: number };
  expect(rows.count).toBe(revision);
  const places = (await sqlShelf(database).after('c', 0)).map(({ place }) => place);
  const [first = 1] = places;
  expect(places).toEqual(places.map((_, at) => first + at));
  await store.close();
}

test('a writer killed at any moment leaves the old state or the new, and nothing that was confirmed is lost', async () => {
  const path = join(folder, 'desk.db');
  const seen = new Set<number>();
  for (let kill = 0; kill < KILLS; kill += 1) {
    const confirmed = await writeAndKill(path, Math.random() * 60);
    expect(confirmed).toBeGreaterThan(0);
    await expectWhole(path, confirmed);
    seen.add(confirmed);
  }
  expect(seen.size).toBe(KILLS);
}, 60_000);
