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
const LARGE = 96 * 1024;
/**
 * One large text against sixteen texts of a sixteenth of its length, right before it, so that a busy machine slows both:
 * equal for growth in proportion, sixteenfold for growth by the square.
 */
const MOST_GROWTH = 3;
/** Below this the clock says nothing about growth. */
const NOISE_MS = 5;

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function isTame(find: (text: string) => unknown, seed: string): boolean {
  const text = seed.repeat(Math.ceil(LARGE / seed.length)).slice(0, LARGE);
  const part = text.slice(0, LARGE / TIMES);
  const findInParts = () => Array.from({ length: TIMES }, () => find(part));
  findInParts(); // compiles the patterns
  const parts = milliseconds(findInParts);
  const whole = milliseconds(() => find(text));
  return whole < NOISE_MS || whole / parts < MOST_GROWTH;
}

const ALL = [
  ...DETECTORS.map(({ kind, find }) => ({ kind, find })),
  { kind: 'everything', find: removeIdentifiers },
];

test.each(ALL)('looking for $kind takes time in proportion to the text, whatever is in it', ({ find }) => {
  // On a busy machine a pause spoils many a measurement, hardly all of them.
  const wild = SEEDS.filter((seed) => !Array.from({ length: 15 }).some(() => isTame(find, seed)));
  expect(wild).toEqual([]);
});
