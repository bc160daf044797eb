/** The value that was stored as JSON; undefined when it cannot be read. What we store, we wrote: its shape is trusted. */
export function jsonIn<T>(json: string): T | undefined {
  try {
    return JSON.parse(json) as T;
  } catch {
    return undefined;
  }
}
