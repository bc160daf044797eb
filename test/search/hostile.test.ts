import { buildIndex, judge, search, understand, type Doc } from '../../src/search';
import { MOST_CONTENT_WORDS, readQuestion } from '../../src/search/read-question';

/** A pseudo-random word of letters, the same for the same number. */
function wordOf(n: number): string {
  let seed = n;
  return Array.from({ length: 4 + (n % 6) }, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return String.fromCharCode(97 + ((seed >> 16) % 26));
  }).join('');
}

const docs: Doc[] = Array.from({ length: 300 }, (_, n) => ({
  id: `d${n}`,
  title: `How do I ${wordOf(n)} the ${wordOf(n + 7)}`,
  text: Array.from({ length: 60 }, (_, at) => wordOf((n * 31 + at * at) % 2000)).join(' '),
  wordings: [`what about ${wordOf(n + 3)}`, `${wordOf(n)} ${wordOf(n + 1)}`],
}));
const index = buildIndex(docs);

/** Processor time, which says the same on a busy machine. */
function milliseconds(run: () => void): number {
  const start = process.cpuUsage();
  run();
  return process.cpuUsage(start).user / 1000;
}

describe('hostile questions', () => {
  const many = (size: number, of: (n: number) => string): string =>
    Array.from({ length: size }, (_, n) => of(n)).join(' ');
  const questions: readonly [string, string][] = [
    ['one word of 50,000 letters', 'x'.repeat(50_000)],
    ['10,000 known words', many(10_000, (n) => wordOf(n % 2000))],
    ['10,000 unknown words', many(10_000, (n) => `${wordOf(n)}${wordOf(n + 1)}`)],
    ['10,000 mistyped long words', many(10_000, (n) => `${wordOf(5)}${wordOf(11)}x${n}`)],
    ['10,000 stop words', many(10_000, () => 'how do I the what')],
    ['a megabyte', 'record '.repeat(150_000)],
    ['letters and digits by turns', 'a1'.repeat(20_000)],
    ['hyphens', 'a-'.repeat(20_000)],
    ['a character that becomes eighteen', '\ufdfa'.repeat(40_000)],
    ['marks on one letter', `e${'\u0301'.repeat(40_000)}`],
    ['broken surrogates', '\ud83d'.repeat(10_000)],
  ];

  test.each(questions)('%s: read, ranked and judged in bounded time', (_, query) => {
    search(index, query, 10);
    const fastest = Math.min(...[1, 2, 3].map(() => milliseconds(() => search(index, query, 10))));
    expect(fastest).toBeLessThan(100);
    expect(judge(index, query).kind).toMatch(/^(confident|unsure|unknown)$/);
  });

  test.each([
    '__proto__ constructor toString hasOwnProperty valueOf',
    'constructor',
    '__proto__',
    "'; DROP TABLE docs; --",
    '<script>alert(1)</script> ${7*7} {{7*7}} %00 \0',
    '.*+?^${}()|[]\\ (a+)+$',
    'AND OR NOT * ~2 title:x "',
  ])('%s is only words', (query) => {
    expect(() => search(index, query, 10)).not.toThrow();
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  test('documents may be about prototypes and constructors', () => {
    const odd = buildIndex([
      { id: '__proto__', title: '__proto__', text: 'constructor toString' },
      { id: 'constructor', title: 'hasOwnProperty', text: 'valueOf' },
    ]);
    expect(search(odd, 'constructor', 5).map(({ id }) => id)).toEqual(['__proto__']);
    expect(search(odd, 'hasOwnProperty', 5).map(({ id }) => id)).toEqual(['constructor']);
    expect(search(odd, 'proto', 5).map(({ id }) => id)).toEqual(['__proto__']);
  });

  test('of too many content words the rarest known ones are kept', () => {
    const common = docs.slice(0, 40).map((_, n) => ({
      id: `c${n}`,
      title: '',
      text: many(50, (at) => `common${'abcdefghij'.charAt(at % 10)}x`),
    }));
    const small = buildIndex([...common, { id: 'rare', title: '', text: 'needle' }]);
    const query = `${many(60, (n) => wordOf(n * 13 + 5000))} ${many(10, (n) => `common${'abcdefghij'.charAt(n)}x`)} needle`;
    const kept = readQuestion(query, small.lexicon).content.map(({ word }) => word);
    expect(kept).toHaveLength(MOST_CONTENT_WORDS);
    expect(kept).toContain('needle');
    expect(search(small, query, 1)[0]?.id).toBe('rare');
    expect(understand(small, query).unknown.length).toBeLessThan(MOST_CONTENT_WORDS);
  });
});
