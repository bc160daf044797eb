import fc from 'fast-check';
import { editDistance } from '../../src/search/edit-distance';

describe('editDistance', () => {
  test.each([
    ['record', 'record', 0],
    ['record', 'recrod', 1],
    ['record', 'recod', 1],
    ['record', 'reccord', 1],
    ['record', 'recard', 1],
    ['record', 'rcrod', 2],
    ['', 'abc', 3],
  ])('between %s and %s is %i', (from, to, distance) => {
    expect(editDistance(from, to)).toBe(distance);
  });

  test('is the same both ways, and no more than the longer length', () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, (from, to) => {
        const distance = editDistance(from, to);
        expect(distance).toBe(editDistance(to, from));
        expect(distance).toBeLessThanOrEqual(Math.max(from.length, to.length));
      }),
    );
  });
});
