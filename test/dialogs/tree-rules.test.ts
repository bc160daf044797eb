import type { Tree } from '../../src/dialogs';
import { loadKnowledge } from '../../src/knowledge/load';
import { TINY_FILES } from '../conversation/tiny-library';
import { contradictions } from './contradictions';
import { TINY, tinyTree, trees } from './tiny-tree';
import { TREE_RULES } from './tree-rules';

const { knowledge } = loadKnowledge(TINY_FILES);

/** What a rule finds in the tiny tree with one part of its file written differently. */
function found(rule: string, from: string, to: string): readonly string[] {
  expect(TINY).toContain(from);
  const [tree] = trees(TINY.replace(from, to)).values();
  return tree === undefined ? [] : findings(rule, tree);
}

function findings(rule: string, tree: Tree): readonly string[] {
  return TREE_RULES[rule]?.(tree, knowledge) ?? [];
}

const UNSURE = 'short: [{ say: Ask who found it., facts: [F-A001] }]';
const unsureSteps = (rest: string): string =>
  `steps: [{ do: Send it to the depot., who: Desk, facts: [F-A001] }]${rest}`;
const SAFE = '"not sure" never begins with deleting, destroying, printing or sending';
const CHECKED = 'nobody who is unsure is told to destroy without a check';

describe('the rules find what is wrong', () => {
  test('an end that tells no next step', () => {
    expect(
      found(
        'every end says something with a source and what to do next',
        '  - id: ask-finder',
        '  - id: ask-finder',
      ),
    ).toEqual([
      'where-found: train, how-old: yes → depot: tells no next step',
      'where-found: not-sure → ask-finder: tells no next step',
    ]);
  });

  test('a path that is too long', () => {
    const options = (next: string): string =>
      `[{ id: not-sure, label: Not sure, next: ${next} }, { id: go, label: Go, next: ${next} }]`;
    const more = Array.from(
      { length: 10 },
      (_, i) =>
        `  - { id: more-${i}, ask: More ${i}?, why: { say: More. }, options: ${options(i === 9 ? 'depot' : `more-${i + 1}`)} }\n`,
    );
    const long = TINY.replace('next: ask-finder }', 'next: more-0 }')
      .replace('outcomes:', `${more.join('')}outcomes:`)
      .replace('- id: ask-finder', '- id: ask')
      .replace('next: keep-it }\n      - { id: not-sure', 'next: ask }\n      - { id: not-sure');
    const [tree] = trees(long).values();
    expect(tree === undefined ? [] : findings('no path asks more than ten questions', tree)).toHaveLength(
      2 ** 10,
    );
  });

  test('a question that is asked again on the same way', () => {
    const twice = new Map(tinyTree().questions);
    const second = twice.get('how-old');
    if (second !== undefined) twice.set('how-old', { ...second, id: 'where-found' });
    expect(findings('no path asks a question twice', { ...tinyTree(), questions: twice })).toEqual([
      'asks "where-found" again at "how-old"',
    ]);
    expect(findings('every path ends in its outcome', { ...tinyTree(), questions: twice })).not.toEqual([]);
  });

  test('what nothing leads to', () => {
    const outcomes = new Map(tinyTree().outcomes).set('lost', { id: 'lost', title: 'Lost' });
    expect(findings('nothing is out of reach', { ...tinyTree(), outcomes })).toEqual([
      'nothing leads to "lost"',
    ]);
  });

  test('a reason without a fact, and a fact without a source', () => {
    const rule = 'every reason, remark and step rests on facts with sources';
    expect(found(rule, 'F-A001', 'F-A777')).toEqual([
      'the reason of "where-found" names no fact',
      'the reason of "how-old" names no fact',
      '"It goes to the depot." rests on F-A777, which has no source',
    ]);
  });

  test('a line that nobody is shown', () => {
    expect(
      found('every line is shown to somebody', 'if: { where-found: train }', 'if: { where-found: not-sure }'),
    ).toEqual(['"Tell the train office." of "keep-it" is never shown']);
  });

  test('a question that changes nothing', () => {
    expect(
      found('every question changes something', 'label: "No", next: keep-it }', 'label: "No", next: depot }'),
    ).toEqual([
      'where-found: train, how-old: yes → depot: whatever "how-old" is answered with, the same is shown',
      'where-found: train, how-old: no → depot: whatever "how-old" is answered with, the same is shown',
    ]);
  });

  test('"not sure" that begins with sending, unless it also says what not to do', () => {
    expect(found(SAFE, UNSURE, unsureSteps(''))).toEqual([
      'where-found: not-sure → ask-finder: begins with "Send it to the depot." though unsure',
    ]);
    expect(
      found(SAFE, UNSURE, unsureSteps('\n    doNot: [{ say: Do not open it., facts: [F-A001] }]')),
    ).toEqual([]);
  });

  test('an order to destroy after "not sure", unless there is something to check first', () => {
    const destroy = unsureSteps('').replace('Send it to the depot.', 'Shred it.');
    expect(found(CHECKED, UNSURE, destroy)).toEqual([
      'where-found: not-sure → ask-finder: tells "Shred it." though unsure',
    ]);
    expect(
      found(CHECKED, UNSURE, `${destroy}\n    checkFirst: [{ say: Is it a treaty?, facts: [F-A001] }]`),
    ).toEqual([]);
  });
});

describe('two guides that contradict each other', () => {
  const order = (id: string, say: string, fact: string, more = ''): string => `
id: ${id}
title: A guide
about: About ${id}.
starts: [${id} one, ${id} two, ${id} three]
start: where-found
questions:
  - id: where-found
    ask: Where was ${id} found?
    why: { say: So. }
    options: [{ id: train, label: On a train, next: ${more === '' ? 'end' : 'more'} }, { id: not-sure, label: Not sure, next: end }]
${more}
outcomes:
  - { id: end, title: The end, steps: [{ do: "${say}", who: Desk, facts: [${fact}] }] }
`;
  const MORE =
    '  - { id: more, ask: More?, why: { say: So. }, options: [{ id: "yes", label: "Yes", next: end }, { id: not-sure, label: Not sure, next: end }] }';
  const between = (...texts: string[]): string[] => contradictions(trees(...texts).values());

  test('are found when one orders what the other forbids, in the same words or on the same fact', () => {
    expect(
      between(
        order('one', 'Print the label.', 'F-A001'),
        order('other', 'Do not send or print the label.', 'F-A002'),
      ),
    ).toHaveLength(4);
    expect(
      between(order('one', 'Send it on.', 'F-A001'), order('other', 'Never send it.', 'F-A001')),
    ).toHaveLength(4);
    expect(
      between(order('one', 'Print the label.', 'F-A001'), order('other', 'Print nothing yet.', 'F-A002')),
    ).toHaveLength(4);
  });

  test('are found when the one asks more than the other', () => {
    expect(
      between(
        order('one', 'Print the label.', 'F-A001'),
        order('other', 'Do not print the label.', 'F-A002', MORE),
      ),
    ).toContain(
      'one (where-found: train → end) says "Print the label."; other (where-found: train, more: yes → end) says "Do not print the label."',
    );
  });

  test('are not found where they speak of different things', () => {
    expect(
      between(order('one', 'Print the label.', 'F-A001'), order('other', 'Do not print the scan.', 'F-A002')),
    ).toEqual([]);
    expect(
      between(
        order('one', 'Print the label.', 'F-A001'),
        order('other', 'Do not forget the print.', 'F-A001'),
      ),
    ).toEqual([]);
  });
});
