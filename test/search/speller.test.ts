import fc from 'fast-check';
import { editDistance } from '../../src/search/edit-distance';
import { buildSpeller } from '../../src/search/speller';

const words = [
  'record',
  'records',
  'report',
  'library',
  'librarian',
  'photograph',
  'photocopy',
  'book',
  'cat',
  'a4paper',
];
const commonness = [9, 1, 4, 4, 1, 3, 1, 5, 7, 1];
const correct = buildSpeller(words, commonness);
const corrections = (unknown: string): string[] => correct(unknown).map(({ word }) => word);

describe('a speller', () => {
  test.each(['libary', 'librrary', 'librery', 'lirbary'])(
    'finds the one word an edit away from %s',
    (unknown) => {
      expect(corrections(unknown)).toEqual(['library']);
    },
  );

  test('puts the commoner word first and shares the weight by the roots of the frequencies', () => {
    const [first, second, ...rest] = correct('recordd');
    expect([first?.word, second?.word, rest]).toEqual(['record', 'records', []]);
    expect(first?.weight).toBeCloseTo(0.6);
    expect(second?.weight).toBeCloseTo(0.2);
  });

  test('takes an easy slip of the fingers for likelier than a far one, and a much commoner word for likelier still', () => {
    const among = (boot: number, root: number): string | undefined =>
      buildSpeller(['boot', 'root'], [boot, root])('toot')[0]?.word;
    expect(among(3, 1)).toBe('root');
    expect(among(5, 1)).toBe('boot');
  });

  test('looks two edits away only for words of eight letters and more', () => {
    expect(corrections('photogrpah')).toEqual(['photograph']);
    expect(corrections('phtogrpah')).toEqual(['photograph']);
    expect(corrections('boik')).toEqual(['book']);
    expect(corrections('biik')).toEqual([]);
  });

  test('gives a word two edits away less weight than a word one edit away', () => {
    expect(correct('phtogrpah')[0]?.weight).toBe(0.5);
    expect(correct('photogrpah')[0]?.weight).toBe(0.8);
  });

  test('leaves short words and codes alone', () => {
    expect(corrections('cta')).toEqual([]);
    expect(corrections('a4papr')).toEqual([]);
  });

  test('finds every word that is one edit away, and at first only those', () => {
    const vocabulary = fc.uniqueArray(
      fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 4, maxLength: 6 }),
    );
    const unknown = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 4, maxLength: 6 });
    fc.assert(
      fc.property(vocabulary, unknown, (known, typed) => {
        fc.pre(!known.includes(typed));
        const near = known.filter((word) => editDistance(word, typed) === 1);
        const given = buildSpeller(
          known,
          known.map(() => 1),
        )(typed).map(({ word }) => word);
        expect(given).toHaveLength(Math.min(near.length, 3));
        expect(near).toEqual(expect.arrayContaining(given));
      }),
    );
  });

  test('finds every word two edits away that begins alike, where none is one edit away', () => {
    const long = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 8, maxLength: 10 });
    fc.assert(
      fc.property(fc.uniqueArray(long, { maxLength: 30 }), long, (known, typed) => {
        const at = (distance: number): string[] =>
          known.filter((word) => editDistance(word, typed) === distance);
        fc.pre(at(0).length + at(1).length === 0);
        const near = at(2).filter((word) => word.startsWith(typed.charAt(0)));
        const correct = buildSpeller(
          known,
          known.map(() => 1),
        );
        const given = correct(typed).map(({ word }) => word);
        expect(given).toHaveLength(Math.min(near.length, 2));
        expect(near).toEqual(expect.arrayContaining(given));
      }),
    );
  });
});
