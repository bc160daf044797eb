/** The value that was stored as JSON; undefined when it cannot be read. What we store, we wrote: its shape is trusted. */
export function jsonIn(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}
