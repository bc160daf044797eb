import fc from 'fast-check';
import { noisy } from '../../src/evaluation/noise';
import { randomFrom } from '../../src/evaluation/random';
import { editDistance } from '../../src/search/edit-distance';

const SENTENCE = 'Please send the notes of patients that moved away before their label came through again';
const letters = fc.stringMatching(/^[a-z]{1,12}$/);

describe('a noisy text', () => {
  test('has one edit in some words over three letters, and no other change', () => {
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 30 }), (words) => {
        const after = noisy(words.join(' ')).split(' ');
        expect(after.length).toBe(words.length === 0 ? 1 : words.length);
        words.forEach((word, i) => {
          const distance = editDistance(word, after[i] ?? '');
          expect(distance).toBeLessThanOrEqual(word.length > 3 ? 1 : 0);
        });
      }),
    );
  });

  test('has them in about 30 % of these words', () => {
    const words = Array.from({ length: 2000 }, (_, i) => SENTENCE.split(' ')[i % 14] ?? '').filter(
      (word) => word.length > 3,
    );
    const after = noisy(words.join(' ')).split(' ');
    const changed = words.filter((word, i) => word !== after[i]).length / words.length;
    expect(changed).toBeGreaterThan(0.27);
    expect(changed).toBeLessThan(0.33);
  });

  test('is the same every time, and another in another copy', () => {
    expect(noisy(SENTENCE, 2)).toBe(noisy(SENTENCE, 2));
    expect(noisy(SENTENCE, 2)).not.toBe(SENTENCE);
    expect(noisy(SENTENCE, 2)).not.toBe(noisy(SENTENCE, 3));
  });
});

test('random numbers are spread evenly from 0 to 1, and differ by seed', () => {
  const random = randomFrom('a');
  const row = Array.from({ length: 10_000 }, random);
  expect(row.every((number) => number >= 0 && number < 1)).toBe(true);
  for (let tenth = 0; tenth < 10; tenth++) {
    const share = row.filter((number) => Math.floor(number * 10) === tenth).length / row.length;
    expect(Math.abs(share - 0.1)).toBeLessThan(0.02);
  }
  expect(randomFrom('b')()).not.toBe(randomFrom('a')());
});
