import type { Authored, Path } from '../content';
import type { Mention } from './tree';

const KINDS = { facts: 'fact', ask: 'contact', conflicts: 'conflict' } as const;

/** Every fact, contact and conflict named anywhere in the file. */
export function mentions({ value, at }: Authored<unknown>): Mention[] {
  const visit = (part: unknown, path: Path): Mention[] => {
    if (Array.isArray(part)) return part.flatMap((each, i) => visit(each, [...path, i]));
    if (typeof part !== 'object' || part === null) return [];
    return Object.entries(part).flatMap(([key, inner]: [string, unknown]) => {
      if (!isKind(key) || !Array.isArray(inner)) return visit(inner, [...path, key]);
      return inner.map((id, i) => ({ kind: KINDS[key], id: String(id), place: at([...path, key, i]) }));
    });
  };
  return visit(value, []);
}

function isKind(key: string): key is keyof typeof KINDS {
  return key in KINDS;
}
