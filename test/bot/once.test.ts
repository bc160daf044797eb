import { once } from '../../src/bot/once';

test('who comes again gets the first result, while it is made and afterwards', async () => {
  const doOnce = once<number>();
  let runs = 0;
  const work = () => Promise.resolve((runs += 1));
  await expect(Promise.all([doOnce('a', work), doOnce('a', work)])).resolves.toEqual([1, 1]);
  await expect(doOnce('a', work)).resolves.toBe(1);
  await expect(doOnce('b', work)).resolves.toBe(2);
});

test('a failure is not remembered', async () => {
  const doOnce = once<string>();
  await expect(doOnce('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(doOnce('a', () => Promise.resolve('yes'))).resolves.toBe('yes');
});

test('after ten minutes the same key is new work', async () => {
  let clock = 0;
  const doOnce = once<number>(() => clock);
  await doOnce('a', () => Promise.resolve(1));
  clock = 10 * 60 * 1000 - 1;
  await expect(doOnce('a', () => Promise.resolve(2))).resolves.toBe(1);
  clock += 1;
  await expect(doOnce('a', () => Promise.resolve(2))).resolves.toBe(2);
});

test('it remembers no more than ten thousand keys', async () => {
  const doOnce = once<number>(() => 0);
  await doOnce('first', () => Promise.resolve(1));
  for (let n = 0; n < 10_001; n += 1) await doOnce(`key ${n}`, () => Promise.resolve(n));
  await expect(doOnce('first', () => Promise.resolve(2))).resolves.toBe(2);
});
