import { inPieces, type Corpus } from './corpus';
import { bm25Weight, runFrequencies } from './frequency';
import { buildTermIndex, type TermDocument, type TermIndex } from './term-index';

/** The stems of a corpus for the first stage. */
export interface WordIndex {
  readonly terms: TermIndex;
  readonly ways: Ways;
  /** Stem number → BM25 weight among documents, by their ways in: what all wordings of one document share stays rare. */
  readonly wayWeights: Float64Array;
  /** Mean number of words in a way in. */
  readonly meanWay: number;
  /** Mean number of words in all ways into a document that has any. */
  readonly meanWays: number;
}

/** Document → the pieces that are ways into it: the title under its headings, and each wording. */
export interface Ways {
  /** The first of them. */
  readonly starts: Uint32Array;
  /** The piece after the last. */
  readonly ends: Uint32Array;
}

/** Indexes the stems of a corpus. */
export function buildWordIndex(corpus: Corpus): WordIndex {
  const ways = waysInto(corpus);
  const documents = [...corpus.docs.keys()].filter((doc) => start(ways, doc) < end(ways, doc));
  const runs = documents.map((doc) => inPieces(corpus, corpus.stems, start(ways, doc), end(ways, doc)));
  const frequencies = runFrequencies(runs, corpus.vocabulary.stems.length);
  const words = runs.reduce((sum, run) => sum + run.length, 0);
  const pieces = documents.reduce((sum, doc) => sum + end(ways, doc) - start(ways, doc), 0);
  return {
    terms: buildTermIndex(termDocuments(corpus, ways), corpus.vocabulary),
    ways,
    wayWeights: Float64Array.from(frequencies, (frequency) => bm25Weight(runs.length, frequency)),
    meanWay: words / Math.max(pieces, 1),
    meanWays: words / Math.max(runs.length, 1),
  };
}

const start = ({ starts }: Ways, doc: number): number => starts[doc] ?? 0;
const end = ({ ends }: Ways, doc: number): number => ends[doc] ?? 0;

function waysInto({ docs, docStart, kinds }: Corpus): Ways {
  const starts = new Uint32Array(docs.length);
  const ends = new Uint32Array(docs.length);
  for (const doc of docs.keys()) {
    const [first = 0, last = 0] = [docStart[doc], docStart[doc + 1]];
    const texts = kinds.indexOf('text', first);
    const underHeadings = kinds[first] === 'title' && kinds[first + 1] === 'headings';
    ends[doc] = texts === -1 ? last : Math.min(texts, last);
    starts[doc] = underHeadings ? first + 1 : first;
  }
  return { starts, ends };
}

/** The stems of each document by field, one document at a time. */
function* termDocuments(corpus: Corpus, ways: Ways): Generator<TermDocument> {
  const { docStart, kinds, vocabulary } = corpus;
  const terms = (from: number, to: number): string | undefined => {
    const names = Array.from(inPieces(corpus, corpus.stems, from, to), (stem) => vocabulary.stems[stem]);
    return names.length > 0 ? names.join(' ') : undefined;
  };
  for (const id of corpus.docs.keys()) {
    const [first, last] = [start(ways, id), end(ways, id)];
    const wordings = kinds[first] === 'wording' ? first : Math.min(first + 1, last);
    yield {
      id,
      title: terms(first, wordings),
      wordings: terms(wordings, last),
      text: terms(last, docStart[id + 1] ?? last),
    };
  }
}
