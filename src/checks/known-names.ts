import { nearest } from '../content';
import type { Problem } from '../content';
import type { Content } from './content';

/** Trees name facts, contacts and conflicts that exist; entries name guides that exist. */
export function knownNames({ knowledge, trees }: Content): Problem[] {
  const known = {
    fact: knowledge.facts,
    contact: knowledge.contacts,
    conflict: knowledge.disagreements,
  } as const;
  const mentioned = [...trees.values()].flatMap((tree) => tree.mentions);
  const guides = [...knowledge.entries.values()].flatMap(({ guide, place }) =>
    guide === undefined ? [] : [{ kind: 'guide' as const, id: guide, place }],
  );
  return [...mentioned, ...guides].flatMap(({ kind, id, place }) => {
    const ids: ReadonlyMap<string, unknown> = kind === 'guide' ? trees : known[kind];
    if (ids.has(id)) return [];
    const guess = nearest(id, [...ids.keys()]);
    const fix = guess === undefined ? 'name one that exists, or add it' : `did you mean "${guess}"?`;
    return [
      {
        code: `unknown-${kind}`,
        severity: 'error',
        message: `There is no ${kind} with the id "${id}".`,
        fix,
        ...place,
      } satisfies Problem,
    ];
  });
}
