/**
 * The object that was stored as JSON; undefined when there is none to be read, so that one damaged row costs no more than
 * itself. What is stored was written here: its fields are trusted.
 */
export function objectIn(json: string): object | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
