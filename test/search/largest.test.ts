import fc from 'fast-check';
import { largest } from '../../src/search/largest';

describe('largest', () => {
  test('gives the places of the largest numbers above zero, equal ones in order', () => {
    const few = fc.array(fc.constantFrom(0, 1, 1.5, 2, 7), { maxLength: 60 });
    fc.assert(
      fc.property(few, fc.integer({ min: 1, max: 70 }), (numbers, most) => {
        const above = [...numbers.keys()].filter((at) => (numbers[at] ?? 0) > 0);
        const sorted = above.sort((a, b) => (numbers[b] ?? 0) - (numbers[a] ?? 0) || a - b);
        expect(largest(Float64Array.from(numbers), most)).toEqual(sorted.slice(0, most));
      }),
    );
  });
});
