import { parseArgs } from 'node:util';
import { documents } from '../conversation/library';
import { build, race, timed, type Built, type Times } from '../evaluation/bench';
import { readSet } from '../evaluation/read-set';
import { stockSearch } from '../evaluation/stock-search';
import { synthesise, type Synthetic } from '../evaluation/synthetic';
import { readRelease } from '../release';
import { buildIndex, search, type SearchIndex, type Synonyms } from '../search';
import { openIndex, saveIndex } from '../search/saved-index';

/**
 * `npm run bench`: building, memory and the time of a question, beside MiniSearch as it comes, at the real corpus with the development
 * questions and at 10,000 and 100,000 invented passages; and opening a saved index beside building it. Times are processor time. `-- --size real|10000|100000` measures one of them.
 */
const SIZES = ['real', '10000', '100000'];
const QUESTIONS = 300;
const HITS = 10;

function main(): void {
  const { values } = parseArgs({ options: { size: { type: 'string' } } });
  if (values.size !== undefined && !SIZES.includes(values.size))
    throw new Error(`--size ${values.size}: write one of ${SIZES.join(', ')}`);
  const { library } = readRelease('.', new Date().toISOString().slice(0, 10));
  if (library === undefined)
    throw new Error('The content has mistakes; npm run check:content -- --errors prints them.');
  const real = documents(library);
  const { synonyms } = library.knowledge;
  for (const size of values.size === undefined ? SIZES : [values.size]) {
    const given: Synthetic =
      size === 'real'
        ? { docs: real, questions: readSet('.', 'development').map(({ text }) => text) }
        : synthesise(real, Number(size), QUESTIONS);
    console.log(`\n${size === 'real' ? 'real corpus' : 'invented passages'}: ${given.docs.length} documents`);
    const built = build(() => buildIndex(given.docs, { synonyms }));
    console.log(table(given, built));
    console.log(openingLine(given, synonyms, built));
  }
}

function table({ docs, questions }: Synthetic, own: Built<SearchIndex>): string {
  const stock = build(() => stockSearch(docs));
  const [ours, theirs] = race(
    [(question) => search(own.made, question, HITS).map(({ id }) => id), stock.made],
    questions,
  );
  if (ours === undefined || theirs === undefined) return '';
  const rows = [figuresOf(own, ours), figuresOf(stock, theirs)];
  const ratio = rows[0]?.map((figure, at) => figure / (rows[1]?.[at] ?? NaN)) ?? [];
  return [
    ['', 'build ms', 'memory MB', 'asked', 'p50 ms', 'p95 ms', 'p99 ms'],
    ['Records Desk', ...(rows[0] ?? []).map(printed)],
    ['MiniSearch', ...(rows[1] ?? []).map(printed)],
    ['ratio', ...ratio.map((figure, at) => (at === 2 ? '' : figure.toFixed(3)))],
  ]
    .map(([name = '', ...cells]) => name.padEnd(14) + cells.map((cell) => cell.padStart(11)).join(''))
    .join('\n');
}

/** What a start saves by opening what was saved. */
function openingLine(
  { docs }: Synthetic,
  synonyms: readonly Synonyms[],
  { made, milliseconds }: Built<SearchIndex>,
): string {
  const saving = timed(() => saveIndex(made, 'bench'));
  const opening = timed(() => openIndex(saving.made, 'bench', docs, { synonyms }));
  const megabytes = (saving.made.length / 2 ** 20).toFixed(1);
  const ratio = (opening.milliseconds / milliseconds).toFixed(3);
  return `saved index: ${megabytes} MB, written in ${saving.milliseconds.toFixed(0)} ms, opened in ${opening.milliseconds.toFixed(0)} ms: ${ratio} of building it`;
}

function figuresOf({ milliseconds, bytes }: Built<unknown>, { asked, p50, p95, p99 }: Times): number[] {
  return [milliseconds, bytes / 2 ** 20, asked, p50, p95, p99];
}

function printed(figure: number, at: number): string {
  return figure.toFixed(at < 3 ? 0 : 2);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
