import { inPiece, piecesIn, type Corpus } from './corpus';
import { bm25Weight, runFrequencies } from './frequency';
import { buildTermIndex, type TermIndex } from './term-index';

/** The stems of a corpus for the first stage. */
export interface WordIndex {
  readonly terms: TermIndex;
  /** The pieces that are ways into a document: the title under its headings, and each wording. */
  waysInto(doc: number): readonly number[];
  /** BM25 weight of a stem number among documents, by their ways in: what all wordings of one document share stays rare. */
  weightInWays(stem: number): number;
  /** Mean number of words in a way in. */
  readonly meanWay: number;
  /** Mean number of words in all ways into a document that has any. */
  readonly meanWays: number;
}

/** Indexes the stems of a corpus. */
export function buildWordIndex(corpus: Corpus): WordIndex {
  const ways = corpus.docs.map((_, doc) => waysIn(corpus, doc));
  const documents = ways.filter((own) => own.length > 0);
  const frequencies = runFrequencies(
    documents.map((own) => stemsIn(corpus, own)),
    corpus.vocabulary.stems.length,
  );
  const words = ways.flat().reduce((sum, way) => sum + inPiece(corpus, corpus.stems, way).length, 0);
  return {
    terms: buildTermIndex(corpus.docs.map((_, doc) => termDocument(corpus, doc, ways[doc] ?? []))),
    waysInto: (doc) => ways[doc] ?? [],
    weightInWays: (stem) => bm25Weight(documents.length, frequencies[stem] ?? 0),
    meanWay: words / Math.max(ways.flat().length, 1),
    meanWays: words / Math.max(documents.length, 1),
  };
}

function waysIn(corpus: Corpus, doc: number): number[] {
  const ways = piecesIn(corpus, doc).filter((piece) => corpus.kinds[piece] !== 'text');
  return corpus.kinds[ways[1] ?? -1] === 'headings' ? ways.slice(1) : ways;
}

function termDocument(corpus: Corpus, id: number, ways: readonly number[]) {
  const terms = (pieces: readonly number[]): string | undefined => {
    const names = Array.from(stemsIn(corpus, pieces), (stem) => corpus.vocabulary.stems[stem]);
    return names.length > 0 ? names.join(' ') : undefined;
  };
  const isWording = (piece: number): boolean => corpus.kinds[piece] === 'wording';
  return {
    id,
    title: terms(ways.filter((way) => !isWording(way))),
    wordings: terms(ways.filter(isWording)),
    text: terms(piecesIn(corpus, id).filter((piece) => corpus.kinds[piece] === 'text')),
  };
}

/** The stem numbers of neighbouring pieces. */
function stemsIn(corpus: Corpus, pieces: readonly number[]): Int32Array {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first === undefined || last === undefined) return new Int32Array();
  return corpus.stems.subarray(corpus.pieceStart[first], corpus.pieceStart[last + 1]);
}
