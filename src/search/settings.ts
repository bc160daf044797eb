/**
 * The numbers of the ranking. Those of a public comparison on question-answering collections, where nothing else is said;
 * change one only for a gain that a held-out set of questions confirms.
 */
export const settings = {
  /** BM25: `k` saturates repeated words, `b` discounts length, `d` is the least that any match is worth. */
  bm25: { k: 1.2, b: 0.9, d: 0.25 },
  /** BM25 of adjacent pairs, which has no least worth. */
  pairs: { k: 1.2, b: 0.75 },
  /**
   * The share of all ways in (title and wordings) as one text in their score; the rest is the best way in by itself.
   * Found on practice questions and on wordings held back in turn.
   */
  waysTogether: 0.67,
  /**
   * What the text of a document that has wordings counts. Found on practice questions (first place 77.0 to 78.6 in a
   * hundred) and on wordings held back (57 to 61).
   */
  textBesideWordings: 0.5,
  /**
   * Stop words count in ways in, where they tell questions apart, but never for more than this inverse document
   * frequency: among headings, where they are rare, they would outweigh the subject. Found on practice questions.
   */
  stopWordMost: 2,
  /** The ways in of this many documents are scored one by one. */
  scoredByWay: 100,
  /** This many documents are ranked again. */
  reranked: 50,
  /** What the words that a mistyped word may stand for weigh together: one edit away, two edits away. */
  oneEdit: 0.8,
  twoEdits: 0.5,
  /** How much likelier a word is that an easy slip of the fingers turns into what was typed. */
  likelySlip: 2,
  /** Two words written as one, or one written as two. */
  joined: 0.7,
  /** What the words of a synonym weigh together, as the length of a vector. */
  synonym: 0.3,
  /** Stop words in the vectors of pieces. */
  stopWordInPiece: 0.5,
  /** A piece's length counts by this power, so that longer pieces are not discounted in full. */
  pieceLengthPower: 0.6,
  /** What the best, second and third best piece of a document add to its stem signal. */
  pieces: [1, 0.5, 0.25],
  /**
   * How the signals, each divided by its largest among the documents ranked again, add up. Found on practice questions, on
   * wordings held back in turn, and on collections of short answers and of longer texts about other things: word order
   * (pairs) weighs more than in the public comparison where entries have many wordings, and coverage takes the place of
   * half of the stems. It gained two to three in a hundred at the first place where questions are long, and lost nothing
   * elsewhere.
   */
  signals: { words: 1, grams: 0.45, stems: 0.15, pairs: 0.45, coverage: 0.5 },
  /** What is added, beside those shares, for a 4-gram cosine from `from` (nothing) to 1 (`share`). */
  verbatim: { from: 0.8, share: 1 },
} as const;
