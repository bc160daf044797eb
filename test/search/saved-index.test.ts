import fc from 'fast-check';
import { buildIndex, explain, search, type Doc } from '../../src/search';
import { pack, unpack } from '../../src/search/pack';
import { openIndex, saveIndex } from '../../src/search/saved-index';
import { index, library, synonyms } from './library';

const word = fc.constantFrom(...library.flatMap(({ title, text }) => `${title} ${text}`.split(/\W+/)));
const question = fc
  .array(fc.oneof({ weight: 5, arbitrary: word }, fc.string({ maxLength: 8 })), { maxLength: 12 })
  .map((words) => words.join(' '));
const bytes = saveIndex(index, 'this release');
const open = (from: Uint8Array = bytes, key = 'this release', docs = library) =>
  openIndex(from, key, docs, { synonyms });

describe('a saved index', () => {
  const opened = open();
  if (opened === undefined) throw new Error('It was not opened.');

  test('finds what the built one finds, for the same reasons', () => {
    fc.assert(
      fc.property(question, (query) => {
        expect(search(opened, query, 10)).toEqual(search(index, query, 10));
        expect(explain(opened, query, 3)).toEqual(explain(index, query, 3));
      }),
    );
  });

  test('whatever the documents are', () => {
    const text = fc.array(fc.oneof(word, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 15 });
    const documents = fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1 }),
        title: text.map((words) => words.join(' ')),
        text: text.map((words) => words.join('. ')),
        wordings: fc.array(
          text.map((words) => words.join(' ')),
          { maxLength: 3 },
        ),
      }),
      { selector: ({ id }) => id, maxLength: 6 },
    );
    fc.assert(
      fc.property(documents, question, (docs: Doc[], query) => {
        const built = buildIndex(docs, { synonyms });
        const again = open(saveIndex(built, 'k'), 'k', [...docs].reverse());
        expect(again && explain(again, query, 5)).toEqual(explain(built, query, 5));
      }),
      { numRuns: 40 },
    );
  });

  test('can be saved again as it is', () => {
    expect(Buffer.compare(saveIndex(opened, 'this release'), bytes)).toBe(0);
  });

  test('is not opened under another key or for other documents', () => {
    expect(open(bytes, 'another release')).toBeUndefined();
    expect(open(bytes, 'this release', library.slice(1))).toBeUndefined();
    const renamed = library.map((doc, at) => (at === 0 ? { ...doc, id: 'renamed' } : doc));
    expect(open(bytes, 'this release', renamed)).toBeUndefined();
  });

  test('is not opened when a byte is changed, missing or too many', () => {
    const place = fc.integer({ min: 0, max: bytes.length - 1 });
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ change;
        expect(open(changed)).toBeUndefined();
        expect(open(bytes.slice(0, at))).toBeUndefined();
      }),
    );
    expect(open(Buffer.concat([bytes, Buffer.alloc(8)]))).toBeUndefined();
    expect(open(Buffer.from('SQLite format 3 and much else that is none of ours'))).toBeUndefined();
  });
});

describe('packed data', () => {
  const value = {
    name: 'Ж',
    row: [1, 0.1 + 0.2, true, 'x'],
    deep: {
      odd: new Uint8Array([1, 2, 3]),
      floats: Float64Array.from([Math.PI, -1]),
      none: new Int32Array(),
    },
  };

  test('comes back as it was, from wherever in memory it lies', () => {
    const packed = pack(value);
    for (const shift of [0, 1, 4]) {
      const shifted = Buffer.concat([Buffer.alloc(shift), packed]).subarray(shift);
      expect(unpack(shifted)).toEqual(value);
    }
  });

  test('cannot have what would not come back', () => {
    for (const odd of [new Map(), () => 1, undefined, NaN, new Error('x')])
      expect(() => pack({ part: { odd } })).toThrow(/cannot be packed/);
  });
});
