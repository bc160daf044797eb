import fc from 'fast-check';
import { z } from 'zod';
import { readMarkdown, type Page, type Reading } from '../../src/content';

const Front = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/, 'write lower-case words'),
  title: z.string(),
});
const FRONT = '---\nid: page\ntitle: A page\n---\n';

function read(body: string): Reading<Page<z.infer<typeof Front>>> {
  return readMarkdown('pages/a.md', FRONT + body, Front);
}

function problems(reading: Reading<unknown>): string[] {
  return reading.ok ? [] : reading.problems.map(({ code, line, column }) => `${code} ${line}:${column}`);
}

describe('a page', () => {
  const reading = read(
    '\n## What’s sent, and when?\n\nA statement that\ngoes on. [F-A001]\n\n- One. [F-A001, F-B002]\n- Two\n  [and more](https://example.org). [F-A003]\n\n## Naïve cases\nThe **last** one. [F-A005]\n',
  );
  if (!reading.ok) throw new Error(problems(reading).join());
  const { value, at } = reading.authored;

  test('gives its front matter and its sections', () => {
    expect(value.front).toEqual({ id: 'page', title: 'A page' });
    expect(value.sections.map(({ heading, anchor }) => [heading, anchor])).toEqual([
      ['What’s sent, and when?', 'whats-sent-and-when'],
      ['Naïve cases', 'naive-cases'],
    ]);
  });

  test('gives each paragraph and list item as a statement with its facts and place', () => {
    expect(value.sections.map(({ statements }) => statements)).toEqual([
      [
        { text: 'A statement that goes on.', facts: ['F-A001'], line: 8, column: 1, list: false },
        { text: 'One.', facts: ['F-A001', 'F-B002'], line: 11, column: 3, list: true },
        { text: 'Two [and more](https://example.org).', facts: ['F-A003'], line: 12, column: 3, list: true },
      ],
      [{ text: 'The **last** one.', facts: ['F-A005'], line: 16, column: 1, list: false }],
    ]);
  });

  test('knows where each part is written', () => {
    expect(at(['front', 'title'])).toEqual({ file: 'pages/a.md', line: 3, column: 8 });
    expect(at(['sections', 1])).toEqual({ file: 'pages/a.md', line: 15, column: 1 });
    expect(at(['sections', 0, 'statements', 2])).toEqual({ file: 'pages/a.md', line: 12, column: 3 });
    expect(at(['sections', 0, 'statements', 9])).toEqual(at(['sections', 0]));
    expect(at([])).toEqual({ file: 'pages/a.md', line: 1, column: 1 });
  });

  test('is the same with the line ends of Windows and a byte order mark', () => {
    const text = `${FRONT}## A\n\nText. [F-A001]\n`;
    const windows = readMarkdown('a.md', `\ufeff${text.replaceAll('\n', '\r\n')}`, Front);
    const plain = readMarkdown('a.md', text, Front);
    expect(windows.ok && windows.authored.value).toEqual(plain.ok && plain.authored.value);
    expect(windows.ok).toBe(true);
  });
});

