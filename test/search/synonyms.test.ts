import { buildThesaurus } from '../../src/search/synonyms';

const thesaurus = buildThesaurus([
  { term: 'LG', long: 'Lloyd George record', also: ['brown envelope', 'LGs'] },
  { term: 'IT', long: 'information technology', also: [] },
  { term: 'envelope', also: ['pouch'] },
]);

describe('a thesaurus', () => {
  test('finds the longest form at a place, and gives the other forms', () => {
    const [match, ...rest] = thesaurus.match(['the', 'brown', 'envelop']);
    expect(rest).toEqual([]);
    expect([match?.from, match?.to]).toEqual([1, 3]);
    expect(match?.others.map(({ text }) => text)).toEqual(['LG', 'Lloyd George record']);
  });

  test('finds a shorter form where the longer is not there', () => {
    expect(thesaurus.match(['envelop'])[0]?.others.map(({ text }) => text)).toEqual(['pouch']);
  });

  test('leaves out a form that is nothing but stop words', () => {
    expect(thesaurus.match(['it'])).toEqual([]);
  });

  test('takes hostile words for words', () => {
    expect(thesaurus.match(['__proto__', 'constructor', 'hasOwnProperty'])).toEqual([]);
  });
});
