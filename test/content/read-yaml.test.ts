import fc from 'fast-check';
import { stringify } from 'yaml';
import { z } from 'zod';
import { readYaml, type Path, type Reading } from '../../src/content';

const Anything = z.unknown();
const Group = z.record(z.string(), z.unknown());

function codes(reading: Reading<unknown>): string[] {
  return reading.ok ? [] : reading.problems.map(({ code, line, column }) => `${code} ${line}:${column}`);
}

/** Fails if it takes longer than a reader would wait; the limit leaves room for a busy machine. */
function inTime<T>(work: () => T): T {
  const started = performance.now();
  const result = work();
  expect(performance.now() - started).toBeLessThan(20_000);
  return result;
}

describe('a text that would exhaust the process', () => {
  test('of 20,000 open brackets, and then one of 2,000, is one problem each', () => {
    expect(codes(inTime(() => readYaml('a.yaml', '['.repeat(20_000), Group)))).toEqual(['too-deep 1:65']);
    expect(codes(inTime(() => readYaml('b.yaml', '['.repeat(2000), Group)))).toEqual(['too-deep 1:65']);
  });

  test.each([
    ['brackets', (depth: number) => '['.repeat(depth) + ']'.repeat(depth)],
    ['braces', (depth: number) => '{a: '.repeat(depth) + '}'.repeat(depth)],
    ['dashes', (depth: number) => '- '.repeat(depth) + 'x'],
    [
      'fields',
      (depth: number) => Array.from({ length: depth }, (_, level) => `${' '.repeat(level)}a:\n`).join(''),
    ],
    [
      'brackets over several lines',
      (depth: number) => 'a:\n' + ' [\n'.repeat(depth - 1) + ' ]\n'.repeat(depth - 1),
    ],
  ])('is read with 64 levels of %s and refused with 65', (_name, nested) => {
    expect(codes(readYaml('a.yaml', nested(64), Anything))).toEqual([]);
    expect(codes(readYaml('a.yaml', nested(65), Anything))).toEqual([expect.stringMatching(/^too-deep /)]);
  });

  test.each([
    ['one to a line', '', '\n', ''],
    ['in braces', '{', ', ', '}'],
  ])('is read with 1,000 fields %s and refused with 1,001 and 50,000', (_name, open, separator, close) => {
    const fields = (count: number): string =>
      open + Array.from({ length: count }, (_, field) => `k${field}: 1`).join(separator) + close;
    expect(codes(inTime(() => readYaml('a.yaml', fields(1000), Anything)))).toEqual([]);
    expect(codes(inTime(() => readYaml('a.yaml', fields(1001), Anything)))).toEqual([
      expect.stringMatching(/^too-many-fields /),
    ]);
    expect(codes(inTime(() => readYaml('a.yaml', fields(50_000).slice(0, 500_000), Anything)))).toEqual([
      expect.stringMatching(/^too-many-fields /),
    ]);
  });

  test('by references to references is told once for each line', () => {
    const names = 'abcdefghi'.split('');
    const bomb = names.map(
      (name, level) =>
        `${name}: &${name} [${Array(9)
          .fill(level === 0 ? 'x' : `*${names[level - 1] ?? ''}`)
          .join(', ')}]\n`,
    );
    const found = codes(inTime(() => readYaml('a.yaml', bomb.join(''), Group)));
    expect(found).toEqual(names.map((_, level) => `anchor ${level + 1}:4`));
  });

  test('by a part that contains itself is refused', () => {
    expect(codes(readYaml('a.yaml', 'a: &a\n  b: *a\n', Group))).toEqual(['anchor 1:4', 'alias 2:6']);
  });

  test('of 10,000 documents is one problem', () => {
    expect(codes(inTime(() => readYaml('a.yaml', 'a: 1\n---\n'.repeat(10_000), Group)))).toEqual([
      'second-document 2:1',
    ]);
  });

  test('of more than 512 KB is refused, of 512 KB is read', () => {
    expect(codes(inTime(() => readYaml('a.yaml', `a: ${'x'.repeat(512 * 1024 - 3)}`, Anything)))).toEqual([]);
    expect(codes(readYaml('a.yaml', `a: ${'x'.repeat(512 * 1024 - 2)}`, Anything))).toEqual([
      'too-large 1:1',
    ]);
    expect(codes(readYaml('a.yaml', `a: ${'é'.repeat(256 * 1024)}`, Anything))).toEqual(['too-large 1:1']);
  });

  test.each([
    '[',
    ']',
    '{',
    '}',
    ',',
    '"',
    "'",
    ':',
    '- ',
    '? ',
    '*',
    '&a ',
    '!a ',
    '|',
    '> ',
    '#',
    '%',
    '\t',
    '\n',
    '\r\n',
    ' ',
    '\\',
    '<<',
    '---\n',
    '...\n',
    'a: b: c\n',
    '- a: b: c\n',
    '- *a\n',
    'a #b\n',
    '- a #b\n',
    '\tb: 1\n',
    'a: "x\n',
    "a: 'x\n",
    '- |\n  x\n\n',
    '  # x\n\n',
    '- a: 1\n  a: 2\n',
    'a\n',
    '"\\x" ',
    '- -a\n',
    '- “a\n',
    '[a #b\n',
  ])('by %j again and again is dealt with at once', (unit) => {
    inTime(() => readYaml('a.yaml', unit.repeat(Math.floor(500_000 / Buffer.byteLength(unit))), Group));
  });
});

