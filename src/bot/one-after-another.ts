/** Runs pieces of work of the same key one after another, in the order in which they came; different keys do not wait. */
export type OneAfterAnother = <T>(key: string, work: () => Promise<T>) => Promise<T>;

export function oneAfterAnother(): OneAfterAnother {
  const last = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const mine = (last.get(key) ?? Promise.resolve()).then(work);
    const settled = mine.catch(() => undefined);
    last.set(key, settled);
    try {
      return await mine;
    } finally {
      if (last.get(key) === settled) last.delete(key);
    }
  };
}
