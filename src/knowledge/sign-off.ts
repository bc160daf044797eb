import { readYaml, setInYaml } from '../content';
import type { Path } from '../content';
import { ConflictFile, FaqFile, GlossaryFile } from './schema';

export interface SignOff {
  /** Who approved the words, as it is to be shown. */
  readonly by: string;
  /** The day, `2026-11-20`. */
  readonly on: string;
}

/**
 * The file's text with the entry signed off; comments and order are kept. A section of a guidance page is signed off with its whole page.
 * Throws when the file holds no such entry.
 */
export function signOff(file: string, text: string, entry: string, { by, on }: SignOff): string {
  const fields = { status: 'reviewed', reviewedBy: by, reviewedOn: on };
  const set = (yaml: string, path: Path): string =>
    Object.entries(fields).reduce((now, [key, value]) => setInYaml(now, path, key, value), yaml);
  if (!file.endsWith('.md')) return set(text, pathOf(file, text, entry));
  const [, open = '', front = '', rest = ''] = /^(---\r?\n)([\s\S]*?\n)(---[\s\S]*)$/.exec(text) ?? [];
  if (open === '') throw new Error(`${file} has no front matter between lines of ---.`);
  return `${open}${set(front, [])}${rest}`;
}

function pathOf(file: string, text: string, entry: string): Path {
  const lists: [string, readonly { id: string }[] | undefined, string][] = [
    ['entries', valueOf(readYaml(file, text, FaqFile))?.entries, ''],
    ['conflicts', valueOf(readYaml(file, text, ConflictFile))?.conflicts, 'conflict-'],
    ['terms', valueOf(readYaml(file, text, GlossaryFile))?.terms, 'term-'],
  ];
  for (const [list, items, prefix] of lists) {
    const i = items?.findIndex(({ id }) => `${prefix}${id}` === entry) ?? -1;
    if (i !== -1) return [list, i];
  }
  throw new Error(`${file} holds no entry "${entry}".`);
}

function valueOf<T>(reading: { ok: true; authored: { value: T } } | { ok: false }): T | undefined {
  return reading.ok ? reading.authored.value : undefined;
}
