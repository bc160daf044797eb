import { readCorpus } from '../../src/search/corpus';
import { buildGramTable, gramsOf } from '../../src/search/grams';
import { buildPairTable, scorePairs, weighPairs } from '../../src/search/pairs';
import { buildStemTable } from '../../src/search/stem-table';

const corpus = readCorpus([
  { id: 'a', title: 'the dog dog cat', text: '' },
  { id: 'b', title: 'the dog', text: '' },
]);
const number = (stem: string): number => corpus.vocabulary.stemNumber(stem) ?? -1;
/** ln(1 + pieces ÷ pieces that have it) */
const [inOne, inBoth] = [Math.log(3), Math.log(2)];

describe('the stem vector of a piece', () => {
  const { weights, pieceLengths } = buildStemTable(corpus);

  test('weighs a stem by its rarity, and a stop word half', () => {
    expect(weights[number('cat')]).toBeCloseTo(inOne);
    expect(weights[number('dog')]).toBeCloseTo(inBoth);
    expect(weights[number('the')]).toBeCloseTo(inBoth / 2);
  });

  test('counts a repeated stem by 1 + ln(count)', () => {
    const dogs = (1 + Math.log(2)) * inBoth;
    expect(pieceLengths[0]).toBeCloseTo(Math.hypot(inBoth / 2, dogs, inOne));
  });
});

describe('the 4-gram vector of a piece', () => {
  test('is of the letters inside words with a mark at both ends', () => {
    expect(gramsOf('dogs')).toEqual([' dog', 'dogs', 'ogs ']);
    expect(gramsOf('a')).toEqual([' a ']);
    expect(gramsOf('at')).toEqual([' at ']);
  });

  test('counts the different words that have a gram, not their repetitions', () => {
    const { numbers, weights, pieceLengths } = buildGramTable(corpus);
    const weight = (gram: string): number => weights[numbers.get(gram) ?? -1] ?? 0;
    const grams = ['the', 'dog', 'cat'].flatMap(gramsOf);
    expect(pieceLengths[0]).toBeCloseTo(Math.hypot(...grams.map(weight)));
  });
});

describe('the pairs of a document', () => {
  const table = buildPairTable(corpus);
  const score = (doc: number, ...words: string[]): number =>
    scorePairs(
      weighPairs(
        words.map((word) => corpus.vocabulary.stemNumber(word)),
        corpus,
        table,
      ),
      corpus,
      table,
      doc,
    );

  test('are counted once for each document', () => {
    expect(table.keys).toHaveLength(4);
    expect([...table.lengths]).toEqual([3, 1]);
  });

  test('score where they stand in the order of the question', () => {
    expect(score(0, 'dog', 'cat')).toBeGreaterThan(0);
    expect(score(0, 'cat', 'dog')).toBe(0);
    expect(score(1, 'dog', 'cat')).toBe(0);
  });

  test('do not reach over an unknown word', () => {
    expect(score(0, 'dog', 'unicorn', 'cat')).toBe(0);
  });

  test('score more where they are rarer', () => {
    expect(score(0, 'dog', 'cat')).toBeGreaterThan(score(0, 'the', 'dog'));
  });

  test('do not reach from one piece into the next', () => {
    const two = readCorpus([{ id: 'a', title: 'dog', text: 'cat' }]);
    expect(buildPairTable(two).keys).toHaveLength(0);
  });
});
