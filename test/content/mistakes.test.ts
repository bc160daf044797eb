import { z } from 'zod';
import { readYaml, type Problem, type Reading } from '../../src/content';
import { FaqFile, SourcesFile, WordingsFile } from '../../src/knowledge/schema';

/** A small invented kind of file with one field of each sort. */
const Card = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/, 'write lower-case words joined by hyphens'),
  title: z.string().trim().min(1, 'write some words here').optional(),
  count: z.number().optional(),
  open: z.boolean().optional(),
  kind: z.enum(['answer', 'question']).optional(),
  day: z.iso.date('write a date as year-month-day').optional(),
  facts: z.array(z.string()).min(1, 'name a fact').max(2).optional(),
  how: z.strictObject({ say: z.string(), by: z.string().optional() }).optional(),
  steps: z.array(z.strictObject({ id: z.string(), do: z.string().optional() })).optional(),
  next: z
    .union([
      z.strictObject({ use: z.string(), as: z.string() }),
      z.strictObject({ ask: z.string(), why: z.string(), who: z.string() }),
    ])
    .optional(),
  words: z.record(z.string().regex(/^[a-z]+$/, 'write one lower-case word'), z.string()).optional(),
});

type Row = [name: string, text: string, code: string, line: number, column: number, says: RegExp];

const layout: Row[] = [
  ['a tab before a field', 'id: a\nhow:\n\tsay: x\n', 'tab-indent', 3, 1, /replace the tab by spaces/],
  ['a tab before a list item', 'id: a\nfacts:\n\t- x\n', 'tab-indent', 3, 1, /replace the tab by spaces/],
  [
    'a tab after spaces',
    'id: a\nsteps:\n  - id: x\n  \t  do: y\n',
    'tab-indent',
    4,
    3,
    /YAML counts spaces only/,
  ],
  [
    'no space after a colon',
    'id: a\ntitle:Hello\ncount: 1\n',
    'missing-space-after-colon',
    2,
    1,
    /write title: Hello/,
  ],
  ['no space after the first colon', 'id:a\ntitle: x\n', 'missing-space-after-colon', 1, 1, /write id: a/],
  [
    'no space after the only colon of a group',
    'id: a\nhow:\n  say:hello\n',
    'missing-space-after-colon',
    3,
    3,
    /write say: hello/,
  ],
  [
    'no space after a colon in braces',
    'id: a\nhow: {say:hello}\n',
    'missing-space-after-colon',
    2,
    7,
    /write say: hello/,
  ],
  ['no colon', 'id: a\ntitle Hello\ncount: 1\n', 'missing-colon', 2, 1, /"title Hello" is neither a field/],
  [
    'no colon in the last line',
    'id: a\ncount: 1\ntitle\n',
    'missing-colon',
    3,
    1,
    /colon and a space after the name/,
  ],
  [
    'no space after the dashes',
    'id: a\nfacts:\n  -one\n  -two\n',
    'missing-space-after-dash',
    3,
    3,
    /write - one/,
  ],
  [
    'no space after one dash',
    'id: a\nfacts:\n  - one\n  -two\n',
    'missing-space-after-dash',
    4,
    3,
    /write - two/,
  ],
  [
    'a list that starts beside its field',
    'id: a\nfacts: - one\n',
    'list-on-field-line',
    2,
    8,
    /line of its own: - one/,
  ],
  [
    'a field too far to the right',
    'id: a\nsteps:\n  - id: x\n     do: y\n',
    'wrong-indentation',
    4,
    6,
    /start it in column 5/,
  ],
  [
    'a field not far enough to the right',
    'id: a\nsteps:\n  - id: x\n   do: y\n',
    'wrong-indentation',
    4,
    4,
    /starts in column 4/,
  ],
  [
    'a field between two levels',
    'id: a\nhow:\n    say: x\n  by: y\n',
    'wrong-indentation',
    4,
    3,
    /same column as the lines/,
  ],
  [
    'a list item out of line',
    'id: a\nfacts:\n  - x\n - y\n',
    'wrong-indentation',
    4,
    2,
    /starts in column 2/,
  ],
  [
    'a block of text that is not indented',
    'id: a\ntitle: |\n  One\n Two\n',
    'wrong-indentation',
    4,
    2,
    /starts in column 2/,
  ],
  ['a mark left by git', 'id: a\n<<<<<<< HEAD\ncount: 1\n', 'merge-conflict', 2, 1, /left by git/],
  [
    'non-breaking spaces as indentation',
    'id: a\nhow:\n  say: x\n\u00a0\u00a0by: y\n',
    'odd-space',
    4,
    1,
    /space bar/,
  ],
  [
    'a non-breaking space after a colon',
    'id: a\ntitle:\u00a0Hello\n',
    'odd-space',
    2,
    1,
    /non-breaking space/,
  ],
  ['a space without width', 'id: a\nti\u200btle: x\n', 'unseen-character', 2, 3, /U\+200B/],
  ['a control character', 'id: a\ntitle: x\u0007\n', 'unseen-character', 2, 9, /U\+0007/],
  ['line ends of an old Macintosh', 'id: a\rtitle: x\r', 'unseen-character', 1, 6, /U\+000D/],
];

