import { joinsIn, synonymsIn, type Extra } from './extra-meanings';
import type { Lexicon } from './lexicon';
import { normalise } from './normalise';
import type { Meaning, Question, Term } from './question';
import { repair } from './repair';
import { isStop, tokenOf, type Token } from './token';
import { wordsOf } from './words';

/** A question is read no further than this many characters. */
export const LONGEST_QUESTION = 8_192;
/** Of more content words than this, the rarest that the index knows are kept. */
export const MOST_CONTENT_WORDS = 32;

/** Reads a question for an index. Does not throw, and a hostile text takes no longer than a long question. */
export function readQuestion(text: string, lexicon: Lexicon): Question {
  // Twice: one character of a compatibility form can become eighteen.
  const { words, compounds } = wordsOf(normalise(text.slice(0, LONGEST_QUESTION)).slice(0, LONGEST_QUESTION));
  const tokens = words.map(tokenOf);
  const isContent = tokens.every(isStop) ? () => true : (token: Token) => !isStop(token);
  const known = compounds.map(tokenOf).filter((token) => !isStop(token) && lexicon.frequency(token.stem) > 0);
  const kept = keepRarest(distinct([...tokens.filter(isContent), ...known]), lexicon);

  const readings = new Map(kept.map((token) => [token.stem, readingOf(token, lexicon)]));
  const read = tokens.flatMap((token) => {
    const as = readings.get(token.stem)?.tokens ?? (isContent(token) ? [] : [token]);
    return as.map((each) => ({ ...each, typed: token.stem }));
  });
  const repaired = kept.flatMap(({ word, stem }) => {
    const to = (readings.get(stem)?.tokens ?? []).map((token) => token.word).join(' ');
    return to === word ? [] : [{ from: word, to }];
  });
  const extras = [...joinsIn(tokens, lexicon), ...synonymsIn(read, lexicon)];
  const content = kept.filter(({ stem }) => readings.get(stem)?.tokens.some(isContent));
  return {
    words: read.map(({ word }) => word),
    repaired,
    content: content.map((token) => termOf(token, readings.get(token.stem)?.meanings ?? [], extras)),
    stop: distinct(read.filter((token) => !isContent(token))).map((token) =>
      termOf(token, typed(token, lexicon), []),
    ),
  };
}

/** What a token is read as, and what is searched for. */
interface Reading {
  readonly tokens: readonly Token[];
  readonly meanings: readonly Meaning[];
}

function readingOf(token: Token, lexicon: Lexicon): Reading {
  const isKnown = lexicon.frequency(token.stem) > 0 || lexicon.thesaurus.stems.has(token.stem);
  const repaired = isKnown ? undefined : repair(token.word, lexicon);
  return repaired
    ? { tokens: repaired.words.map(tokenOf), meanings: repaired.meanings }
    : { tokens: [token], meanings: typed(token, lexicon) };
}

function typed({ word, stem }: Token, lexicon: Lexicon): Meaning[] {
  return lexicon.frequency(stem) > 0 ? [{ stem, weight: 1, origin: 'typed', from: word }] : [];
}

function termOf({ word, stem }: Token, own: readonly Meaning[], extras: readonly Extra[]): Term {
  const others = extras.filter(({ of }) => of.includes(stem)).map(({ meaning }) => meaning);
  return { word, stem, meanings: [...own, ...others] };
}

/** The first token of each stem, in order. */
function distinct(tokens: readonly Token[]): Token[] {
  const first = new Map<string, Token>();
  for (const token of tokens) if (!first.has(token.stem)) first.set(token.stem, token);
  return [...first.values()];
}

/** The order stays that of the question. */
function keepRarest(tokens: readonly Token[], lexicon: Lexicon): Token[] {
  if (tokens.length <= MOST_CONTENT_WORDS) return [...tokens];
  const commonness = ({ stem }: Token): number => lexicon.frequency(stem) || Infinity;
  const rarest = [...tokens].sort((a, b) => commonness(a) - commonness(b)).slice(0, MOST_CONTENT_WORDS);
  return tokens.filter((token) => rarest.includes(token));
}
