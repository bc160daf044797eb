import { inDocument } from './corpus';
import { piecesOf, type Piece } from './pieces';
import type { Origin, Question } from './question';
import type { SearchIndex } from './search-index';
import type { Ranked, Signals } from './second-stage';

/** A document found, and why. */
export interface Hit {
  readonly id: string;
  readonly title: string;
  /** 0 to 1, for the order within one search only: the best of a bad lot scores high too. 0 after the first fifty. */
  readonly score: number;
  readonly why: Why;
}

/** What speaks for a hit. */
export interface Why {
  /** The content words of the question that the document has in some form. */
  readonly terms: readonly FoundTerm[];
  /** The parts of the document that are nearest to the question, nearest first, at most three. */
  readonly pieces: readonly FoundPiece[];
  /** Comparable between questions to the same index. */
  readonly signals: Signals;
}

/** A word of the question and the form in which the document has it. */
export interface FoundTerm {
  readonly word: string;
  readonly found: string;
  readonly origin: Origin;
}

/** A part of a document and its nearness to the question. */
export interface FoundPiece extends Piece {
  /** Cosine of character 4-grams. */
  readonly grams: number;
  /** Cosine of word stems. */
  readonly stems: number;
}

const MOST_PIECES = 3;

/** Makes a ranked document a hit. */
export function hitOf(index: SearchIndex, question: Question, { doc, score, signals, pieces }: Ranked): Hit {
  const given = index.corpus.docs[doc];
  if (!given) throw new RangeError(`document ${doc} of ${index.corpus.docs.length}: there is no such number`);
  const own = piecesOf(given);
  const first = index.corpus.docStart[doc] ?? 0;
  const nearest = [...pieces].sort((a, b) => b.grams + b.stems - (a.grams + a.stems) || a.piece - b.piece);
  const found = nearest.slice(0, MOST_PIECES).flatMap(({ piece, grams, stems }) => {
    const part = own[piece - first];
    return part && grams > 0 ? [{ ...part, grams, stems }] : [];
  });
  return {
    id: given.id,
    title: given.title,
    score,
    why: { terms: termsFound(index, question, doc), pieces: found, signals },
  };
}

function termsFound({ corpus }: SearchIndex, question: Question, doc: number): FoundTerm[] {
  const has = new Set(inDocument(corpus, corpus.stems, doc));
  return question.content.flatMap(({ word, meanings }) => {
    const meaning = meanings.find(({ stem }) => has.has(corpus.vocabulary.stemNumber(stem) ?? -1));
    return meaning ? [{ word, found: meaning.from, origin: meaning.origin }] : [];
  });
}
