import { DETECTORS, removeIdentifiers } from '../../src/privacy/remove-identifiers';

/** What hostile texts repeat: the beginnings and ends of what each detector looks for. */
const SEEDS = [
  ...[
    'a',
    'A',
    '1',
    '1 ',
    '0 ',
    '9.',
    '1/',
    '0-',
    '(0',
    '+1',
    '+44 ',
    '07',
    'a ',
    'A ',
    'J ',
    'J. ',
    '@',
    'a@',
    'a@a',
  ],
  ...[
    'a@a.',
    '[at',
    '12/05/',
    '12/05/1950 ',
    '12 05 ',
    '1 May ',
    'may 1,',
    'dob ',
    'born ',
    'nhs no ',
    'nhs no 1',
  ],
  ...[
    'tel 1',
    'AB12',
    'ab 12 ',
    'sw1 ',
    'M1 ',
    '1 a ',
    '12 oak ',
    'flat 1, ',
    'reg a',
    'Mr ',
    'mr a ',
    'Mr A',
  ],
  ...[
    'name: ',
    'patient called ',
    'Smith, ',
    'john ',
    'Lloyd ',
    'de ',
    '|',
    '[name removed]',
    '\n',
    '999 526 0182 ',
  ],
  ...['\u200B', '\u{E0041}', '9\u0336', '９', '𝟗', '\u0300', '1 2 3 4 5 6 7 8 9 0 '],
];
const SMALL = 8 * 1024;
const LARGE = 8 * SMALL;
/** Eight times the text may take eight times as long; sixty-four times would be growth by the square. */
const MOST_GROWTH = 20;
/** Below this the clock says nothing about growth. */
const NOISE_MS = 3;
/** Generous for a busy machine: at rest it is a tenth of this. */
const MOST_MS = 300;

/** The shortest of three runs, in milliseconds; of one run if that was too short to matter. */
function fastest(find: (text: string) => unknown, text: string): number {
  let best = Infinity;
  for (let run = 0; run < 3 && best >= NOISE_MS; run += 1) {
    const start = performance.now();
    find(text);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

function isTame(find: (text: string) => unknown, seed: string): boolean {
  const text = seed.repeat(Math.ceil(LARGE / seed.length)).slice(0, LARGE);
  const large = fastest(find, text);
  if (large < NOISE_MS) return true;
  return large < MOST_MS && large / fastest(find, text.slice(0, SMALL)) < MOST_GROWTH;
}

const ALL = [
  ...DETECTORS.map(({ kind, find }) => ({ kind, find })),
  { kind: 'everything', find: removeIdentifiers },
];

test.each(ALL)('looking for $kind takes time in proportion to the text, whatever is in it', ({ find }) => {
  // A busy machine can spoil one measurement, hardly three in a row.
  const wild = SEEDS.filter((seed) => ![1, 2, 3].some(() => isTame(find, seed)));
  expect(wild).toEqual([]);
});
