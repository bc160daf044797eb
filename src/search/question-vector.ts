import { countEach } from './count-each';
import { inverseFrequency } from './frequency';
import { gramsOf } from './grams';
import { weighPairs, type AskedPairs } from './pairs';
import { stemWeights, type Question } from './question';
import type { SearchIndex } from './search-index';
import { stem } from './stem';

/** One side of a cosine: what each number of the index adds to the product, and the length of the whole. */
export interface Vector {
  /** Weight in the question times weight in the index. */
  readonly products: ReadonlyMap<number, number>;
  readonly length: number;
}

/** A question as the second stage compares it. */
export interface QuestionVector {
  readonly grams: Vector;
  readonly stems: Vector;
  readonly pairs: AskedPairs;
}

/** Weighs a question by an index. Words that the index does not know lengthen the vectors, so that a question about something else stays far from everything. */
export function vectorOf(question: Question, index: SearchIndex): QuestionVector {
  const { vocabulary } = index.corpus;
  const row = question.words.map((word) => vocabulary.stemNumber(stem(word)));
  return {
    grams: gramVector(question, index),
    stems: stemVector(question, index),
    pairs: weighPairs(row, index.corpus, index.pairs),
  };
}

function gramVector({ words }: Question, { grams, corpus }: SearchIndex): Vector {
  const unknown = inverseFrequency(corpus.kinds.length, 0);
  const products = new Map<number, number>();
  let squares = 0;
  for (const [gram, count] of countEach([...new Set(words)].flatMap(gramsOf))) {
    const number = grams.numbers.get(gram);
    const weight = number === undefined ? unknown : (grams.weights[number] ?? 0);
    squares += (count * weight) ** 2;
    if (number !== undefined) products.set(number, count * weight * weight);
  }
  return { products, length: Math.sqrt(squares) };
}

function stemVector(question: Question, { stems, corpus }: SearchIndex): Vector {
  const products = new Map<number, number>();
  const unknown = question.content.filter(({ meanings }) => meanings.length === 0).length;
  let squares = unknown * inverseFrequency(corpus.kinds.length, 0) ** 2;
  for (const [stemmed, share] of stemWeights([...question.content, ...question.stop])) {
    const number = corpus.vocabulary.stemNumber(stemmed) ?? -1;
    const weight = stems.weights[number] ?? 0;
    squares += (share * weight) ** 2;
    products.set(number, share * weight * weight);
  }
  return { products, length: Math.sqrt(squares) };
}
