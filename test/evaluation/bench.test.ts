import { build, percentile, race } from '../../src/evaluation/bench';
import { stockSearch } from '../../src/evaluation/stock-search';
import { synthesise } from '../../src/evaluation/synthetic';
import { library } from '../search/library';

const { docs, questions } = synthesise(library, 400, 40);
const wordsIn = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

describe('invented passages', () => {
  test('are the same every time', () => {
    expect(synthesise(library, 400, 40)).toEqual({ docs, questions });
  });

  test('are as many as asked for, as long as the real ones', () => {
    const lengths = new Set(library.map(({ text }) => wordsIn(text).length));
    expect(docs).toHaveLength(400);
    for (const { text } of docs) expect(lengths).toContain(wordsIn(text).length);
  });

  test('have common words as common as in a natural text, and rare ones', () => {
    const counts = new Map<string, number>();
    for (const { text } of docs)
      for (const word of wordsIn(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
    const [first = 0, ...others] = [...counts.values()].sort((a, b) => b - a);
    const total = others.reduce((sum, count) => sum + count, first);
    expect(first / total).toBeGreaterThan(0.04);
    expect(others.filter((count) => count <= 3).length / counts.size).toBeGreaterThan(0.2);
    expect(counts.size).toBeGreaterThan(100);
  });

  test('are asked for with words that they have', () => {
    const known = new Set(docs.flatMap(({ title, text }) => wordsIn(`${title} ${text}`)));
    expect(questions).toHaveLength(40);
    for (const question of questions) expect(wordsIn(question).some((word) => known.has(word))).toBe(true);
  });
});

test('stock MiniSearch finds by title, wording and text', () => {
  const find = stockSearch(library);
  expect(find('bicycle')).toContain('bicycle');
  expect(find('novel')).toEqual(['borrow']);
  expect(find('pence')).toEqual(['late']);
});

test('every engine is asked every question', () => {
  const asked: string[][] = [[], []];
  const engines = asked.map((own) => (question: string) => {
    own.push(question);
    return [];
  });
  const times = race(engines, ['a', 'b']);
  expect(times.map((each) => each.asked)).toEqual([2, 2]);
  expect(asked).toEqual([
    ['a', 'b', 'a', 'b'],
    ['a', 'b', 'a', 'b'],
  ]);
});

test('percentiles are by nearest rank', () => {
  const numbers = Array.from({ length: 200 }, (_, i) => 200 - i);
  expect([0.5, 0.95, 0.99, 1].map((share) => percentile(numbers, share))).toEqual([100, 190, 198, 200]);
  expect(percentile([3, 1, 2], 0.5)).toBe(2);
  expect(percentile([], 0.5)).toBe(0);
});

test('memory that is kept is counted', () => {
  build(() => undefined); // what other tests left behind is gone before it counts
  const { bytes, made } = build(() => new Float64Array(2 ** 24).fill(1));
  expect(made).toHaveLength(2 ** 24);
  expect(bytes).toBeGreaterThan(100 * 2 ** 20);
  expect(bytes).toBeLessThan(160 * 2 ** 20);
});
