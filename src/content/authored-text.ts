import type { Place, Problem } from './problem';

/** The text of one file, with the way from an offset in it to a line and column. */
export interface AuthoredText {
  readonly file: string;
  readonly text: string;
  place(offset: number): Place;
  /** The whole line that holds the offset, without its line ending. */
  lineAt(offset: number): string;
  /** From the offset to the end of its line, without the white space around it. */
  restOfLine(offset: number): string;
  /** Offset of the first character of the line that holds the offset. */
  lineStart(offset: number): number;
}

/** Lines end with `\n` or `\r\n`; columns count UTF-16 units, as editors do. */
export function authoredText(file: string, text: string): AuthoredText {
  const starts = lineStarts(text);
  const lineIndex = (offset: number): number => lastNotAfter(starts, offset);
  const lineStart = (offset: number): number => starts[lineIndex(offset)] ?? 0;
  const lineEnd = (offset: number): number => (starts[lineIndex(offset) + 1] ?? text.length + 1) - 1;
  return {
    file,
    text,
    lineStart,
    place: (offset) => ({ file, line: lineIndex(offset) + 1, column: offset - lineStart(offset) + 1 }),
    lineAt: (offset) => text.slice(lineStart(offset), lineEnd(offset)).replace(/\r$/, ''),
    restOfLine: (offset) => text.slice(offset, lineEnd(offset)).trim(),
  };
}

/** An error at a place. */
export function mistake(place: Place, code: string, message: string, fix?: string): Problem {
  return { ...place, severity: 'error', code, message, fix };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}

function lastNotAfter(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? Infinity) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
