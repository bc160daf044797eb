import { british } from './british';
import { stem } from './stem';
import { isStopStem } from './stop-words';

/** The words of some documents, in British spelling, and their stems, each numbered from 0 in the order of adding. */
export class Vocabulary {
  /** By word number. */
  readonly words: string[] = [];
  /** By stem number. */
  readonly stems: string[] = [];
  private readonly wordNumbers = new Map<string, number>();
  private readonly stemNumbers = new Map<string, number>();
  private readonly stemNumberOfWord: number[] = [];
  private readonly stops: boolean[] = [];
  private readonly numberAsWritten = new Map<string, number>();

  /** The number of a normalised word in any spelling, which is added if it is new. */
  number(written: string): number {
    const known = this.numberAsWritten.get(written);
    if (known !== undefined) return known;
    const number = this.addWord(british(written));
    this.numberAsWritten.set(written, number);
    return number;
  }

  /** The number of a word in British spelling, if it is known. */
  wordNumber(word: string): number | undefined {
    return this.wordNumbers.get(word);
  }

  /** The number of a stem, if it is known. */
  stemNumber(stemmed: string): number | undefined {
    return this.stemNumbers.get(stemmed);
  }

  /** The stem number of a word number. */
  stemOf(word: number): number {
    const stemNumber = this.stemNumberOfWord[word];
    if (stemNumber === undefined)
      throw new RangeError(`word ${word} of ${this.words.length}: there is no such number`);
    return stemNumber;
  }

  /** Whether a stem number is that of a stop word. */
  isStop(stemNumber: number): boolean {
    return this.stops[stemNumber] ?? false;
  }

  private addWord(word: string): number {
    const known = this.wordNumbers.get(word);
    if (known !== undefined) return known;
    this.wordNumbers.set(word, this.words.length);
    this.stemNumberOfWord.push(this.addStem(stem(word)));
    return this.words.push(word) - 1;
  }

  private addStem(stemmed: string): number {
    const known = this.stemNumbers.get(stemmed);
    if (known !== undefined) return known;
    this.stemNumbers.set(stemmed, this.stems.length);
    this.stops.push(isStopStem(stemmed));
    return this.stems.push(stemmed) - 1;
  }
}
