import porter2 from 'wink-porter2-stemmer';

const CODE = /\d/;
const INITIALS_IN_THE_PLURAL = /^([^aeiouy\d]{2,})s$/;

/**
 * The stem of a word: Porter2 (https://snowballstem.org/algorithms/english/stemmer.html), save that codes stay whole
 * (the stemmer uses the digit 3 as a mark) and initials lose their plural s, which Porter2 keeps for want of a vowel
 * (`GPs` → `gp`, `NDRs` → `ndr`).
 */
export function stem(word: string): string {
  if (CODE.test(word)) return word;
  const initials = INITIALS_IN_THE_PLURAL.exec(word)?.[1];
  return initials !== undefined && !initials.endsWith('s') ? initials : porter2(word);
}
