import { british } from '../../src/search/british';

describe('british', () => {
  test.each([
    ['digitized', 'digitised'],
    ['organization', 'organisation'],
    ['analyze', 'analyse'],
    ['color', 'colour'],
    ['behavior', 'behaviour'],
    ['center', 'centre'],
    ['license', 'licence'],
    ['practise', 'practice'],
    ['catalog', 'catalogue'],
    ['program', 'programme'],
    ['pediatric', 'paediatric'],
    ['judgment', 'judgement'],
  ])('writes %s as %s', (american, spelling) => {
    expect(british(american)).toBe(spelling);
  });

  test.each(['size', 'prize', 'doctor', 'letter', 'hospital', 'record'])('leaves %s alone', (word) => {
    expect(british(word)).toBe(word);
  });

  test('gives one key to a doubled and a single l', () => {
    expect(british('cancelled')).toBe(british('canceled'));
    expect(british('labelling')).toBe(british('labeling'));
  });
});
