import { countEach } from './count-each';
import { inPiece, type Corpus } from './corpus';
import { inverseFrequency, runFrequencies } from './frequency';
import { settings } from './settings';

/** The stems of a corpus. The vector of a piece holds 1 + ln(count) for each stem, times the stem's weight. */
export interface StemTable {
  /** Stem number → inverse piece frequency; less for a stop word. */
  readonly weights: Float32Array;
  /** Piece → length of its vector. */
  readonly pieceLengths: Float32Array;
}

/** Weighs the stems of a corpus. */
export function buildStemTable(corpus: Corpus): StemTable {
  const { vocabulary, kinds } = corpus;
  const pieces = kinds.map((_, piece) => inPiece(corpus, corpus.stems, piece));
  const weights = Float32Array.from(
    runFrequencies(pieces, vocabulary.stems.length),
    (frequency, stem) =>
      inverseFrequency(kinds.length, frequency) * (vocabulary.isStop(stem) ? settings.stopWordInPiece : 1),
  );
  const pieceLengths = Float32Array.from(pieces, (stems) => {
    let squares = 0;
    for (const [stem, count] of countEach(stems))
      squares += ((1 + Math.log(count)) * (weights[stem] ?? 0)) ** 2;
    return Math.sqrt(squares);
  });
  return { weights, pieceLengths };
}
