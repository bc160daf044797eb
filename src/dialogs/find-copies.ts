import type { z } from 'zod';
import type { Authored, Problem } from '../content';
import { mistake } from './mistake';
import type { TreeFile } from './schema';

/**
 * The same question (same words, same options) written out in two trees. Copies drift apart, and a person who is led from the one tree into
 * the other is asked twice.
 */
export function findCopies(written: readonly Authored<z.infer<typeof TreeFile>>[]): Problem[] {
  const seen = new Map<string, { readonly id: string; readonly file: string }>();
  return written.flatMap(({ value, at }) =>
    value.questions.flatMap((question, i) => {
      if ('use' in question) return [];
      const options = question.options.map(({ id }) => id).sort();
      const key = [question.ask.toLowerCase(), ...options].join('\n');
      const place = at(['questions', i]);
      const other = seen.get(key);
      if (other === undefined) {
        seen.set(key, { id: question.id, file: place.file });
        return [];
      }
      const message = `The question "${question.ask}" is written in ${other.file} as well, as "${other.id}".`;
      const fix = 'write it once in _shared.yaml, and take it with `use:` in both';
      return [mistake('copied-question', message, fix, place)];
    }),
  );
}
