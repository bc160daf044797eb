import { setTimeout as wait } from 'node:timers/promises';
import { oneAfterAnother } from '../../src/bot/one-after-another';

test('work of one key is done in the order in which it came', async () => {
  const inTurn = oneAfterAnother();
  const done: string[] = [];
  const work = (name: string, ms: number) => () => wait(ms).then(() => done.push(name));
  await Promise.all([
    inTurn('a', work('first', 20)),
    inTurn('a', work('second', 1)),
    inTurn('b', work('other', 5)),
  ]);
  expect(done).toEqual(['other', 'first', 'second']);
});

test('a failure reaches whoever asked for it and nobody after', async () => {
  const inTurn = oneAfterAnother();
  const failing = inTurn('a', () => Promise.reject(new Error('no')));
  const next = inTurn('a', () => Promise.resolve('yes'));
  await expect(failing).rejects.toThrow('no');
  await expect(next).resolves.toBe('yes');
});
