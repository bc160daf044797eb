import type { Hit } from './hit';
import type { Question, Term } from './question';
import { rarityOf } from './rarity';
import type { SearchIndex } from './search-index';
import type { Signals } from './second-stage';

/** What the confidence in the best hit rests on. None of it is scaled by the other hits, save the margin. */
export interface Evidence {
  /** Best 4-gram cosine of a piece, 0 to 1. */
  readonly grams: number;
  /** Best stem cosine of a piece, 0 and up. */
  readonly stems: number;
  /** Share of the question's content, by rarity, that the document has in some form, 0 to 1. */
  readonly matched: number;
  /** ln(1 + first-stage score ÷ ln(1 + number of documents)): how much was matched, whatever the size of the index. */
  readonly words: number;
  /** How far the next different document stays behind, as a share of the best score, 0 to 0.5. */
  readonly margin: number;
  /** Share of the question's content words that the index knows, 0 to 1; a repaired word is half known. */
  readonly known: number;
  /** Share of the signals by which no other hit is better, 0 to 1. */
  readonly agreed: number;
  /** How far the best of the others stays behind in each signal, as a share of this one's, on average: 0 to 0.5. */
  readonly ahead: number;
}

/** Weighs what speaks for the first of some hits; undefined if there is none. */
export function evidenceFor(
  index: SearchIndex,
  question: Question,
  hits: readonly Hit[],
): Evidence | undefined {
  const [best] = hits;
  if (!best) return undefined;
  const { signals, pieces, terms } = best.why;
  const found = new Set(terms.map(({ word }) => word));
  const rarity = (term: Term): number => rarityOf(index, term);
  return {
    grams: signals.grams,
    stems: pieces.reduce((most, piece) => Math.max(most, piece.stems), 0),
    matched: share(question.content, rarity, (term) => (found.has(term.word) ? 1 : 0)),
    words: Math.log1p(signals.words / Math.log1p(index.corpus.docs.length)),
    margin: marginOf(best, hits),
    known: share(question.content, () => 1, knownness),
    agreed: agreementOn(best, hits),
    ahead: leadOf(best, hits),
  };
}

/** The weighted mean of a measure over terms. */
function share(
  terms: readonly Term[],
  weight: (term: Term) => number,
  measure: (term: Term) => number,
): number {
  const total = terms.reduce((sum, term) => sum + weight(term), 0);
  return total === 0 ? 0 : terms.reduce((sum, term) => sum + weight(term) * measure(term), 0) / total;
}

function knownness({ meanings }: Term): number {
  if (meanings.length === 0) return 0;
  return meanings.every(({ origin }) => origin === 'repaired') ? 0.5 : 1;
}

function leadOf(best: Hit, hits: readonly Hit[]): number {
  const others = hits.filter((hit) => hit !== best && isDifferent(hit, best));
  const leads = signalsOf(best).map((name) => {
    const own = best.why.signals[name];
    const next = others.reduce((most, { why }) => Math.max(most, why.signals[name]), 0);
    return own <= 0 ? 0 : Math.max(0, Math.min(MOST_MARGIN, 1 - next / own));
  });
  return leads.reduce((sum, lead) => sum + lead, 0) / leads.length;
}

function signalsOf({ why }: Hit): (keyof Signals)[] {
  return Object.keys(why.signals) as (keyof Signals)[];
}

function isDifferent(hit: Hit, best: Hit): boolean {
  return hit.title !== best.title || hit.title === '';
}

function agreementOn(best: Hit, hits: readonly Hit[]): number {
  const names = signalsOf(best);
  const led = names.filter((name) => hits.every(({ why }) => why.signals[name] <= best.why.signals[name]));
  return led.length / names.length;
}

/** To be far ahead of nothing says little: a sole match is often a chance one. */
const MOST_MARGIN = 0.5;

/** Two documents with one title count as one: both answer. */
function marginOf(best: Hit, hits: readonly Hit[]): number {
  const next = hits.find((hit) => hit !== best && isDifferent(hit, best));
  const ahead = best.score === 0 ? 0 : 1 - (next?.score ?? 0) / best.score;
  return Math.max(0, Math.min(MOST_MARGIN, ahead));
}
