declare module 'wink-porter2-stemmer' {
  /** Porter2 (Snowball English) stem of one word; does not throw on any string. */
  function stem(word: string): string;
  export = stem;
}
