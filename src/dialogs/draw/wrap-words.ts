/** Widths of letters in Arial, in parts of the letter height; what is not named counts as a letter of middle width. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[ijl.,:;'’|!]/, 0.26],
  [/[ftrI ()[\]/\\-]/, 0.33],
  [/[mwMW@%…]/, 0.86],
  [/[A-Z&]/, 0.7],
];
const MIDDLE = 0.56;

/** About how wide the text is when set in Arial of this size. No font is asked, so that drawing stays pure. */
export function textWidth(text: string, size: number): number {
  const parts = Array.from(text, (letter) => WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? MIDDLE);
  return parts.reduce((sum, part) => sum + part, 0) * size;
}

/** The text in lines that are at most so wide; a word that is wider than a line is cut. */
export function wrapWords(text: string, width: number, size: number): string[] {
  const fits = (line: string): boolean => textWidth(line, size) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((each) => pieces(each, fits))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || fits(longer)) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
}

function pieces(word: string, fits: (line: string) => boolean): string[] {
  const cut: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && !fits(piece + letter)) {
      cut.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return piece === '' ? cut : [...cut, piece];
}