const text: Row[] = [
  [
    'a colon in a sentence',
    'id: a\ntitle: Note: this fails\n',
    'colon-in-text',
    2,
    8,
    /put quotes around it: "Note: this fails"/,
  ],
  [
    'a colon in a sentence of a list of groups',
    'id: a\nsteps:\n  - id: Note: this\n    do: y\n',
    'colon-in-text',
    3,
    9,
    /"Note: this"/,
  ],
  ['a colon at the end of a text', 'id: a\ntitle: Ask for:\n', 'colon-in-text', 2, 8, /"Ask for:"/],
  [
    'a colon in a text of a list',
    'id: a\nfacts:\n  - Note: this\n',
    'wrong-type',
    3,
    5,
    /put quotes around it: "Note: this"/,
  ],
  ['typographic quotes around a text', 'id: a\ntitle: “Hello”\n', 'smart-quotes', 2, 8, /write "Hello"/],
  [
    'typographic quotes around a text with a colon',
    'id: a\ntitle: “Note: this”\n',
    'smart-quotes',
    2,
    8,
    /write "Note: this"/,
  ],
  ['typographic quotes around a field', '“id”: a\n', 'smart-quotes', 1, 1, /write "id"/],
  [
    'a typographic quote at the end only',
    'id: a\ntitle: "Hello”\n',
    'unclosed-quote',
    2,
    8,
    /typographic quote ”: write " instead/,
  ],
  [
    'no closing double quote',
    'id: a\ntitle: "Hello\ncount: 1\n',
    'unclosed-quote',
    2,
    8,
    /add a " where the text ends/,
  ],
  ['no closing single quote', "id: a\ntitle: 'Hello\n", 'unclosed-quote', 2, 8, /has no ' at its end/],
  [
    'an apostrophe in single quotes',
    "id: a\ntitle: 'don't do it'\n",
    'text-after-value',
    2,
    13,
    /put quotes around it: "don't do it"/,
  ],
  [
    'text after a closing quote',
    'id: a\ntitle: "Yes" they said\n',
    'text-after-value',
    2,
    14,
    /'"Yes" they said'/,
  ],
  [
    'text after a closing bracket',
    'id: a\ntitle: [sic] they said\n',
    'text-after-value',
    2,
    14,
    /"\[sic\] they said"/,
  ],
  [
    'a backslash in double quotes',
    'id: a\ntitle: "C:\\practice"\n',
    'bad-escape',
    2,
    11,
    /use single quotes/,
  ],
  ['no closing bracket', 'id: a\nfacts: [one, two\ncount: 1\n', 'unclosed-bracket', 2, 8, /add a \]/],
  ['no closing brace', 'id: a\nhow: {say: x\ncount: 1\n', 'unclosed-bracket', 2, 6, /add a }/],
  ['a bracket closed by a brace', 'id: a\nfacts: [one, two}\n', 'unclosed-bracket', 2, 8, /add a \]/],
  ['a bracket too many', 'id: a\nfacts: [one, two]]\ncount: 1\n', 'extra-bracket', 2, 18, /closes nothing/],
  [
    'no comma in brackets',
    'id: a\nfacts: ["one" "two"]\n',
    'missing-comma',
    2,
    15,
    /no comma before ""two"]"/,
  ],
  ['a comma too many', 'id: a\nfacts: [one,, two]\n', 'extra-comma', 2, 13, /take one comma away/],
  ['a text in braces', 'id: a\ntitle: {name}\n', 'wrong-type', 2, 8, /put quotes around it: "{name}"/],
  ['a text in double braces', 'id: a\ntitle: {{name}}\n', 'bad-field-name', 2, 9, /put quotes around it/],
  ['a text that starts with @', 'id: a\ntitle: @reception\n', 'special-start', 2, 8, /"@reception"/],
  ['a text that starts with %', 'id: a\ntitle: % of records\n', 'special-start', 2, 8, /"% of records"/],
  ['a text that starts with >', 'id: a\ntitle: > 5 days\n', 'special-start', 2, 8, /"> 5 days"/],
  ['a text that starts with *', 'id: a\ntitle: *Do not* send\n', 'alias', 2, 8, /"\*Do not\* send"/],
  ['a text that starts with &', 'id: a\ntitle: &co Bank\n', 'anchor', 2, 8, /"&co Bank"/],
  ['a text that starts with !', 'id: a\ntitle: !Important\n', 'tag', 2, 8, /"!Important"/],
  [
    'a tag that names a function',
    'id: a\ntitle: !!js/function "x"\n',
    'tag',
    2,
    8,
    /names the type of a value/,
  ],
  ['a directive', '%YAML 1.1\n---\nid: a\n', 'special-start', 1, 1, /%YAML 1\.1/],
];

