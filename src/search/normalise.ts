const NOT_ASCII = /[^\0-\x7f]/;
const ACCENTS = /[\u0300-\u036f]/g;
const APOSTROPHES = /['’‘ʼ＇′]/g;

/**
 * Folds what the eye does not tell apart: Unicode compatibility forms (NFKC, UAX #15), case, accents on Latin
 * letters, and apostrophes, which go without a gap (`patient’s` → `patients`).
 */
export function normalise(text: string): string {
  const folded = NOT_ASCII.test(text)
    ? text.normalize('NFKD').toLowerCase().replace(ACCENTS, '').normalize('NFC')
    : text.toLowerCase();
  return folded.replace(APOSTROPHES, '');
}
