import fc from 'fast-check';
import { legible } from '../../src/privacy/legible';
import { reveal } from '../../src/privacy/reveal';

const SCRIPTS = [
  'arab',
  'arabext',
  'beng',
  'deva',
  'fullwide',
  'gujr',
  'guru',
  'knda',
  'khmr',
  'laoo',
  'mathbold',
];
const MORE_SCRIPTS = [
  'mathsans',
  'mlym',
  'mymr',
  'nkoo',
  'orya',
  'tamldec',
  'telu',
  'thai',
  'tibt',
  'adlm',
  'cakm',
];

test.each([...SCRIPTS, ...MORE_SCRIPTS])(
  'digits of the numbering system %s become plain digits',
  (system) => {
    const written = new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false }).format(9876543210);
    expect(written).not.toBe('9876543210');
    expect(reveal(written)).toBe('9876543210');
  },
);

test.each([
  ['zero-width space', '9\u200B9'],
  ['zero-width joiner', '9\u200D9'],
  ['word joiner', '9\u20609'],
  ['byte order mark', '9\uFEFF9'],
  ['soft hyphen', '9\u00AD9'],
  ['right-to-left override', '9\u202E9'],
  ['isolate', '9\u20669'],
  ['Unicode tag', '9\u{E0039}9'],
  ['variation selector', '9\uFE0F9'],
  ['keycap', '9\uFE0F\u20E39'],
  ['strike-through', '9\u03369'],
  ['null character', '9\u00009'],
  ['delete character', '9\u007F9'],
  ['Hangul filler', '9\u31649'],
])('a %s between two digits is dropped', (_, text) => {
  expect(reveal(text)).toBe('99');
});

test('accents, emoji, line ends and symbols stay', () => {
  const text = 'José e\u0301 ⚠️ ½ m² №\r\n\t– “x”';
  expect(reveal(text)).toBe(text);
});

test('nothing is left to reveal in a revealed text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => reveal(reveal(text)) === reveal(text)));
});

test('the legible text has every character in its place', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => legible(text).length === text.length));
  expect(legible('9\u00A09\u20119\u20199\u20449')).toBe("9 9-9'9/9");
});
