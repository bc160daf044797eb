import { isDenied, questionOf, readAnswer, readEarlier, readMentions } from '../../src/dialogs';
import type { Question } from '../../src/dialogs';
import { trees } from './tiny-tree';

/** An invented guide: a lost bicycle. */
const tree = trees(`
id: lost-bicycle
title: A lost bicycle
about: What to do with a bicycle.
starts: [someone left a bicycle, found a bike, bicycle left behind]
start: where
questions:
  - id: where
    ask: Where is it?
    why: { say: It matters. }
    options:
      - { id: store, label: The national store (NDS), says: [nds, national store, the store], next: collected }
      - { id: cloud, label: A scanning company or local cloud, says: [cloud, scanning company, supplier, recording], next: collected }
      - { id: system, label: In our own system, says: [our system, emis], next: collected }
      - { id: not-sure, label: Not sure, next: end }
  - id: collected
    ask: Has the courier collected the parcel?
    why: { say: It matters. }
    options:
      - { id: "yes", label: "Yes", told: the courier has collected the parcel, says: [picked up], next: police }
      - { id: "no", label: "No, or not yet", told: the courier has not come, says: [still waiting], next: police }
      - { id: not-sure, label: Not sure, next: end }
  - id: police
    ask: Did you tell the police and write to the owner?
    why: { say: It matters. }
    options:
      - { id: both, label: "Yes, both", told: you told the police and wrote to the owner, next: end }
      - { id: neither, label: "No, or only one of them", next: end }
      - { id: not-sure, label: Not sure, next: end }
outcomes:
  - { id: end, title: The end, short: [{ say: That is all., facts: [F-A001] }] }
`).get('lost-bicycle');
if (tree === undefined) throw new Error('The tree is missing.');
const asked = (id: string): Question => {
  const question = questionOf(tree, id);
  if (question === undefined) throw new Error(`No question ${id}.`);
  return question;
};
const meant = (id: string, said: string) => readAnswer(tree, asked(id), said);

describe('an option is understood', () => {
  test.each([
    ['2', 'cloud'],
    ['option 2', 'cloud'],
    ['number 3 please', 'system'],
    ['b', 'cloud'],
    ['the second one', 'cloud'],
    ['the last one', 'not-sure'],
    ['A scanning company or local cloud', 'cloud'],
    ['the cloud one', 'cloud'],
    ['its with the scanning company', 'cloud'],
    ['the company that scans for us', 'cloud'],
    ["it's on EMIS I think", 'system'],
    ['NDS', 'store'],
    ['scaning company', 'cloud'],
    ['suplier', 'cloud'],
    ['not sure', 'not-sure'],
    ['dunno', 'not-sure'],
    ["I don't know", 'not-sure'],
    ['no idea', 'not-sure'],
    ['id have to check', 'not-sure'],
    ['not the cloud but emis', 'system'],
    ['no, the supplier', 'cloud'],
  ])('"%s" → %s', (said, option) => {
    expect(meant('where', said)?.option.id).toBe(option);
  });

  test.each([
    ['yes', 'yes'],
    ['yep', 'yes'],
    ['Y', 'yes'],
    ['yeah it has', 'yes'],
    ['no', 'no'],
    ['nope', 'no'],
    ['not yet', 'no'],
    ['still waiting', 'no'],
    ['it has not yet', 'no'],
    ['it has not', 'no'],
    ['we have not', 'no'],
    ['we do not know', 'not-sure'],
    ['they have', 'yes'],
    ['not sure', 'not-sure'],
    ['hes collected it', 'yes'],
    ['the parcel was collected', 'yes'],
    ['they havent collected it', 'no'],
    ['no courier yet', 'no'],
    ['no they havent collected the parcel', 'no'],
    ['no, nobody has picked it up', 'no'],
  ])('to a yes-or-no question: "%s" → %s', (said, option) => {
    expect(meant('collected', said)?.option.id).toBe(option);
  });
});

describe('what fits none, or more than one, is not guessed', () => {
  test.each(['9', 'purple', '', '   ', 'the store or the cloud', 'what is the weather'])('"%s"', (said) => {
    expect(meant('where', said)).toBeUndefined();
  });

  test('what is denied is not meant', () => {
    expect(meant('where', 'it is not in the cloud any more')).toBeUndefined();
    expect(meant('where', "it isn't in the national store, it's on emis")?.option.id).toBe('system');
  });

  test('another form of a word is not the word when it stands alone', () => {
    expect(meant('where', 'its recordings')?.option.id).toBe('cloud');
    expect(readMentions(tree, 'how long do we keep a record')).toEqual([]);
  });

  test('a longer name wins over one that it contains', () => {
    expect(meant('where', 'it is in the national store now')?.option.id).toBe('store');
  });

  test('a "no" before what belongs to another question is no answer to this one', () => {
    expect(meant('collected', 'no we dont use nds')).toBeUndefined();
    expect(meant('collected', 'they have moved it to emis')).toBeUndefined();
  });

  test.each([
    'ok',
    'yes the vicar knows',
    'yes and no',
    'we did',
    'no wait',
    'yes but only some',
    'not sure whom to ask',
    'nothing in writing',
    'i have asked the manager',
  ])('a remark is no answer: "%s"', (said) => {
    expect(meant('collected', said)).toBeUndefined();
  });

  test('a day beside a yes is no matter', () => {
    expect(meant('police', 'yes, on tuesday')).toMatchObject({ option: { id: 'both' }, sure: true });
  });
});

describe('what a message says of questions that are not open', () => {
  test('is every option that it names', () => {
    const found = readMentions(tree, 'bike is with the scanning company and we are still waiting');
    expect(found.map(({ question, option }) => [question.id, option.id])).toEqual([
      ['where', 'cloud'],
      ['collected', 'no'],
    ]);
  });

  test('is never a lone yes, a number or a doubt', () => {
    for (const said of ['yes', '2', 'not sure', 'no idea']) expect(readMentions(tree, said)).toEqual([]);
    expect(readEarlier(tree, asked('collected'), 'yes')).toBeUndefined();
    expect(readEarlier(tree, asked('where'), '2')).toBeUndefined();
  });

  test('can deny an option', () => {
    const cloud = asked('where').options[1];
    if (cloud === undefined) throw new Error('No such option.');
    expect(isDenied(tree, asked('where'), cloud, 'its not in the cloud')).toBe(true);
    expect(isDenied(tree, asked('where'), cloud, 'no, its in the cloud')).toBe(false);
    expect(isDenied(tree, asked('where'), cloud, 'we dont know')).toBe(false);
  });
});
