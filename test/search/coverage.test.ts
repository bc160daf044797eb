import { buildIndex, type Doc } from '../../src/search';
import { coverer } from '../../src/search/coverage';
import { readQuestion } from '../../src/search/read-question';

const docs: Doc[] = [
  { id: 'a', title: 'Lost card', text: 'A card can be replaced. A card costs two pounds.' },
  { id: 'b', title: 'Lost property', text: '' },
  { id: 'c', title: 'Property', text: 'Lost, or found' },
  { id: 'd', title: 'Inter-library loan', text: '' },
];
const index = buildIndex(docs, { synonyms: [{ term: 'ILL', long: 'inter-library loan', also: [] }] });
/** Coverage of a question by each document, in the order of their ids. */
const covered = (query: string): number[] => {
  const cover = coverer(index, readQuestion(query, index.lexicon));
  return docs.map((_, doc) => cover(doc));
};

describe('coverage', () => {
  test('is the share of the content that a document has, by rarity, however often it has it', () => {
    const [a = 0, b = 0, c = 0, d = 0] = covered('the lost card');
    expect(a).toBe(1);
    const [rare, common] = [Math.log(1 + 4), Math.log(1 + 4 / 3)];
    expect(b).toBeCloseTo(common / (rare + common));
    expect(c).toBe(b);
    expect(d).toBe(0);
  });

  test('counts what the index does not know as missing', () => {
    expect(covered('card xylophone')[0]).toBeCloseTo(0.5);
  });

  test('counts another form of a word by its weight', () => {
    const [, , , loan = 0] = covered('ill');
    expect(loan).toBeGreaterThan(0);
    expect(loan).toBeLessThan(1);
  });

  test('is nothing of a question without content', () => {
    expect(covered('?!')).toEqual([0, 0, 0, 0]);
  });
});
