import { mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indexFile } from '../src/index-file';
import { search, type Doc } from '../src/search';

const RELEASE = '2026-11-20-1a2b3c4d';
const old: Doc[] = [{ id: 'a', title: 'Where hats are kept', text: '' }];
/** Other words under the same id: who finds by the old ones has opened what was saved. */
const changed: Doc[] = [{ id: 'a', title: 'Where gloves are kept', text: '' }];

let folder: string;
let said: string[];
const start = (docs: readonly Doc[], { release = RELEASE, program = 'program', at = folder } = {}) =>
  indexFile({ folder: at, program, log: (message) => said.push(message) })(docs, [], release);
const finds = (index: ReturnType<typeof start>, word: string) => search(index, word, 5).length > 0;
const files = () => readdirSync(folder);
const file = () => join(folder, files()[0] ?? '');

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'index-file-')), 'cache');
  said = [];
});
afterEach(() => {
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

test('the first start builds and saves, quietly', () => {
  expect(finds(start(old), 'hats')).toBe(true);
  expect(files()).toEqual([expect.stringMatching(/^index-[0-9a-f]{16}\.bin$/)]);
  expect(said).toEqual([]);
});

test('the next one opens what was saved, on another day too', () => {
  start(old);
  expect(finds(start(changed), 'hats')).toBe(true);
  expect(finds(start(changed, { release: '2026-11-21-1a2b3c4d' }), 'hats')).toBe(true);
});

test.each([{ release: '2026-11-20-9f9f9f9f' }, { program: 'a newer program' }])(
  'other content or another program builds anew and clears away the old: %o',
  (other) => {
    start(old);
    const before = files();
    expect(finds(start(changed, other), 'gloves')).toBe(true);
    expect(files()).toHaveLength(1);
    expect(files()).not.toEqual(before);
  },
);

test.each([
  ['cut off', () => truncateSync(file(), 100)],
  ['empty', () => truncateSync(file(), 0)],
  ['damaged', () => writeFileSync(file(), readFileSync(file()).fill(7, 300, 310))],
  ['none of ours', () => writeFileSync(file(), 'SQLite format 3\0'.repeat(100))],
])('a file that is %s is replaced, with a line in the log', (_, harm) => {
  start(old);
  const whole = readFileSync(file());
  harm();
  expect(finds(start(old), 'hats')).toBe(true);
  expect(readFileSync(file()).equals(whole)).toBe(true);
  expect(said).toEqual([expect.stringMatching(/cannot be used; it is built anew and replaced\.$/)]);
});

test('a folder that cannot be written to costs a line in the log and nothing else', () => {
  writeFileSync(join(folder, '..', 'file'), '');
  const nowhere = join(folder, '..', 'file', 'cache');
  expect(finds(start(old, { at: nowhere }), 'hats')).toBe(true);
  expect(said.at(-1)).toMatch(/^The index cannot be saved in .*ENOTDIR.*; the next start builds it again\.$/);
});

test('files of others in the folder are left alone, and what a killed start left is cleared away', () => {
  start(old);
  writeFileSync(join(folder, 'notes.txt'), 'mine');
  writeFileSync(join(folder, 'index-0123456789abcdef.bin.77.tmp'), 'half');
  start(changed, { program: 'newer' });
  expect(files()).toEqual([expect.stringMatching(/^index-/), 'notes.txt']);
});
