import type { Problem } from '../content';
import type { Content } from './content';

/** A wording that two entries share can find only one of them: the entries need an offer between them, or plainer headings. */
export function sharedWording({ knowledge }: Content): Problem[] {
  const first = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { id, title, wordings, place } of knowledge.entries.values())
    for (const words of new Set([title, ...wordings].map(bare))) {
      const other = first.get(words);
      if (other === undefined) first.set(words, id);
      else if (other !== id)
        problems.push({
          code: 'shared-wording',
          severity: 'warning',
          message: `"${id}" and "${other}" both claim the wording "${words}".`,
          fix: 'take it out of one of them, or make it say what that entry alone answers',
          ...place,
        });
    }
  return problems;
}

function bare(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
