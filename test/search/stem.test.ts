import { stem } from '../../src/search/stem';

describe('stem', () => {
  test('gives the inflections of a word one stem', () => {
    expect(new Set(['transfer', 'transfers', 'transferred', 'transferring'].map(stem)).size).toBe(1);
  });

  test('takes the plural s from initials', () => {
    expect(['gps', 'ndrs', 'pts'].map(stem)).toEqual(['gp', 'ndr', 'pt']);
  });

  test('leaves codes whole', () => {
    expect(['gp2gp', 'gms3', 'fp69'].map(stem)).toEqual(['gp2gp', 'gms3', 'fp69']);
  });

  test('keeps the s of words that end in two', () => {
    expect(stem('nhss')).toBe('nhss');
  });
});
