import { describeRemoved } from '../../src/privacy';
import { DETECTORS } from '../../src/privacy/remove-identifiers';

test.each([
  [[], ''],
  [['NHS number'], 'I left out what looks like an NHS number. Please do not type patient details.'],
  [
    ['NHS number', 'name'],
    'I left out what looks like an NHS number and a name. Please do not type patient details.',
  ],
  [
    ['date of birth', 'e-mail address', 'National Insurance number'],
    'I left out what looks like a date of birth, an e-mail address and a National Insurance number. Please do not type patient details.',
  ],
])('%j is put into words', (kinds, sentence) => {
  expect(describeRemoved(kinds)).toBe(sentence);
});

test('the sentence about every kind is itself free of identifiers', async () => {
  const { removeIdentifiers } = await import('../../src/privacy');
  const sentence = describeRemoved(DETECTORS.map(({ kind }) => kind));
  expect(removeIdentifiers(sentence)).toEqual({ text: sentence, kinds: [] });
});
