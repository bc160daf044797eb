import type { Corpus } from './corpus';
import type { Doc } from './doc';
import type { GramTable } from './grams';
import { buildLexicon } from './lexicon';
import { pack, unpack } from './pack';
import type { PairTable } from './pairs';
import type { Piece } from './pieces';
import type { SearchIndex } from './search-index';
import type { StemTable } from './stem-table';
import type { Synonyms } from './synonyms';
import { Vocabulary } from './vocabulary';
import type { WordIndex } from './word-index';

/** What a saved index holds: what takes long to make, as plain data. The documents and the lexicon are not in it. */
interface Saved {
  readonly key: string;
  /** Ids of the documents, in their order. */
  readonly ids: readonly string[];
  readonly vocabulary: readonly string[];
  readonly corpus: Pick<Corpus, 'words' | 'stems' | 'pieceStart' | 'docStart'>;
  /** Piece → place of its kind in `KINDS`. */
  readonly kinds: Uint8Array;
  readonly words: WordIndex;
  readonly grams: SavedGrams;
  readonly stems: StemTable;
  readonly pairs: PairTable;
}

interface SavedGrams extends Pick<GramTable, 'weights' | 'pieceLengths'> {
  /** In the order of their numbers. */
  readonly grams: readonly string[];
  /** Word number → its first place in `ofWords`. */
  readonly starts: Uint32Array;
  readonly ofWords: Uint32Array;
}

const KINDS: readonly Piece['kind'][] = ['title', 'headings', 'wording', 'text'];

/**
 * An index as bytes, to be opened instead of built.
 *
 * @param key names everything that the index depends on: the documents, the synonyms and the program
 */
export function saveIndex({ corpus, words, grams, stems, pairs }: SearchIndex, key: string): Uint8Array {
  const { docs, vocabulary, pieceStart, docStart, kinds } = corpus;
  const saved: Saved = {
    key,
    ids: docs.map(({ id }) => id),
    vocabulary: vocabulary.words,
    corpus: { words: corpus.words, stems: corpus.stems, pieceStart, docStart },
    kinds: Uint8Array.from(kinds, (kind) => KINDS.indexOf(kind)),
    words,
    grams: saveGrams(grams, vocabulary),
    stems,
    pairs,
  };
  return pack(saved);
}

/**
 * The index that was saved under this key: it finds what one built from these documents and synonyms would. Undefined if the bytes are not
 * whole, from elsewhere, or saved under another key.
 */
export function openIndex(
  bytes: Uint8Array,
  key: string,
  docs: readonly Doc[],
  options: { readonly synonyms?: readonly Synonyms[] } = {},
): SearchIndex | undefined {
  const saved = unpack(bytes) as Saved | undefined; // what is whole was written above
  if (saved?.key !== key || saved.ids.length !== docs.length) return undefined;
  const byId = new Map(docs.map((doc) => [doc.id, doc]));
  const sorted = saved.ids.flatMap((id) => byId.get(id) ?? []);
  if (sorted.length !== docs.length) return undefined;
  const { words, grams, stems, pairs } = saved;
  const corpus = openCorpus(saved, sorted);
  const lexicon = buildLexicon(corpus, options.synonyms ?? []);
  return { corpus, lexicon, words, grams: openGrams(grams), stems, pairs };
}

function openCorpus({ vocabulary: words, corpus, kinds }: Saved, docs: readonly Doc[]): Corpus {
  const vocabulary = new Vocabulary();
  for (const word of words) vocabulary.number(word);
  return { ...corpus, docs, vocabulary, kinds: Array.from(kinds, (kind) => KINDS[kind] ?? 'text') };
}

function saveGrams(table: GramTable, { words }: Vocabulary): SavedGrams {
  const { numbers, weights, pieceLengths } = table;
  const all: number[] = [];
  const starts = new Uint32Array(words.length + 1);
  for (const word of words.keys()) {
    for (const gram of table.ofWord(word)) all.push(gram);
    starts[word + 1] = all.length;
  }
  return { grams: [...numbers.keys()], starts, ofWords: Uint32Array.from(all), weights, pieceLengths };
}

function openGrams({ grams, starts, ofWords, weights, pieceLengths }: SavedGrams): GramTable {
  return {
    numbers: new Map(grams.map((gram, number) => [gram, number])),
    ofWord: (word) => ofWords.subarray(starts[word], starts[word + 1]),
    weights,
    pieceLengths,
  };
}
