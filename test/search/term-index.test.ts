import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { settings } from '../../src/search/settings';
import { addScores, buildTermIndex, type TermDocument } from '../../src/search/term-index';
import { Vocabulary } from '../../src/search/vocabulary';

const words = ['book', 'card', 'desk', 'fine', 'the'];
const vocabulary = new Vocabulary();
for (const word of words) vocabulary.number(word);

const terms = fc
  .array(fc.constantFrom(...words), { maxLength: 6 })
  .map((some) => (some.length > 0 ? some.join(' ') : undefined));
const documents = fc
  .array(fc.record({ title: terms, wordings: terms, text: terms }), { minLength: 1, maxLength: 8 })
  .map((some) => some.map((each, id): TermDocument => ({ id, ...each })));
const content = fc.dictionary(
  fc.constantFrom('book', 'card', 'desk', 'fine'),
  fc.double({ min: 0.1, max: 1, noNaN: true }),
);

/** What stock MiniSearch gives the documents, without its factor for the number of matched terms. */
function expected(
  docs: readonly TermDocument[],
  weights: Record<string, number>,
  fields: string[],
): Map<number, number> {
  const stock = new MiniSearch<TermDocument>({ fields: ['title', 'wordings', 'text'] });
  stock.addAll(docs);
  const hits = stock.search(Object.keys(weights).join(' '), {
    fields,
    bm25: settings.bm25,
    boostTerm: (term) => weights[term] ?? 0,
  });
  return new Map(hits.map(({ id, score, queryTerms }) => [id as number, score / queryTerms.length]));
}

describe('the postings of documents', () => {
  const sums = (
    docs: readonly TermDocument[],
    part: 'text' | 'ways',
    weights: Record<string, number>,
  ): Float64Array => {
    const sums = new Float64Array(docs.length);
    const numbered = Object.entries(weights).map(
      ([word, weight]) => [vocabulary.stemNumber(word) ?? -1, weight] as const,
    );
    addScores(buildTermIndex(docs, vocabulary)[part], new Map(numbered), sums);
    return sums;
  };

  test.each([
    ['text' as const, ['text']],
    ['ways' as const, ['title', 'wordings']],
  ])('give for the %s what MiniSearch gives', (part, fields) => {
    fc.assert(
      fc.property(documents, content, (docs, weights) => {
        const given = sums(docs, part, weights);
        const wanted = expected(docs, weights, fields);
        for (const { id } of docs) expect(given[id]).toBeCloseTo(wanted.get(id) ?? 0, 4);
      }),
    );
  });

  test('find no text by a stop word', () => {
    const docs = [{ id: 0, title: 'the book', text: 'the desk' }];
    expect([...sums(docs, 'text', { the: 1 })]).toEqual([0]);
    expect(sums(docs, 'ways', { the: 1 })[0]).toBeGreaterThan(0);
  });
});