const fields: Row[] = [
  ['a misspelt field', 'id: a\ntitel: x\n', 'unknown-field', 2, 1, /did you mean "title"\?/],
  ['a misspelt field that is needed', 'idd: a\n', 'unknown-field', 1, 1, /did you mean "id"\?/],
  ['a field in capitals', 'id: a\nTitle: x\n', 'unknown-field', 2, 1, /did you mean "title"\?/],
  [
    'a field that is unlike any',
    'id: a\npurpose: x\n',
    'unknown-field',
    2,
    1,
    /it can have: id, title, count/,
  ],
  [
    'a field of another level',
    'id: a\nhow:\n  say: x\n  count: 1\n',
    'unknown-field',
    4,
    3,
    /not a field of "how".*say, by/s,
  ],
  [
    'a field that is missing',
    'id: a\nsteps:\n  - do: x\n',
    'missing-field',
    3,
    5,
    /"id" is missing from item 1 of "steps".*add "id:"/s,
  ],
  ['a field written twice', 'id: a\ncount: 1\nid: b\n', 'duplicate-field', 3, 1, /the first is in line 1/],
  ['a field without a name', 'id: a\n: x\n', 'bad-field-name', 2, 1, /no name of a field before it/],
  ['a field with an empty value', 'id: a\ntitle:\n', 'empty', 2, 1, /"title" is empty.*take it out/s],
  ['an empty text', 'id: a\ntitle: ""\n', 'empty', 2, 8, /write some words here/],
  [
    'a name that every object has',
    'id: a\n__proto__:\n  count: 1\n',
    'reserved-name',
    2,
    1,
    /"__proto__" cannot be/,
  ],
  ['a merge key', 'id: a\n<<: {count: 1}\n', 'merge-key', 2, 1, /write the fields out/],
  [
    'a field of a table of words',
    'id: a\nwords:\n  A b: x\n',
    'bad-field-name',
    3,
    3,
    /"A b" cannot be.*one lower-case word/s,
  ],
  [
    'a field misspelt in one of two shapes',
    'id: a\nnext:\n  ask: x\n  wy: y\n  who: z\n',
    'unknown-field',
    4,
    3,
    /did you mean "why"\?/,
  ],
  [
    'a field missing in one of two shapes',
    'id: a\nnext:\n  use: x\n',
    'missing-field',
    3,
    3,
    /"as" is missing from "next"/,
  ],
];

