import type { Question } from './question';
import { rarityOf } from './rarity';
import { runCounter } from './run-counter';
import type { SearchIndex } from './search-index';

/**
 * Makes the measure of how much of a question's content a document has, each word by its rarity and by the weight of the
 * form in which the document has it: 0 to 1. How often it has a word makes no difference.
 */
export function coverer(index: SearchIndex, question: Question): (doc: number) => number {
  const { corpus } = index;
  const { vocabulary } = corpus;
  const slots = new Map<number, number>();
  const slotOf = (stem: string): number => {
    const number = vocabulary.stemNumber(stem) ?? -1;
    const slot = slots.get(number) ?? slots.size;
    slots.set(number, slot);
    return slot;
  };
  const terms = question.content.map((term) => ({
    rarity: rarityOf(index, term),
    forms: term.meanings.map(({ stem, weight }) => ({ slot: slotOf(stem), weight })),
  }));
  const total = terms.reduce((sum, { rarity }) => sum + rarity, 0);
  const count = runCounter(corpus.stems, vocabulary.stems.length, slots.keys());
  return (doc) => {
    const [first = 0, end = 0] = [corpus.docStart[doc], corpus.docStart[doc + 1]];
    const counts = count(corpus.pieceStart[first] ?? 0, corpus.pieceStart[end] ?? 0);
    let covered = 0;
    for (const { rarity, forms } of terms) {
      let best = 0;
      for (const { slot, weight } of forms) if ((counts[slot] ?? 0) > 0) best = Math.max(best, weight);
      covered += rarity * best;
    }
    return total === 0 ? 0 : covered / total;
  };
}
