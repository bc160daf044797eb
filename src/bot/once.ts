/** Runs a piece of work once for a key: whoever comes again gets the first one's result. A failure is not remembered. */
export type Once<T> = (key: string, work: () => Promise<T>) => Promise<T>;

/** Ten minutes: channels deliver again within seconds, people press "retry" within minutes. */
const rememberedFor = 10 * 60 * 1000;
const remembered = 10_000;

export function once<T>(now: () => number = Date.now): Once<T> {
  const results = new Map<string, { readonly since: number; readonly result: Promise<T> }>();

  /** The map keeps the order of insertion, so that what is old stands first. */
  function forgetOld(): void {
    for (const [key, { since }] of results) {
      if (results.size <= remembered && now() - since < rememberedFor) return;
      results.delete(key);
    }
  }

  return async (key, work) => {
    forgetOld();
    const earlier = results.get(key);
    if (earlier) return earlier.result;
    const result = work();
    results.set(key, { since: now(), result });
    try {
      return await result;
    } catch (error) {
      results.delete(key);
      throw error;
    }
  };
}
