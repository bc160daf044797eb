import type { Lexicon } from './lexicon';
import type { Meaning } from './question';
import { settings } from './settings';
import { stem } from './stem';

/** An unknown word made good. */
export interface Repair {
  /** What it is read as: one word, or two that were written together; the word itself if nothing is near. */
  readonly words: readonly string[];
  readonly meanings: readonly Meaning[];
}

/** Repairs a word that the index does not know. */
export function repair(word: string, lexicon: Lexicon): Repair {
  const corrections = lexicon.correct(word);
  const [best] = corrections;
  if (best) {
    const byStem = new Map<string, Meaning>();
    for (const { word: from, weight } of corrections) {
      const known = byStem.get(stem(from));
      if (known) byStem.set(known.stem, { ...known, weight: known.weight + weight });
      else byStem.set(stem(from), { stem: stem(from), weight, origin: 'repaired', from });
    }
    return { words: [best.word], meanings: [...byStem.values()] };
  }
  const words = split(word, lexicon);
  const meanings = words.map((from): Meaning => ({
    stem: stem(from),
    weight: settings.joined,
    origin: 'split',
    from,
  }));
  return words.length > 0 ? { words, meanings } : { words: [word], meanings: [] };
}

const SHORTEST_TO_SPLIT = 5;

/** The two known words that a word is made of, the likeliest if there are several; none if there are none. */
function split(word: string, lexicon: Lexicon): string[] {
  let best: string[] = [];
  let commonest = 0;
  if (word.length < SHORTEST_TO_SPLIT) return best;
  for (let at = 1; at < word.length - 1; at++) {
    const parts = [word.slice(0, at), word.slice(at)];
    const commonness = parts.reduce((product, part) => product * lexicon.wordFrequency(part), 1);
    if (commonness > commonest) {
      commonest = commonness;
      best = parts;
    }
  }
  return best;
}
