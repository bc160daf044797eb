import fc from 'fast-check';
import { nearest } from '../../src/content';

describe('the nearest of some words', () => {
  test.each([
    ['a letter left out', 'wordngs', 'wordings'],
    ['a letter too many', 'wordiings', 'wordings'],
    ['a letter for another', 'wordinks', 'wordings'],
    ['two letters swapped', 'tilte', 'title'],
    ['other capitals', 'NeedsCheck', 'needsCheck'],
    ['a hyphen for a capital', 'needs-check', 'needsCheck'],
  ])('is found after %s', (_name, word, meant) => {
    expect(nearest(word, ['id', 'title', 'wordings', 'needsCheck'])).toBe(meant);
  });

  test('is none where more than a third of the letters differ', () => {
    expect(nearest('answer', ['question', 'owner', 'an'])).toBeUndefined();
    expect(nearest('abc', ['xbc', 'abc-def'])).toBe('xbc');
    expect(nearest('ab', ['xb'])).toBeUndefined();
  });

  test('is the one with the fewest differences, and the first of equals', () => {
    expect(nearest('sources', ['source', 'sourced', 'sources'])).toBe('sources');
    expect(nearest('band', ['hand', 'sand'])).toBe('hand');
  });

  test('is the word itself, whatever stands before it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.array(fc.string({ maxLength: 60 })), (word, others) => {
        const others_ = others.filter((other) => other.toLowerCase() !== word.toLowerCase());
        expect(nearest(word, [...others_, word])).toBe(word);
      }),
    );
  });

  test('is not sought for a word of thousands of letters', () => {
    expect(nearest('x'.repeat(100_000), ['x'.repeat(100_000)])).toBeUndefined();
  });
});
