import fc from 'fast-check';
import { removeIdentifiers } from '../../src/privacy';
import { matches } from '../../src/privacy/identifier';
import { takeOut } from '../../src/privacy/remove-identifiers';
import { CANARIES } from './canaries';
import { nhsNumbers, pieces } from './arbitraries';
import { LOOK_ALIKES } from './look-alikes';

const NOTE = /\[[^\]]{1,40} removed\]/g;

test('an identifier gives way to a note, and its kind is named once, in the order of the text', () => {
  const typed = 'Mrs Jones, NHS 999 526 0182, and her son 999 159 0838';
  expect(removeIdentifiers(typed)).toEqual({
    text: '[name removed], NHS [NHS number removed], and her son [NHS number removed]',
    kinds: ['name', 'NHS number'],
  });
});

test('a text without identifiers comes back as it was, with its dashes, quotes and emoji', () => {
  const typed = 'Yes – it’s “digitised” ⚠️ 2014–2015\n\tÅ ½ m²';
  expect(removeIdentifiers(typed)).toEqual({ text: typed, kinds: [] });
});

test('characters that cannot be seen are dropped even where they hide nothing', () => {
  expect(removeIdentifiers('GP\u200B2GP\u202E \u{E0041}\u0000ok').text).toBe('GP2GP ok');
});

test('the notes themselves are not looked into, nor do they lend meaning to what stands beside them', () => {
  const typed = '[NHS number removed] 1234567, [name removed] Close';
  expect(removeIdentifiers(typed)).toEqual({ text: typed, kinds: [] });
});

test('published contacts stay, the same form in private hands goes', () => {
  const published = 'pcse.registrations-preston@nhs.net, 0333 014 2884, 0303 123 1113';
  expect(removeIdentifiers(published).text).toBe(published);
  expect(removeIdentifiers('pcse.jones@gmail.com, 0333 014 2885').kinds).toEqual([
    'e-mail address',
    'phone number',
  ]);
  expect(removeIdentifiers('xpcse.jones@nhs.net or pcse.ab@nhs.net.example.com').text).not.toMatch(/@/);
});

test('any valid NHS number in any spacing is gone from any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), nhsNumbers, fc.string({ unit: 'grapheme' }), (a, nhs, b) => {
      fc.pre(!/\p{Nd}[\p{M}\p{DI}\p{Cc}]*$/u.test(a) && !/^[\p{M}\p{DI}\p{Cc}]*\p{Nd}/u.test(b));
      const { text } = removeIdentifiers(a + nhs.written + b);
      return !text.replace(/\D/g, '').includes(nhs.digits);
    }),
    { numRuns: 2000 },
  );
});

test('ten digits on their own never come through', () => {
  const digits = fc.stringMatching(/^[0-9 +a.-]{0,20}$/);
  const ten = fc.stringMatching(/^[0-9]{10}$/);
  fc.assert(
    fc.property(digits, ten, digits, (a, number, b) => {
      return !/(?<![0-9])[0-9]{10}(?![0-9])/.test(removeIdentifiers(`${a} ${number} ${b}`).text);
    }),
    { numRuns: 2000 },
  );
});

test('cleaning a cleaned text changes nothing and finds nothing', () => {
  fc.assert(
    fc.property(pieces, (typed) => {
      const { text } = removeIdentifiers(typed);
      expect(removeIdentifiers(text)).toEqual({ text, kinds: [] });
    }),
    { numRuns: 3000 },
  );
  for (const message of [...Object.values(CANARIES).flat(), ...LOOK_ALIKES]) {
    const { text } = removeIdentifiers(message);
    expect(removeIdentifiers(text)).toEqual({ text, kinds: [] });
  }
});

test('whatever is typed, an answer comes back, and notes stand for the kinds that are named', () => {
  fc.assert(
    fc.property(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 300 })), (typed) => {
      const { text, kinds } = removeIdentifiers(typed);
      if (kinds.length > 0) expect(text.match(NOTE)).not.toBeNull();
    }),
  );
  expect(removeIdentifiers('').text).toBe('');
  expect(() => removeIdentifiers('\uD800 999 526 0182 \uDC00')).not.toThrow();
});

test('of a text that keeps bringing identifiers to light nothing is kept', () => {
  const firstCapital = { kind: 'name' as const, find: (text: string) => matches(text, /[A-Z]/g).slice(0, 1) };
  expect(takeOut([firstCapital], 'ABC')).toMatchObject({ text: '[name removed]'.repeat(3) });
  expect(takeOut([firstCapital], 'ABCDEFGHIJKLM')).toEqual({ text: '[message removed]', kinds: ['name'] });
});
