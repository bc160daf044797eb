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
const TIMES = 16;
const LARGE = 128 * 1024;
/**
 * One large text against sixteen texts of a sixteenth of its length, right before it, so that a busy machine slows both:
 * equal for growth in proportion, sixteenfold for growth by the square. Collecting garbage takes its share of the rest.
 */
const MOST_GROWTH = 5;
/** Below this the clock says nothing about growth. */
const NOISE_MS = 6;
/** Generous for a busy machine: at rest the slowest takes a tenth of this. */
const MOST_MS = 1000;

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function isTame(find: (text: string) => unknown, seed: string): boolean {
  const text = seed.repeat(Math.ceil(LARGE / seed.length)).slice(0, LARGE);
  const part = text.slice(0, LARGE / TIMES);
  const parts = milliseconds(() => Array.from({ length: TIMES }, () => find(part)));
  const whole = milliseconds(() => find(text));
  return whole < NOISE_MS || (whole < MOST_MS && whole / parts < MOST_GROWTH);
}

const ALL = [
  ...DETECTORS.map(({ kind, find }) => ({ kind, find })),
  { kind: 'everything', find: removeIdentifiers },
];

test.each(ALL)('looking for $kind takes time in proportion to the text, whatever is in it', ({ find }) => {
  // A pause can spoil some measurements, hardly all of five.
  const wild = SEEDS.filter((seed) => ![1, 2, 3, 4, 5].some(() => isTame(find, seed)));
  expect(wild).toEqual([]);
});
