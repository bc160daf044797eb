import { inPiece, piecesIn } from './corpus';
import { coverer } from './coverage';
import type { Scored } from './first-stage';
import { scorePairs } from './pairs';
import { vectorOf, type QuestionVector } from './question-vector';
import type { Question } from './question';
import { runCounter } from './run-counter';
import type { SearchIndex } from './search-index';
import { settings } from './settings';
import { sumBest } from './sum-best';

/** How near a piece of a document is to a question. */
export interface Nearness {
  readonly piece: number;
  /** Cosine of 4-grams, 0 to 1. */
  readonly grams: number;
  /** Cosine of stems with the piece's length to a power below 1: 0 and up, mostly below 1. */
  readonly stems: number;
}

/** What speaks for a document, each 0 and up, unscaled: comparable between questions to the same index. */
export interface Signals {
  /** BM25 over the document's text and best ways in. */
  readonly words: number;
  /** Best 4-gram cosine of its pieces. */
  readonly grams: number;
  /** Best stem cosines of its pieces, added up. */
  readonly stems: number;
  /** BM25 over pairs of neighbouring words. */
  readonly pairs: number;
  /** Share of the question's content that it has, by rarity, 0 to 1. */
  readonly coverage: number;
}

/** A document ranked again. */
export interface Ranked {
  readonly doc: number;
  /** 0 to 1: the signals, each divided by its largest in this ranking. */
  readonly score: number;
  readonly signals: Signals;
  readonly pieces: readonly Nearness[];
}

/** Ranks documents of the first stage again, best first; equal ones by id. */
export function secondStage(index: SearchIndex, question: Question, found: readonly Scored[]): Ranked[] {
  const compare = comparer(index, question);
  const measured = found.map(({ doc, score }) => compare(doc, score));
  const scale = scaleOf(measured.map(({ signals }) => signals));
  const ranked = measured.map((each) => ({ ...each, score: scale(each.signals) }));
  return ranked.sort((a, b) => b.score - a.score || a.doc - b.doc);
}

const NAMES = ['words', 'grams', 'stems', 'pairs', 'coverage'] as const;

function scaleOf(all: readonly Signals[]): (signals: Signals) => number {
  const largest = (measure: (signals: Signals) => number): number =>
    all.reduce((most, signals) => Math.max(most, measure(signals)), 0);
  const shares = NAMES.map((name) => ({
    name,
    share: settings.signals[name],
    most: largest((signals) => signals[name]),
  }));
  const total = shares.reduce((sum, { share }) => sum + share, largest(verbatim));
  return (signals) => {
    const parts = shares.map(({ name, share, most }) => (most > 0 ? (share * signals[name]) / most : 0));
    return Math.min(1, parts.reduce((sum, part) => sum + part, verbatim(signals)) / total); // the shares can round to just above 1
  };
}

/** What a document gains whose wording is the question nearly letter for letter: no other agreement outweighs it. */
function verbatim({ grams }: Signals): number {
  const { from, share } = settings.verbatim;
  return (share * Math.max(0, grams - from)) / (1 - from);
}

function comparer(
  index: SearchIndex,
  question: Question,
): (doc: number, words: number) => Omit<Ranked, 'score'> {
  const { corpus } = index;
  const asked = vectorOf(question, index);
  const coverage = coverer(index, question);
  const gramCosine = gramComparer(index, asked);
  const stemCosine = stemComparer(index, asked);
  return (doc, words) => {
    const pieces = piecesIn(corpus, doc).map((piece) => ({
      piece,
      grams: gramCosine(piece),
      stems: stemCosine(piece),
    }));
    const grams = pieces.reduce((most, piece) => Math.max(most, piece.grams), 0);
    const stems = sumBest(
      pieces.map((piece) => piece.stems),
      settings.pieces,
    );
    const pairs = scorePairs(asked.pairs, corpus, index.pairs, doc);
    return { doc, pieces, signals: { words, grams, stems, pairs, coverage: coverage(doc) } };
  };
}

/** A gram's count in a piece is the number of different words with it, so the product adds up word by word. */
function gramComparer(
  { corpus, grams }: SearchIndex,
  { grams: asked }: QuestionVector,
): (piece: number) => number {
  const productOfWord = new Float32Array(corpus.vocabulary.words.length).fill(NaN);
  const lastPiece = new Int32Array(productOfWord.length).fill(-1);
  return (piece) => {
    let sum = 0;
    for (const word of inPiece(corpus, corpus.words, piece)) {
      if (lastPiece[word] === piece) continue;
      lastPiece[word] = piece;
      let product = productOfWord[word] ?? NaN;
      if (Number.isNaN(product)) {
        product = 0;
        for (const gram of grams.ofWord(word)) product += asked.products.get(gram) ?? 0;
        productOfWord[word] = product;
      }
      sum += product;
    }
    return sum === 0 ? 0 : Math.min(1, sum / (asked.length * (grams.pieceLengths[piece] ?? 1)));
  };
}

function stemComparer(
  { corpus, stems }: SearchIndex,
  { stems: asked }: QuestionVector,
): (piece: number) => number {
  const products = [...asked.products.values()];
  const count = runCounter(corpus.stems, corpus.vocabulary.stems.length, asked.products.keys());
  return (piece) => {
    const counts = count(corpus.pieceStart[piece] ?? 0, corpus.pieceStart[piece + 1] ?? 0);
    let sum = 0;
    products.forEach((product, at) => {
      const found = counts[at] ?? 0;
      if (found > 0) sum += product * (1 + Math.log(found));
    });
    return sum === 0
      ? 0
      : sum / (asked.length * (stems.pieceLengths[piece] ?? 1) ** settings.pieceLengthPower);
  };
}
