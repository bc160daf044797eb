import { isLikelySlip } from '../../src/search/likely-slip';

describe('isLikelySlip', () => {
  test.each([
    ['neighbours swapped', 'recrod', 'record'],
    ['the key beside', 'recird', 'record'],
    ['the key above', 'tecord', 'record'],
    ['the key below', 'rdcord', 'record'],
    ['a letter doubled', 'reccord', 'record'],
    ['a letter not doubled', 'adress', 'address'],
    ['the last letter doubled', 'recordd', 'record'],
  ])('holds for %s', (_, typed, meant) => {
    expect(isLikelySlip(typed, meant)).toBe(true);
  });

  test.each([
    ['a key far off', 'repord', 'record'],
    ['a letter missing', 'recrd', 'record'],
    ['a letter too many', 'recpord', 'record'],
    ['an accented letter', 'rècord', 'record'],
  ])('does not hold for %s', (_, typed, meant) => {
    expect(isLikelySlip(typed, meant)).toBe(false);
  });
});
