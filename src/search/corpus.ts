import type { Doc } from './doc';
import { piecesOf, type Piece } from './pieces';
import { Vocabulary } from './vocabulary';
import { wordsOf } from './words';

/**
 * Documents as numbers: documents, pieces, words and stems are numbered from 0. The arrays of starts have one element
 * more than there are things.
 */
export interface Corpus {
  readonly docs: readonly Doc[];
  readonly vocabulary: Vocabulary;
  /** Word numbers, piece after piece: the words of the piece, then its compounds. */
  readonly words: Int32Array;
  /** The stem number of each of them. */
  readonly stems: Int32Array;
  /** Piece → its first place in `words`. */
  readonly pieceStart: Uint32Array;
  /** Document → its first piece. */
  readonly docStart: Uint32Array;
  /** Piece → its kind. */
  readonly kinds: readonly Piece['kind'][];
}

/** Reads documents into numbers. */
export function readCorpus(docs: readonly Doc[]): Corpus {
  const vocabulary = new Vocabulary();
  const words: number[] = [];
  const pieceStart = [0];
  const docStart = [0];
  const kinds: Piece['kind'][] = [];
  for (const doc of docs) {
    for (const piece of piecesOf(doc)) {
      const found = wordsOf(piece.text);
      for (const word of found.words) words.push(vocabulary.number(word));
      for (const compound of found.compounds) words.push(vocabulary.number(compound));
      pieceStart.push(words.length);
      kinds.push(piece.kind);
    }
    docStart.push(kinds.length);
  }
  const stems = Int32Array.from(words, (word) => vocabulary.stemOf(word));
  return {
    docs,
    vocabulary,
    words: Int32Array.from(words),
    stems,
    pieceStart: Uint32Array.from(pieceStart),
    docStart: Uint32Array.from(docStart),
    kinds,
  };
}

/** The part of a corpus's words or stems that belongs to a piece. */
export function inPiece(corpus: Corpus, numbers: Int32Array, piece: number): Int32Array {
  return inPieces(corpus, numbers, piece, piece + 1);
}

/** The part of a corpus's words or stems that belongs to neighbouring pieces, from the first up to but without the last. */
export function inPieces(
  { pieceStart }: Corpus,
  numbers: Int32Array,
  first: number,
  end: number,
): Int32Array {
  return numbers.subarray(pieceStart[first], pieceStart[end]);
}

/** The part of a corpus's words or stems that belongs to a document. */
export function inDocument(corpus: Corpus, numbers: Int32Array, doc: number): Int32Array {
  return inPieces(corpus, numbers, corpus.docStart[doc] ?? 0, corpus.docStart[doc + 1] ?? 0);
}

/** The numbers of a document's pieces. */
export function piecesIn(corpus: Corpus, doc: number): number[] {
  const [first = 0, end = 0] = [corpus.docStart[doc], corpus.docStart[doc + 1]];
  return Array.from({ length: end - first }, (_, at) => first + at);
}
