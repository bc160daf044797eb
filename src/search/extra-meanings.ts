import type { Lexicon } from './lexicon';
import type { Meaning } from './question';
import { settings } from './settings';
import { isStop, tokenOf, type Token } from './token';

/** A stem to search for beside the words of a question, and the stems of the words that it stands for. */
export interface Extra {
  readonly of: readonly string[];
  readonly meaning: Meaning;
}

/** Joins are looked for among this many words: in a longer question one more says little. */
const MOST_TO_JOIN = 128;

/** Two or three neighbours that are one word of the index when written together: `re print`, `gp 2 gp`. */
export function joinsIn(question: readonly Token[], lexicon: Lexicon): Extra[] {
  const tokens = question.slice(0, MOST_TO_JOIN);
  return tokens.flatMap((_, from) =>
    [from + 2, from + 3].flatMap((to) => {
      const parts = tokens.slice(from, to);
      const joined = tokenOf(parts.map(({ word }) => word).join(''));
      const isWord = to <= tokens.length && !isStop(joined) && lexicon.frequency(joined.stem) > 0;
      if (!isWord || parts.every(isStop)) return [];
      const meaning = {
        stem: joined.stem,
        weight: settings.joined,
        origin: 'joined',
        from: joined.word,
      } as const;
      return [{ of: parts.map(({ stem }) => stem), meaning }];
    }),
  );
}

/** The other forms of terms that stand in a question. */
export function synonymsIn(read: readonly (Token & { readonly typed: string })[], lexicon: Lexicon): Extra[] {
  return lexicon.thesaurus.match(read.map(({ stem }) => stem)).flatMap(({ from, to, others }) => {
    const of = read.slice(from, to).map(({ typed }) => typed);
    return others.flatMap(({ stems, text }) =>
      stems
        .filter((stem) => lexicon.frequency(stem) > 0)
        .map((stem) => {
          const weight = settings.synonym / Math.sqrt(stems.length);
          return { of, meaning: { stem, weight, origin: 'synonym', from: text } as const };
        }),
    );
  });
}