describe('a mistake in a page is told at its place', () => {
  test.each<[string, string, string[]]>([
    ['text before the first heading', 'Stray. [F-A001]\n\n## A\nB. [F-A001]\n', ['text-before-heading 5:1']],
    ['no heading', '\n', ['no-section 5:1']],
    ['no facts', '## A\nNothing said.\n', ['statement-without-fact 6:1']],
    ['a link in the place of facts', '## A\nSee [the page]\n', ['statement-without-fact 6:1']],
    ['facts without brackets', '## A\nB. F-A001\n', ['bad-marker 6:1']],
    ['facts in round brackets', '## A\n- B. (F-A001)\n', ['bad-marker 6:3']],
    ['facts without a comma', '## A\nB. [F-A001 F-A002]\n', ['bad-marker 6:1']],
    ['a comma after the last fact', '## A\nB. [F-A001,]\n', ['bad-marker 6:1']],
    ['a full stop after the facts', '## A\nB [F-A001].\n', ['bad-marker 6:1']],
    ['a fact with too few digits', '## A\nB. [F-A1]\n', ['bad-marker 6:1']],
    ['facts in the middle', '## A\nB. [F-A001] C. [F-A002]\n', ['bad-marker 6:1']],
    ['facts only', '## A\n- [F-A001]\n', ['empty 6:3']],
    ['an empty section', '## A\n\n## B\nC. [F-A001]\n', ['empty-section 5:1']],
    ['a heading without words', '##\nC. [F-A001]\n', ['empty 5:1']],
    ['the same heading twice', '## A b\nC. [F-A001]\n## A, B?\nC. [F-A001]\n', ['duplicate-heading 7:1']],
    ['a heading of the first level', '# A\n## B\nC. [F-A001]\n', ['heading-level 5:1']],
    ['a heading of the third level', '## B\nC. [F-A001]\n\n### D\nE. [F-A001]\n', ['heading-level 8:1']],
    ['no space after ##', '##B\nC. [F-A001]\n', ['missing-space-after-hash 5:1']],
    ['HTML', '## A\nB <b>c</b>. [F-A001]\n', ['html 6:3']],
    ['a comment of HTML', '## A\n<!-- to do -->\n\nB. [F-A001]\n', ['html 6:1']],
    ['an image', '## A\nB ![c](d) [F-A001]\n', ['image 6:3']],
    ['a block of code', '## A\n```\n## B\n```\n\nC. [F-A001]\n', ['code-fence 6:1']],
    ['a quotation', '## A\n> B. [F-A001]\n', ['quotation 6:1']],
    ['a table', '## A\n| B |\n|---|\n', ['table 6:1', 'table 7:1']],
    ['a ruled line', '## A\nB. [F-A001]\n\n---\n', ['ruled-line 8:1']],
    ['a list with stars', '## A\n* B. [F-A001]\n', ['list-mark 6:1']],
    ['a list with numbers', '## A\n1. B. [F-A001]\n', ['list-mark 6:1']],
    ['a list in a list', '## A\n- B. [F-A001]\n  - C. [F-A001]\n', ['nested-list 7:3']],
    ['a dash without a space', '## A\n-B. [F-A001]\n', ['missing-space-after-dash 6:1']],
    ['a character that cannot be seen', '## A\nB\u200b. [F-A001]\n', ['unseen-character 6:2']],
  ])('%s', (_name, body, expected) => {
    expect(problems(read(body))).toEqual(expected);
  });

  test('no front matter', () => {
    expect(problems(readMarkdown('a.md', '## A\nB. [F-A001]\n', Front))).toEqual(['no-front-matter 1:1']);
  });

  test('front matter that does not end', () => {
    expect(problems(readMarkdown('a.md', '---\nid: a\n\n## A\n', Front))).toEqual([
      'unclosed-front-matter 1:1',
    ]);
  });

  test('mistakes in front matter and in the body are told together, with the lines of the file', () => {
    const text = '---\nid: My Page\ntitel: x\n---\n## A\nB.\n';
    expect(problems(readMarkdown('a.md', text, Front))).toEqual([
      'bad-value 2:5',
      'unknown-field 3:1',
      'statement-without-fact 6:1',
    ]);
  });

  test('the ids that a statement names are offered in the right form', () => {
    const reading = read('## A\nB (F-A001 and F-A002).\n');
    expect(reading.ok ? [] : reading.problems[0]?.fix).toContain('[F-A001, F-A002]');
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    '---',
    '\n',
    '\r\n',
    '## ',
    '#',
    '- ',
    ' ',
    'a',
    '[',
    ']',
    'F-A001',
    ',',
    '<',
    '!',
    '`',
    '```',
    '>',
    '|',
    '\t',
    '1.',
  );

  test('is read or refused without an error thrown, at places that are in it', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        const text = FRONT + pieces.join('');
        const reading = readMarkdown('a.md', text, Front);
        const lines = text.split('\n').length;
        for (const { line, column } of reading.ok ? reading.warnings : reading.problems) {
          expect(line).toBeGreaterThan(0);
          expect(line).toBeLessThanOrEqual(lines);
          expect(column).toBeGreaterThan(0);
        }
      }),
    );
  });

  test.each(['[', ']', '*', '>', '`', '<', '#', '- ', '\n', '|', '![', '1. ', '[F-A001]', '- a\n', '> a\n'])(
    'made of nothing but %j is dealt with at once',
    (unit) => {
      const started = performance.now();
      read(`## A\n${unit.repeat(Math.floor(400_000 / unit.length))}`);
      expect(performance.now() - started).toBeLessThan(20_000);
    },
  );

  test('of more than 512 KB is refused', () => {
    expect(problems(read('x'.repeat(524_288)))).toEqual(['too-large 1:1']);
  });
});