const values: Row[] = [
  [
    'a number with a leading zero',
    'id: a\ntitle: 0123\n',
    'needs-quotes',
    2,
    8,
    /put quotes around it: "0123"/,
  ],
  [
    'a version number',
    'id: a\ntitle: 1.10\n',
    'needs-quotes',
    2,
    8,
    /1\.10 without quotes is a number.*"1\.10"/s,
  ],
  ['true as a text', 'id: a\ntitle: true\n', 'needs-quotes', 2, 8, /"true"/],
  ['null as a text', 'id: a\ntitle: null\n', 'needs-quotes', 2, 8, /"null"/],
  ['no for true or false', 'id: a\nopen: no\n', 'wrong-type', 2, 7, /write false/],
  ['a number in quotes', 'id: a\ncount: "5"\n', 'wrong-type', 2, 8, /write 5 without quotes/],
  [
    'a number in words',
    'id: a\ncount: five\n',
    'wrong-type',
    2,
    8,
    /"count" should be a number, but is "five"/,
  ],
  ['a text for a list', 'id: a\nfacts: F-A001\n', 'wrong-type', 2, 8, /write \[F-A001\]/],
  ['a list for a text', 'id: a\ntitle: [x]\n', 'wrong-type', 2, 8, /write the text without brackets/],
  ['a list for a group', 'id: a\nhow:\n  - say: x\n', 'wrong-type', 3, 3, /write its fields without a dash/],
  ['a group for a list', 'id: a\nsteps:\n  id: x\n', 'wrong-type', 3, 3, /put a dash and a space/],
  ['a text for a group', 'id: a\nhow: hello\n', 'wrong-type', 2, 6, /lines of their own/],
  [
    'a list for the whole',
    '- id: a\n',
    'wrong-type',
    1,
    1,
    /The file should be a group of fields, but is a list/,
  ],
  ['a text for the whole', 'hello\n', 'wrong-type', 1, 1, /but is "hello"/],
  ['nothing at all', '', 'empty', 1, 1, /The file is empty/],
  ['comments only', '# to be written\n', 'empty', 1, 1, /The file is empty/],
  ['a date as it is said', 'id: a\nday: 20/11/2026\n', 'bad-value', 2, 6, /write 2026-11-20/],
  [
    'a day that does not exist',
    'id: a\nday: 2026-02-30\n',
    'bad-value',
    2,
    6,
    /"2026-02-30", which is not a date.*year-month-day/s,
  ],
  ['a name of the wrong form', 'id: Keep It\n', 'bad-value', 1, 5, /"id" is "Keep It".*joined by hyphens/s],
  ['a value misspelt', 'id: a\nkind: anser\n', 'not-one-of', 2, 7, /did you mean answer\?/],
  ['a value that there is not', 'id: a\nkind: gap\n', 'not-one-of', 2, 7, /write answer or question/],
  [
    'a list with nothing in it',
    'id: a\nfacts: []\n',
    'too-few',
    2,
    8,
    /has 0 items; it must have at least 1.*name a fact/s,
  ],
  [
    'a list with too much in it',
    'id: a\nfacts: [x, y, z]\n',
    'too-many',
    2,
    8,
    /has 3 items; it must have at most 2/,
  ],
  ['a second document', 'id: a\n---\nid: b\n', 'second-document', 2, 1, /a file holds one/],
  ['a line of dashes at the end', 'id: a\n---\n', 'second-document', 2, 1, /take that line away/],
];

describe('one typical mistake of an editor is told once, at its place, with what to do', () => {
  test.each([...layout, ...text, ...fields, ...values])('%s', (_name, written, code, line, column, says) => {
    const problems = problemsOf(readYaml('cards/one.yaml', written, Card));
    expect(problems).toEqual([
      expect.objectContaining({ code, line, column, file: 'cards/one.yaml', severity: 'error' }),
    ]);
    expect(said(problems)).toMatch(says);
  });
});

describe('a # that cuts a text short', () => {
  const warningsOf = (written: string): readonly Problem[] => {
    const reading = readYaml('one.yaml', written, Card);
    return reading.ok ? reading.warnings : [];
  };

  test('is a warning, and the value is still read', () => {
    const reading = readYaml('one.yaml', 'id: a\ntitle: Use form #3 today\n', Card);
    expect(reading.ok && reading.authored.value.title).toBe('Use form');
    expect(warningsOf('id: a\ntitle: Use form #3 today\n')).toEqual([
      expect.objectContaining({ code: 'comment-cuts-text', severity: 'warning', line: 2, column: 17 }),
    ]);
    expect(said(warningsOf('id: a\ntitle: Use form #3 today\n'))).toContain('"Use form #3 today"');
  });

  test('is warned of after a single word, where it is joined to what follows', () => {
    expect(warningsOf('id: a\ntitle: Form #3\n')).toHaveLength(1);
  });

  test('is warned of after several words, even where it reads like a comment', () => {
    expect(warningsOf('id: a\ntitle: Ask the practice # before you send\n')).toHaveLength(1);
  });

  test('is no warning where it is a comment in earnest, or inside quotes', () => {
    expect(warningsOf('id: a # the first\ntitle: "Form #3" # as sent\nfacts: [x, y] # both\n')).toEqual([]);
  });
});

