import { loadTrees } from '../../src/dialogs';
import { TINY, tinyTree } from './tiny-tree';

const SHARED = `
questions:
  - id: age
    ask: Is it older than a week?
    why: { say: After a week it goes to the depot. }
    options:
      - { id: "yes", label: "Yes" }
      - { id: "no", label: "No" }
      - { id: not-sure, label: Not sure }
`;

/** Code, line and part of the message for a change to the tiny tree. */
const mistakes: readonly [string, string, string, string, string][] = [
  [
    'an option that leads nowhere',
    'next: depot }',
    'next: depo }',
    'unknown-outcome',
    'did you mean "depot"?',
  ],
  [
    'a first question that does not exist',
    'start: where-found',
    'start: where-fond',
    'unknown-question',
    'did you mean "where-found"?',
  ],
  [
    'a question without "not sure"',
    '      - { id: not-sure, label: Not sure, next: ask-finder }\n',
    '',
    'no-not-sure',
    'not-sure',
  ],
  ['an outcome that nothing reaches', 'next: ask-finder }', 'next: keep-it }', 'unreachable', 'ask-finder'],
  [
    'a circle',
    'label: "Yes", next: depot }',
    'label: "Yes", next: where-found }',
    'circle',
    'where-found → how-old → where-found',
  ],
  ['two options with one id', '{ id: platform,', '{ id: train,', 'duplicate-id', 'train'],
  [
    'a condition on an option that does not exist',
    'if: { where-found: train }',
    'if: { where-found: tran }',
    'unknown-option',
    'did you mean "train"?',
  ],
  [
    'a condition on a question that does not exist',
    'if: { where-found: train }',
    'if: { where: train }',
    'unknown-question',
    'where',
  ],
  [
    'an outcome that says nothing',
    '    short: [{ say: Ask who found it., facts: [F-A001] }]\n',
    '',
    'empty-outcome',
    'ask-finder',
  ],
];

describe("authors' mistakes in a tree", () => {
  test.each(mistakes)('%s', (_name, from, to, code, words) => {
    expect(TINY).toContain(from);
    const text = TINY.replace(from, to);
    const { problems } = loadTrees(new Map([['dialogs/a.yaml', text]]));
    const found = problems.find((problem) => problem.code === code);
    expect(`${found?.message ?? ''} ${found?.fix ?? ''}`).toContain(words);
    expect(found?.file).toBe('dialogs/a.yaml');
    expect(found?.line).toBeGreaterThan(1);
  });

  test('an option that leads nowhere is reported where it is written', () => {
    const text = TINY.replace('next: depot }', 'next: depo }');
    const line = text.split('\n').findIndex((each) => each.includes('next: depo }')) + 1;
    const column = (text.split('\n')[line - 1]?.indexOf('depo }') ?? 0) + 1;
    expect(loadTrees(new Map([['dialogs/a.yaml', text]])).problems).toContainEqual(
      expect.objectContaining({ code: 'unknown-outcome', line, column }),
    );
  });

  test('an outcome that leads on into a tree that does not exist', () => {
    const text = TINY.replace(
      '    title: Send it to the depot\n',
      '    title: Send it to the depot\n    then: [{ tree: lost-hat, label: A hat }]\n',
    );
    expect(loadTrees(new Map([['dialogs/a.yaml', text]])).problems).toContainEqual(
      expect.objectContaining({ code: 'unknown-tree' }),
    );
  });
});

/** The tiny tree with its second question taken from `_shared.yaml`. */
const USING = TINY.replace(
  / {2}- id: how-old[\s\S]*?(?=outcomes:)/,
  '  - { id: how-old, use: age, next: { "yes": depot, "no": keep-it, not-sure: keep-it } }\n',
);

function loadBeside(shared: string, ...texts: string[]): ReturnType<typeof loadTrees> {
  const trees = texts.map((text, i): [string, string] => [`dialogs/tree-${i}.yaml`, text]);
  const besides: [string, string][] = shared === '' ? [] : [['dialogs/_shared.yaml', shared]];
  return loadTrees(new Map([...besides, ...trees]));
}

/** Where a piece of text stands in a file, as the loader tells it. */
function placeIn(text: string, piece: string): { line: number; column: number } {
  const lines = text.split('\n');
  const line = lines.findIndex((each) => each.includes(piece)) + 1;
  return { line, column: (lines[line - 1]?.indexOf(piece) ?? 0) + 1 };
}

describe('what an outcome knows of the tree that it leads on into', () => {
  const leading = (known: string): string =>
    TINY.replace(
      '    title: Send it to the depot\n',
      `    title: Send it to the depot\n    then: [{ tree: lost-hat, label: A hat, known: { ${known} } }]\n`,
    );
  const hat = TINY.replace('id: lost-umbrella', 'id: lost-hat')
    .replace('Where was it found?', 'Where was the hat found?')
    .replace('Is it older', 'Is the hat older');

  test('may be any question and option of that tree', () => {
    expect(loadBeside('', leading('how-old: "yes"'), hat).problems).toEqual([]);
  });

  test.each([
    ['how-olt: "yes"', 'unknown-question', 'did you mean "how-old"?'],
    ['how-old: yess', 'unknown-option', 'did you mean "yes"?'],
  ])('%s is a mistake at its place', (known, code, fix) => {
    const text = leading(known);
    expect(loadBeside('', text, hat).problems).toEqual([
      expect.objectContaining({ code, fix, file: 'dialogs/tree-0.yaml', line: placeIn(text, 'known:').line }),
    ]);
  });
});

