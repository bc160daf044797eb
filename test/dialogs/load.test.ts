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

describe('shared questions', () => {
  const using = TINY.replace(
    / {2}- id: how-old[\s\S]*?(?=outcomes:)/,
    '  - { id: how-old, use: age, next: { "yes": depot, "no": keep-it, not-sure: keep-it } }\n',
  );

  test('a tree takes one and says where its options lead', () => {
    const { trees, problems } = loadTrees(
      new Map([
        ['dialogs/a.yaml', using],
        ['dialogs/_shared.yaml', SHARED],
      ]),
    );
    expect(problems).toEqual([]);
    expect(trees.get('lost-umbrella')?.questions.get('how-old')?.id).toBe('age');
  });

  test('an option without a way is reported', () => {
    const text = using.replace(', not-sure: keep-it', '');
    expect(
      loadTrees(
        new Map([
          ['dialogs/a.yaml', text],
          ['dialogs/_shared.yaml', SHARED],
        ]),
      ).problems,
    ).toContainEqual(expect.objectContaining({ code: 'option-without-next' }));
  });

  test('a shared question that does not exist is reported', () => {
    expect(loadTrees(new Map([['dialogs/a.yaml', using]])).problems).toContainEqual(
      expect.objectContaining({ code: 'unknown-question' }),
    );
  });
});

test('a tree names the facts that its outcomes rest on, and where', () => {
  expect(tinyTree().mentions).toHaveLength(4);
});
