import fc from 'fast-check';
import { buildIndex, explain, judge, search, understand, type Doc } from '../../src/search';
import { index, library } from './library';

const word = fc.constantFrom(...library.flatMap(({ title, text }) => `${title} ${text}`.split(/\W+/)));
const likely = fc.array(fc.oneof({ weight: 5, arbitrary: word }, fc.string({ maxLength: 8 })), {
  maxLength: 12,
});
const question = fc.oneof(
  likely.map((words) => words.join(' ')),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

describe('search', () => {
  test('never throws', () => {
    fc.assert(
      fc.property(question, (query) => {
        search(index, query, 10);
        judge(index, query);
        understand(index, query);
        explain(index, query, 3);
      }),
    );
  });

  test('gives at most as many hits as asked for, all different, the beginning of a longer list, best first', () => {
    fc.assert(
      fc.property(question, fc.integer({ min: -1, max: 9 }), (query, k) => {
        const hits = search(index, query, k);
        expect(hits.length).toBeLessThanOrEqual(Math.max(k, 0));
        expect(new Set(hits.map(({ id }) => id)).size).toBe(hits.length);
        expect(search(index, query, 20).slice(0, Math.max(k, 0))).toEqual(hits);
        const scores = hits.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        for (const score of scores) expect(score >= 0 && score <= 1).toBe(true);
      }),
    );
  });

  test('gives the same hits in whatever order the documents come', () => {
    const shuffled = fc.shuffledSubarray([...library], { minLength: library.length });
    fc.assert(
      fc.property(question, shuffled, (query, docs) => {
        expect(search(buildIndex(docs), query, 10)).toEqual(search(buildIndex(library), query, 10));
      }),
      { numRuns: 30 },
    );
  });

  test('finds a document first by its own title when titles share no word', () => {
    const letters = fc.stringMatching(/^[bcdfgklmnprtvz]{2,3}$/);
    const vocabulary = fc.uniqueArray(letters, { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(vocabulary, fc.integer({ min: 0, max: 3 }), (words, which) => {
        const docs: Doc[] = [0, 1, 2, 3].map((n) => ({
          id: `d${n}`,
          title: words.slice(2 * n, 2 * n + 2).join(' '),
          text: words.slice(0, n).join(' '),
        }));
        const title = docs[which]?.title ?? '';
        expect(search(buildIndex(docs), title, 1)[0]?.id).toBe(`d${which}`);
      }),
    );
  });
});