describe('what looks odd but is right is left alone', () => {
  test.each([
    ['a byte order mark', '\ufeffid: a\n'],
    ['line ends of Windows', 'id: a\r\ntitle: x\r\nfacts:\r\n  - y\r\n'],
    ['a line of dashes at the start', '---\nid: a\n'],
    ['words that were once true and false', 'id: a\nfacts: [no, yes]\n'],
    ['dates and times', 'id: a\nfacts: [2026-11-20, 12:30]\n'],
    ['a quotation at the start of a text', 'id: a\ntitle: “Yes,” they said\n'],
    ['two quotations', 'id: a\ntitle: “One” or “two”\n'],
    ['a web address', 'id: a\ntitle: https://example.org/a:b\n'],
    ['non-breaking spaces inside a text', 'id: a\ntitle: 5\u00a0days\n'],
    ['a block of text with colons, tabs and hashes', 'id: a\ntitle: |\n  Note: this\n  \tand #that\n'],
    ['typographic quotes inside quotes', 'id: a\ntitle: "“Hello”"\n'],
  ])('%s', (_name, written) => {
    expect(readYaml('one.yaml', written, Card)).toMatchObject({ ok: true, warnings: [] });
  });

  test('a date stays the text that was written', () => {
    const reading = readYaml('one.yaml', 'id: a\nfacts: [2026-11-20, 12:30]\nday: 2026-11-20\n', Card);
    expect(reading.ok && reading.authored.value).toEqual({
      id: 'a',
      facts: ['2026-11-20', '12:30'],
      day: '2026-11-20',
    });
  });
});

describe('several mistakes', () => {
  test('in what is written are all told, in the order of the file', () => {
    const written = 'id: Keep It\ncount: five\nfacts: []\nid: b\ntitel: “x”\n';
    expect(places(problemsOf(readYaml('one.yaml', written, Card)))).toEqual([
      'bad-value 1:5',
      'wrong-type 2:8',
      'too-few 3:8',
      'duplicate-field 4:1',
      'unknown-field 5:1',
      'smart-quotes 5:8',
    ]);
  });

  test('in a field and in one that is misspelt for it are both told', () => {
    expect(places(problemsOf(readYaml('one.yaml', 'id: Keep It\nidd: a\n', Card)))).toEqual([
      'bad-value 1:5',
      'unknown-field 2:1',
    ]);
  });

  test('in the layout are all told, without those that follow from them', () => {
    const written = 'id: a\ntitle: Note: this\nhow:\n\tsay: x\nfacts: [*one, two]\ncount 5\n';
    expect(places(problemsOf(readYaml('one.yaml', written, Card)))).toEqual([
      'colon-in-text 2:8',
      'tab-indent 4:1',
      'alias 5:9',
      'missing-colon 6:1',
    ]);
  });

  test('in the files that the project has are told in the words of its own schemas', () => {
    const faqs =
      'entries:\n  - id: keep\n    question: x\n    answer:\n      - say: x\n        facts: [F-1]\n    related: [a, b, c, d]\n    kind: gapp\n';
    expect(places(problemsOf(readYaml('a.yaml', faqs, FaqFile)))).toEqual([
      'bad-value 6:17',
      'too-many 7:14',
      'not-one-of 8:11',
    ]);
    const sources =
      'sources:\n  - id: a\n    title: x\n    publisher: y\n    version: 1.10\n    url: nhs.uk\n    seen: life\n';
    expect(said(problemsOf(readYaml('s.yaml', sources, SourcesFile)))).toMatch(
      /"1\.10".*starts with https.*did you mean live/s,
    );
    expect(said(problemsOf(readYaml('w.yaml', 'keep:\n  plan: [x]\n', WordingsFile)))).toContain(
      'did you mean "plain"?',
    );
  });
});

function problemsOf(reading: Reading<unknown>): readonly Problem[] {
  return reading.ok ? [] : reading.problems;
}

function said(problems: readonly Problem[]): string {
  return problems.map(({ message, fix = '' }) => `${message} → ${fix}`).join('\n');
}

function places(problems: readonly Problem[]): string[] {
  return problems.map(({ code, line, column }) => `${code} ${line}:${column}`);
}
