import type { Problem } from '../content';
import type { Content } from './content';

/** NHS content style: at most twenty words a sentence. */
const MOST_WORDS = 20;

/** Long sentences are lost on a busy reader. */
export function longSentence({ knowledge }: Content): Problem[] {
  return [...knowledge.entries.values()].flatMap(({ id, statements, place }) =>
    statements.flatMap(({ say }) =>
      sentences(say)
        .filter((sentence) => words(sentence) > MOST_WORDS)
        .map((sentence) => ({
          code: 'long-sentence',
          severity: 'warning' as const,
          message: `A sentence of "${id}" has ${words(sentence)} words: "${sentence}"`,
          fix: `make two of it; ${MOST_WORDS} words are enough`,
          ...place,
        })),
    ),
  );
}

function sentences(text: string): string[] {
  return text.split(/(?<=[.?!])\s+(?=[A-Z"'])/);
}

/** Words before a colon introduce a sentence ("PCSE help, undated:") and are not counted. */
function words(sentence: string): number {
  return sentence.replace(/^[^:]{1,60}:\s/, '').match(/[\p{L}\p{N}][\p{L}\p{N}'’./@-]*/gu)?.length ?? 0;
}