describe('names that every object has', () => {
  test('are refused at any level and change no object', () => {
    const reading = readYaml('a.yaml', 'a:\n  __proto__: {x: 1}\nconstructor: {prototype: {x: 1}}\n', Group);
    expect(codes(reading)).toEqual(['reserved-name 2:3', 'reserved-name 3:1']);
    expect(Reflect.get({}, 'x')).toBeUndefined();
  });
});

describe('the place of a value', () => {
  const text =
    'id: a\nhow:\n  say: "x"\n  by:\nsteps:\n  - do: y\n    with: [one, two]\n  -\n    do: |\n      z\n';
  const reading = readYaml('a.yaml', text, Group);
  const at = (path: Path): string => {
    if (!reading.ok) throw new Error(codes(reading).join());
    const { file, line, column } = reading.authored.at(path);
    return `${file}:${line}:${column}`;
  };

  test.each<[Path, string]>([
    [[], 'a.yaml:1:1'],
    [['id'], 'a.yaml:1:5'],
    [['how'], 'a.yaml:3:3'],
    [['how', 'say'], 'a.yaml:3:8'],
    [['steps'], 'a.yaml:6:3'],
    [['steps', 0], 'a.yaml:6:5'],
    [['steps', 0, 'with', 1], 'a.yaml:7:17'],
    [['steps', 1, 'do'], 'a.yaml:9:9'],
  ])('at %j is where it is written', (path, place) => {
    expect(at(path)).toBe(place);
  });

  test('that is empty is that of its field', () => {
    expect(at(['how', 'by'])).toBe('a.yaml:4:3');
  });

  test('that is not there is that of the nearest value around it', () => {
    expect(at(['how', 'who', 'else'])).toBe(at(['how']));
    expect(at(['steps', 7])).toBe(at(['steps']));
    expect(at(['id', 'x'])).toBe(at(['id']));
    expect(at(['steps', 'x'])).toBe(at(['steps']));
  });

  const { tree } = fc.letrec<{ tree: unknown; node: unknown }>((tie) => ({
    node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, fc.constant('leaf'), tie('tree')),
    tree: fc.oneof(
      fc.array(tie('node'), { minLength: 1, maxLength: 4 }),
      fc.dictionary(fc.constantFrom('a', 'say', 'facts', '0', 'x-y'), tie('node'), {
        minKeys: 1,
        maxKeys: 4,
      }),
    ),
  }));
  const writings = fc.constantFrom<(value: unknown) => string>(
    (value) => stringify(value),
    (value) => stringify(value, { indentSeq: false }),
    (value) => stringify(value, { collectionStyle: 'flow' }),
    (value) => stringify(value, { defaultStringType: 'QUOTE_DOUBLE', indent: 4 }),
    (value) => stringify(value).replaceAll('\n', '\r\n'),
    (value) => `\ufeff# first\n\n${stringify(value)}`,
    (value) => JSON.stringify(value, null, 2),
  );

  test('is, for every text in any value, exactly where it begins', () => {
    fc.assert(
      fc.property(tree, writings, (shape, write) => {
        const leaves: [Path, string][] = [];
        const value = numbered(shape, [], leaves);
        const written = write(value);
        const lines = written.replace('\ufeff', '').split('\n');
        const reading = readYaml('a.yaml', written, Anything);
        if (!reading.ok) throw new Error(codes(reading).join());
        expect(reading.authored.value).toEqual(value);
        for (const [path, leaf] of leaves) {
          const { line, column } = reading.authored.at(path);
          expect(lines[line - 1]?.slice(column - 1)).toMatch(new RegExp(`^"?${leaf}\\b`));
        }
      }),
    );
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    'a',
    'b: ',
    'say: ',
    ':',
    '- ',
    '-',
    '\n',
    '\n  ',
    '\r\n',
    '\r',
    ' ',
    '\t',
    '[',
    ']',
    '{',
    '}',
    ',',
    '"',
    "'",
    '\\',
    '|',
    '>',
    '|+2',
    '#',
    ' # ',
    '&a ',
    '*a',
    '!t ',
    '!!map ',
    '---\n',
    '...\n',
    '%YAML 1.1\n',
    '? ',
    '@',
    '\u00a0',
    '“',
    '”',
    '<<: ',
    '__proto__: ',
    '\ufeff',
    '\u0000',
    '0123',
    '~',
    'é',
    '\ud800',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
  );
  const Card = z.strictObject({ a: z.string(), say: z.union([z.string(), z.array(z.string())]).optional() });

  test('is read or refused without an error thrown, at places that are in it', () => {
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom<z.ZodType>(Card, Anything, z.array(Card), z.string()),
        (text, schema) => {
          const reading = readYaml('a.yaml', text, schema);
          const lines = text.split('\n');
          for (const { line, column, message } of reading.ok ? reading.warnings : reading.problems) {
            expect(message).not.toContain('undefined');
            expect(line).toBeGreaterThan(0);
            expect(line).toBeLessThanOrEqual(lines.length);
            expect(column).toBeGreaterThan(0);
            expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('that is refused has at least one problem', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const reading = readYaml('a.yaml', text, Card);
        expect(reading.ok || reading.problems.some(({ severity }) => severity === 'error')).toBe(true);
      }),
    );
  });
});

/** The same value with a text of its own in every leaf. */
function numbered(shape: unknown, path: Path, leaves: [Path, string][]): unknown {
  if (Array.isArray(shape)) return shape.map((inner, item) => numbered(inner, [...path, item], leaves));
  if (typeof shape === 'object' && shape !== null) {
    return Object.fromEntries(
      Object.entries(shape).map(([key, inner]) => [key, numbered(inner, [...path, key], leaves)]),
    );
  }
  const leaf = `leaf-${leaves.length}`;
  leaves.push([path, leaf]);
  return leaf;
}
