import { matchOption, mentionedOption } from '../../src/dialogs';
import type { Question } from '../../src/dialogs';

const question: Question = {
  id: 'where',
  ask: 'Where is it?',
  why: { say: 'It matters.' },
  options: [
    {
      id: 'store',
      label: 'The national store (NDS)',
      says: ['nds', 'national store', 'the store'],
      next: 'a',
    },
    {
      id: 'cloud',
      label: 'A scanning company or local cloud',
      says: ['cloud', 'scanning company', 'supplier'],
      next: 'b',
    },
    { id: 'system', label: 'In our own system', says: ['our system', 'emis'], next: 'c' },
    { id: 'not-sure', label: 'Not sure', next: 'd' },
  ],
};
const assent: Question = {
  ...question,
  options: [
    { id: 'yes', label: 'Yes', next: 'a' },
    { id: 'no', label: 'No, or not yet', says: ['still waiting'], next: 'b' },
    { id: 'not-sure', label: 'Not sure', next: 'c' },
  ],
};

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
    ["it's on EMIS I think", 'system'],
    ['NDS', 'store'],
    ['scaning company', 'cloud'],
    ['suplier', 'cloud'],
    ['not sure', 'not-sure'],
    ['dunno', 'not-sure'],
    ["I don't know", 'not-sure'],
    ['no idea', 'not-sure'],
  ])('"%s" → %s', (said, option) => {
    expect(matchOption(question, said)?.id).toBe(option);
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
    ['we have no contract', 'no'],
    ['it is not', 'no'],
    ['we have not', 'no'],
    ['we do not know', 'not-sure'],
    ['they have', 'yes'],
    ['not sure', 'not-sure'],
  ])('to a yes-or-no question: "%s" → %s', (said, option) => {
    expect(matchOption(assent, said)?.id).toBe(option);
  });
});

describe('what fits none, or more than one, is not guessed', () => {
  test.each(['9', 'purple', '', '   ', 'the store or the cloud', 'what is the weather'])('"%s"', (said) => {
    expect(matchOption(question, said)).toBeUndefined();
  });

  test('what is denied is not meant', () => {
    expect(mentionedOption(question, 'it is not in the cloud any more')).toBeUndefined();
    expect(mentionedOption(question, "it isn't in the national store, it's on emis")?.id).toBe('system');
  });

  test('a longer name wins over one that it contains', () => {
    expect(mentionedOption(question, 'it is in the national store now')?.id).toBe('store');
  });
});
