import type { Problem } from '../content';
import { removeIdentifiers } from '../privacy';
import type { Content } from './content';

/** Content is public: nothing in it may look like a patient's number, address or date of birth. */
export function identifierInContent({ knowledge }: Content): Problem[] {
  return [...knowledge.entries.values()].flatMap(({ id, title, wordings, statements, place }) =>
    [title, ...wordings, ...statements.map(({ say }) => say)].flatMap((text) => {
      const { kinds } = removeIdentifiers(text);
      return kinds.length === 0
        ? []
        : [
            {
              code: 'identifier-in-content',
              severity: 'warning' as const,
              message: `"${id}" holds what looks like ${kinds.join(' and ')}: "${text}"`,
              fix: 'write it without; a person who types it would have it taken out',
              ...place,
            },
          ];
    }),
  );
}
