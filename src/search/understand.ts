import type { Origin, Question } from './question';
import { readQuestion } from './read-question';
import type { SearchIndex } from './search-index';

/** What was typed, or read, and what it became. */
export interface Change {
  readonly from: string;
  readonly to: string;
}

/** What the words of a question became. */
export interface Understanding {
  /** The words in order, repaired, normalised, in British spelling. */
  readonly tokens: readonly string[];
  readonly repaired: readonly Change[];
  readonly stopWords: readonly string[];
  /** Content words that the index knows in no form. */
  readonly unknown: readonly string[];
  /** What is searched for beside the words: synonyms, and neighbours that are one word when joined. */
  readonly expansions: readonly Change[];
}

/** Tells how an index reads a question. */
export function understand(index: SearchIndex, query: string): Understanding {
  return describe(readQuestion(query, index.lexicon));
}

function describe({ words, repaired, stop, content }: Question): Understanding {
  const beside: readonly Origin[] = ['joined', 'synonym'];
  const expansions = content.flatMap(({ word, meanings }) =>
    meanings.filter(({ origin }) => beside.includes(origin)).map(({ from }) => ({ from: word, to: from })),
  );
  return {
    tokens: words,
    repaired,
    stopWords: stop.map(({ word }) => word),
    unknown: content.filter(({ meanings }) => meanings.length === 0).map(({ word }) => word),
    expansions: [...new Map(expansions.map((change) => [`${change.from} ${change.to}`, change])).values()],
  };
}
