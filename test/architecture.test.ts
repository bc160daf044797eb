import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';

/** Who may import whom in src/. A folder may always import itself. Each line can be read as a sentence. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  content: [],
  privacy: [],
  knowledge: ['content', 'privacy'],
  search: ['knowledge'],
  dialogs: ['content', 'search'],
  checks: ['content', 'knowledge', 'search', 'dialogs', 'privacy'],
  conversation: ['privacy', 'search', 'dialogs', 'knowledge'],
  render: ['conversation'],
  store: ['conversation'],
  bot: ['conversation', 'render'],
  channels: ['bot', 'conversation', 'dialogs', 'privacy', 'render'],
  editors: ['conversation', 'render', 'knowledge', 'privacy'],
  evaluation: ['search', 'conversation', 'knowledge', 'dialogs', 'content'],
};

/** Third parties are cornered: each has one home, so that leaving it touches one place. */
const ONE_HOME: Readonly<Record<string, RegExp>> = {
  botbuilder: /^bot\//,
  'botframework-connector': /^bot\//,
  'botframework-schema': /^bot\//,
  restify: /^server\.ts$/,
  helmet: /^server\.ts$/,
  minisearch: /^search\/|^evaluation\/stock-search\.ts$/,
  'wink-porter2-stemmer': /^search\/stem\.ts$/,
  yaml: /^content\//,
  libsql: /^store\/sql-store\.ts$|^store\/sql-[a-z-]+\.ts$/,
  ws: /^channels\/directline\//,
  'rate-limiter-flexible': /^channels\/directline\//,
};

/** Folders in which effects have no place: no disk, no network, no clock of the machine. */
const PURE = ['knowledge', 'search', 'dialogs', 'checks', 'render', 'privacy'];

interface Import {
  readonly file: string;
  readonly target: string;
}

const SRC = join(__dirname, '..', 'src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.d.ts'),
);
const imports: Import[] = files.flatMap((file) => {
  const text = readFileSync(join(SRC, file), 'utf8');
  const targets = [...text.matchAll(/(?:from|import|require\()\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  return targets.map((target) => ({ file: file.split(sep).join('/'), target }));
});

const folderOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : '');

test('each folder imports only from the folders named for it', () => {
  const wrong = imports.flatMap(({ file, target }) => {
    if (!target.startsWith('.')) return [];
    const from = folderOf(file);
    const to = folderOf(
      relative(SRC, normalize(join(SRC, dirname(file), target)))
        .split(sep)
        .join('/') + '/',
    );
    if (from === '' || from === 'commands' || from === to) return [];
    if ((MAY_IMPORT[from] ?? []).includes(to)) return [];
    return [
      `src/${file} imports ${target}. ${from}/ may import ${(MAY_IMPORT[from] ?? ['nothing']).join(', ') || 'nothing'}: pass the value in, or move what both need down.`,
    ];
  });
  expect(wrong).toEqual([]);
});

test('each third party has one home', () => {
  const wrong = imports.flatMap(({ file, target }) => {
    const home = ONE_HOME[target.split('/')[0] ?? ''];
    return home === undefined || home.test(file)
      ? []
      : [`src/${file} imports ${target}, whose home is ${home.source}: call what stands there instead.`];
  });
  expect(wrong).toEqual([]);
});

test('the middle of the program has no effects', () => {
  const wrong = imports.flatMap(({ file, target }) =>
    PURE.includes(folderOf(file)) && /^(node:)?(fs|http|https|net|child_process|dns|os)(\/|$)/.test(target)
      ? [`src/${file} imports ${target}: let the caller at the rim fetch it and pass it in.`]
      : [],
  );
  expect(wrong).toEqual([]);
});

test('minisearch stands in one file, beside the one that the bench compares with', () => {
  const homes = imports.filter(({ target }) => target === 'minisearch').map(({ file }) => file);
  expect(new Set(homes.filter((file) => file !== 'evaluation/stock-search.ts')).size).toBeLessThanOrEqual(1);
});

test('every folder of src/ is in the table', () => {
  const folders = new Set(
    files
      .map((file) => folderOf(file.split(sep).join('/')))
      .filter((folder) => folder !== '' && folder !== 'commands'),
  );
  expect([...folders].filter((folder) => !(folder in MAY_IMPORT))).toEqual([]);
});