describe('shared questions', () => {
  test('a tree takes one and says where its options lead', () => {
    const { trees, problems } = loadBeside(SHARED, USING);
    expect(problems).toEqual([]);
    expect(trees.get('lost-umbrella')?.questions.get('how-old')?.id).toBe('age');
  });

  test('a tree may offer only some of the options', () => {
    const { trees, problems } = loadBeside(SHARED, USING.replace('"yes": depot, ', ''));
    expect(problems.map(({ code }) => code)).toEqual(['unreachable']);
    expect(
      trees
        .get('lost-umbrella')
        ?.questions.get('how-old')
        ?.options.map(({ id }) => id),
    ).toEqual(['no', 'not-sure']);
  });

  test('"not sure" is always among them', () => {
    expect(loadBeside(SHARED, USING.replace(', not-sure: keep-it', '')).problems).toContainEqual(
      expect.objectContaining({ code: 'no-not-sure', file: 'dialogs/tree-0.yaml' }),
    );
  });

  test('an option that it does not have is reported', () => {
    expect(loadBeside(SHARED, USING.replace('"yes": depot', 'yess: depot')).problems).toContainEqual(
      expect.objectContaining({ code: 'unknown-option', fix: 'did you mean "yes"?' }),
    );
  });

  test('a tree may say in its own words why it asks, and what is said above', () => {
    const own = USING.replace(
      'use: age,',
      'use: age, why: { say: The depot asks. }, first: [{ say: Wait., facts: [F-A001] }],',
    );
    const question = loadBeside(SHARED, own).trees.get('lost-umbrella')?.questions.get('how-old');
    expect(question?.why.say).toBe('The depot asks.');
    expect(question?.first?.[0]?.say).toBe('Wait.');
    expect(question?.ask).toBe('Is it older than a week?');
  });

  test('a shared question that does not exist is reported', () => {
    expect(loadTrees(new Map([['dialogs/a.yaml', USING]])).problems).toContainEqual(
      expect.objectContaining({ code: 'unknown-question' }),
    );
  });

  test('one that no tree uses is pointed out where it stands', () => {
    expect(loadBeside(SHARED, TINY).problems).toEqual([
      expect.objectContaining({
        code: 'unused-shared',
        severity: 'warning',
        file: 'dialogs/_shared.yaml',
        line: 3,
      }),
    ]);
  });

  test('two of one id are reported', () => {
    const twice = `${SHARED}${SHARED.replace('\nquestions:\n', '')}`;
    expect(loadBeside(twice, USING).problems).toContainEqual(
      expect.objectContaining({ code: 'duplicate-id', file: 'dialogs/_shared.yaml', line: 10 }),
    );
  });
});

describe('shared outcomes', () => {
  const ASK = `
outcomes:
  - id: ask-finder
    title: Ask the finder
    steps:
      - { do: Ask on the train., who: Desk, facts: [F-A001], if: { where-found: not-sure } }
`;
  const sharing = TINY.replace(/ {2}- id: ask-finder[\s\S]*$/, '  - use: ask-finder # here\n');

  test('a tree takes one without copying it', () => {
    const { trees, problems } = loadBeside(ASK, sharing);
    expect(problems).toEqual([]);
    expect(trees.get('lost-umbrella')?.outcomes.get('ask-finder')?.title).toBe('Ask the finder');
  });

  test('one that does not exist is reported', () => {
    expect(loadBeside(ASK, sharing.replace('use: ask-finder', 'use: ask-findr')).problems).toContainEqual(
      expect.objectContaining({ code: 'unknown-outcome', fix: 'did you mean "ask-finder"?' }),
    );
  });

  test('a condition on a question that the tree does not ask is a mistake of the tree, at its `use`', () => {
    const { problems } = loadBeside(ASK.replace('if: { where-found', 'if: { where-lost'), sharing);
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'unknown-question',
        message: 'There is no question "where-lost".',
        file: 'dialogs/tree-0.yaml',
        ...placeIn(sharing, 'ask-finder # here'),
      }),
    ]);
  });

  test('a condition on an option that the tree does not offer is one too', () => {
    const { problems } = loadBeside(ASK.replace('where-found: not-sure', 'where-found: bus'), sharing);
    expect(problems).toEqual([
      expect.objectContaining({ code: 'unknown-option', file: 'dialogs/tree-0.yaml' }),
    ]);
  });

  test('a guide that it leads on into has to exist', () => {
    const leading = ASK.replace('    steps:', '    then: [{ tree: lost-hat, label: A hat }]\n    steps:');
    expect(loadBeside(leading, sharing).problems).toEqual([
      expect.objectContaining({ code: 'unknown-tree', file: 'dialogs/tree-0.yaml' }),
    ]);
  });
});

describe('one question written out in two trees', () => {
  const other = TINY.replace('id: lost-umbrella', 'id: lost-hat').replace(/how-old/g, 'age');

  test('is reported, whatever its id, and where the other stands', () => {
    expect(loadBeside('', TINY, other).problems).toContainEqual(
      expect.objectContaining({
        code: 'copied-question',
        message:
          'The question "Is it older than a week?" is written in dialogs/tree-0.yaml as well, as "how-old".',
        file: 'dialogs/tree-1.yaml',
      }),
    );
  });

  test('is another question when its options differ', () => {
    const differing = other.replace('{ id: "yes",', '{ id: older,').replace('{ id: train,', '{ id: bus,');
    const codes = loadBeside('', TINY, differing.replace('where-found: train', 'where-found: bus')).problems;
    expect(codes.map(({ code }) => code)).not.toContain('copied-question');
  });
});

test('a tree names the facts that its outcomes rest on, and where', () => {
  expect(tinyTree().mentions).toHaveLength(4);
});
