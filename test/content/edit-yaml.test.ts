import fc from 'fast-check';
import { z } from 'zod';
import { readYaml, setInYaml, type Path } from '../../src/content';

const FILE = `# Questions about keeping
owner: lmc # who answers for it
entries:
  # the first
  - id: keep
    question: "How long?" # as asked
    status: unreviewed   # for now

  - {id: send, question: Where to?}
  - id: note
    question: |
      What is
      a note?

# the end
`;

function valueOf(text: string): unknown {
  const reading = readYaml('a.yaml', text, z.unknown());
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.authored.value;
}

describe('setting a field in a YAML text', () => {
  test.each<[string, Path, string, string, string, string]>([
    [
      'a field that is there, before its comment',
      ['entries', 0],
      'status',
      'reviewed',
      'status: unreviewed   #',
      'status: reviewed   #',
    ],
    ['a field at the top', [], 'owner', 'ig-lead', 'owner: lmc #', 'owner: ig-lead #'],
    [
      'a text in quotes',
      ['entries', 0],
      'question',
      'How long: 8 years?',
      '"How long?"',
      '"How long: 8 years?"',
    ],
    [
      'a block of text',
      ['entries', 2],
      'question',
      'What?',
      '|\n      What is\n      a note?\n',
      '"What?"\n',
    ],
    [
      'a new field after the last of its group',
      ['entries', 0],
      'reviewedBy',
      'Dr A. Khan',
      '# for now\n',
      '# for now\n    reviewedBy: Dr A. Khan\n',
    ],
    [
      'a new field after a block of text',
      ['entries', 2],
      'reviewedOn',
      '2026-11-20',
      'a note?\n',
      'a note?\n    reviewedOn: 2026-11-20\n',
    ],
    [
      'a new field in braces',
      ['entries', 1],
      'status',
      'reviewed',
      'Where to?}',
      'Where to?, status: reviewed}',
    ],
    ['a new field at the top', [], 'status', 'reviewed', 'a note?\n', 'a note?\nstatus: reviewed\n'],
  ])('%s changes nothing else', (_name, path, key, value, before, after) => {
    expect(setInYaml(FILE, path, key, value)).toBe(FILE.replace(before, after));
  });

  test('keeps the line ends of Windows and a byte order mark', () => {
    const text = '\ufeffid: a\r\nhow:\r\n  say: x\r\n';
    expect(setInYaml(text, ['how'], 'by', 'y')).toBe('\ufeffid: a\r\nhow:\r\n  say: x\r\n  by: y\r\n');
  });

  test.each([
    ['without a line end after it', 'id: a', 'id: a\nkey: x'],
    ['that is empty', '', 'key: x\n'],
    ['of comments only', '# none yet\n', '# none yet\nkey: x\n'],
    ['with an empty value at its end', 'id: a\nwhy: # none\n', 'id: a\nwhy: # none\nkey: x\n'],
    ['with an empty value for the field', 'key:   # none\nid: a\n', 'key: x   # none\nid: a\n'],
    ['of one group in braces', '{}\n', '{key: x}\n'],
  ])('adds to a text %s', (_name, before, after) => {
    expect(setInYaml(before, [], 'key', 'x')).toBe(after);
  });

  test('puts quotes around what YAML would take for something else', () => {
    for (const value of [
      '0123',
      'true',
      'null',
      '',
      '- x',
      'a: b',
      'a #b',
      '“x”',
      '*x',
      'x, y]',
      'two\nlines',
      ' x ',
    ]) {
      expect(valueOf(setInYaml('id: a\nhow: {by: b}\n', ['how'], 'by', value))).toEqual({
        id: 'a',
        how: { by: value },
      });
    }
  });

  test('refuses where there is no group, where the field holds more than a text, and a text with mistakes', () => {
    expect(() => setInYaml(FILE, ['entries', 7], 'status', 'x')).toThrow(
      'Cannot set "status" at ["entries",7]',
    );
    expect(() => setInYaml(FILE, [], 'entries', 'x')).toThrow('it holds a list or a group');
    expect(() => setInYaml('a: b: c\n', [], 'x', 'y')).toThrow('colon-in-text');
  });

  const word = fc.string({
    unit: fc.constantFrom('a', 'b', ' ', ':', '#', '-', ',', '"', "'", '[', '{', '|', '\n', '0', 'é'),
    maxLength: 12,
  });

  test('can be read back for any text, and leaves the other values as they were', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Path>([], ['entries', 0], ['entries', 1], ['entries', 2]),
        fc.constantFrom('id', 'status', 'question', 'new'),
        word,
        (path, key, value) => {
          const expected = structuredClone(valueOf(FILE)) as Record<string, unknown>;
          const group = path.reduce<unknown>((inner, step) => Reflect.get(inner as object, step), expected);
          Reflect.set(group as object, key, value);
          expect(valueOf(setInYaml(FILE, path, key, value))).toEqual(expected);
        },
      ),
    );
  });
});
