import { runCounter } from '../../src/search/run-counter';

describe('runCounter', () => {
  test('counts the wanted numbers in a part of a run, and nothing else', () => {
    const count = runCounter(Int32Array.of(5, 2, 2, 0, 5, 2), 6, [2, 4, 5]);
    expect([...count(1, 5)]).toEqual([2, 0, 1]);
    expect([...count(0, 1)]).toEqual([0, 0, 1]);
    expect([...count(3, 3)]).toEqual([0, 0, 0]);
  });
});
