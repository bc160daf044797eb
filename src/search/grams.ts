import { inPiece, type Corpus } from './corpus';
import { inverseFrequency } from './frequency';

const LENGTH = 4;
const BOUNDARY = ' ';

/** The character 4-grams inside a word, a boundary mark at both ends; a shorter word is one gram. */
export function gramsOf(word: string): string[] {
  const marked = BOUNDARY + word + BOUNDARY;
  if (marked.length <= LENGTH) return [marked];
  return Array.from({ length: marked.length - LENGTH + 1 }, (_, at) => marked.slice(at, at + LENGTH));
}

/** The 4-grams of a corpus. The vector of a piece counts, for each gram, the different words that contain it. */
export interface GramTable {
  readonly numbers: ReadonlyMap<string, number>;
  /** Gram number → inverse piece frequency. */
  readonly weights: Float32Array;
  /** The gram numbers of a word number. */
  ofWord(word: number): Uint32Array;
  /** Piece → length of its vector. */
  readonly pieceLengths: Float32Array;
}

/** Numbers and weighs the grams of a corpus. */
export function buildGramTable(corpus: Corpus): GramTable {
  const numbers = new Map<string, number>();
  const all: number[] = [];
  const starts = [0];
  for (const word of corpus.vocabulary.words) {
    for (const gram of gramsOf(word)) {
      const number = numbers.get(gram) ?? numbers.size;
      numbers.set(gram, number);
      all.push(number);
    }
    starts.push(all.length);
  }
  const grams = Uint32Array.from(all);
  const ofWord = (word: number): Uint32Array => grams.subarray(starts[word], starts[word + 1]);
  return { numbers, ofWord, ...weigh(corpus, ofWord, numbers.size) };
}

function weigh(
  corpus: Corpus,
  ofWord: (word: number) => Uint32Array,
  size: number,
): Pick<GramTable, 'weights' | 'pieceLengths'> {
  const pieces = corpus.kinds.length;
  const counts = new Uint32Array(size);
  /** Counts the grams of a piece, calls `visit` once for each, and clears the counts. */
  const eachGram = (piece: number, visit: (gram: number, count: number) => void): void => {
    const found: number[] = [];
    for (const word of new Set(inPiece(corpus, corpus.words, piece))) {
      for (const gram of ofWord(word)) {
        if (counts[gram] === 0) found.push(gram);
        counts[gram] = (counts[gram] ?? 0) + 1;
      }
    }
    for (const gram of found) {
      visit(gram, counts[gram] ?? 0);
      counts[gram] = 0;
    }
  };
  const frequencies = new Uint32Array(size);
  for (let piece = 0; piece < pieces; piece++) {
    eachGram(piece, (gram) => (frequencies[gram] = (frequencies[gram] ?? 0) + 1));
  }
  const weights = Float32Array.from(frequencies, (frequency) => inverseFrequency(pieces, frequency));
  const pieceLengths = Float32Array.from(corpus.kinds, (_, piece) => {
    let squares = 0;
    eachGram(piece, (gram, count) => (squares += (count * (weights[gram] ?? 0)) ** 2));
    return Math.sqrt(squares);
  });
  return { weights, pieceLengths };
}
