import { makeLibrary } from '../conversation';
import type { Library } from '../conversation';

/** The library with at most so many wordings an entry, spread evenly over the styles in which they are written. */
export function thinWordings(whole: Library, most: number): Library {
  const thin = (wordings: readonly string[]): string[] =>
    wordings.length <= most
      ? [...wordings]
      : Array.from({ length: most }, (_, i) => wordings[Math.floor((i * wordings.length) / most)] ?? '');
  const entries = new Map(
    [...whole.knowledge.entries].map(([id, entry]) => [id, { ...entry, wordings: thin(entry.wordings) }]),
  );
  return makeLibrary({ ...whole, knowledge: { ...whole.knowledge, entries } });
}
