import type { Path } from './authored';
import { shorten } from './quote';

/** How a message names the value at a path: "the file", `"title"`, `item 2 of "facts"`. */
export function label(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  if (typeof last === 'string') return `"${last}"`;
  const list = path.slice(0, -1);
  return `item ${last + 1} of ${list.length === 0 ? 'the list' : label(list)}`;
}

/** The same at the start of a sentence. */
export function subject(path: Path): string {
  const name = label(path);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** How a message names a value, in an author's words rather than in YAML's. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return `"${shorten(value)}"`;
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return 'a group of fields';
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
};

/** How a message names the kind of value that a schema expects. */
export function kind(expected: string): string {
  return KINDS[expected] ?? expected;
}

/** `a`, `a or b`, `a, b or c`. */
export function choice(options: readonly unknown[]): string {
  const words = options.map(String);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

/** `1 item`, `2 items`. */
export function count(amount: number | bigint, noun: string): string {
  return `${String(amount)} ${noun}${amount === 1 ? '' : 's'}`;
}
