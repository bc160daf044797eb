import type { Detector, Span } from './identifier';
import { FILED, INTRODUCED, PAIRED, TITLED } from './name-rules';
import type { Sentence, Stretch } from './name-words';
import { words } from './words';

/**
 * Names of people. Staff are people too: "Dr Patel" goes like "Mrs Jones".
 *
 * Is: a title and the words after it that look like a name; what follows "patient called", "name:", "name is" and the
 * like; `SMITH, John`; a common given name and the word after it; an initial or a capitalised word and a common family
 * name after it (see `common-names`).
 * Is not: a given name or a family name alone; the title alone ("Mr or Mrs"); Lloyd George, whom the records are named
 * after; hospitals, streets and practices named after people; a name of which no part is common,
 * unless a title or "name:" stands before it.
 */
export const name: Detector = {
  kind: 'name',
  find(text) {
    const sentence = { text, words: words(text) };
    const found: Span[] = [];
    for (let at = 0; at < sentence.words.length; at += 1) {
      const stretch = nameAt(sentence, at);
      if (stretch === undefined) continue;
      found.push(spanOf(sentence, stretch));
      at = stretch.to - 1;
    }
    return found;
  },
};

function nameAt(sentence: Sentence, at: number): Stretch | undefined {
  return TITLED(sentence, at) ?? INTRODUCED(sentence, at) ?? FILED(sentence, at) ?? PAIRED(sentence, at);
}

function spanOf({ words }: Sentence, { from, to }: Stretch): Span {
  return { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 };
}
