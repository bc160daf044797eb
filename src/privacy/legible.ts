import type { Span } from './identifier';

/**
 * The text as the detectors read it: of the same length, so that a span found here is the same span there. All spaces
 * are the plain space, all dashes the hyphen, all apostrophes the straight one.
 */
export function legible(text: string): string {
  return text
    .replace(/[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\t]/g, ' ')
    .replace(/[\u2010-\u2015\u2043\u2212\uFE58\uFE63]/g, '-')
    .replace(/[\u2018\u2019\u02BC\u0060\u00B4]/g, "'")
    .replace(/[\u2044\u2215]/g, '/')
    .replace(/[\u00B7\u2024]/g, '.');
}

/** The text with the spans written over. No detector reads on across the bars. */
export function masked(text: string, spans: readonly Span[]): string {
  return replaceSpans(text, spans, ({ start, end }) => '|'.repeat(end - start));
}

/** The text with each span replaced. The spans are in order and do not overlap. */
export function replaceSpans<S extends Span>(
  text: string,
  spans: readonly S[],
  write: (span: S) => string,
): string {
  let from = 0;
  const parts: string[] = [];
  for (const span of spans) {
    parts.push(text.slice(from, span.start), write(span));
    from = span.end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** What the readers find in turn, each in what the ones before it left over; in the order of the text. */
export function readInTurn(text: string, readers: readonly ((text: string) => Span[])[]): Span[] {
  const found: Span[] = [];
  let rest = text;
  for (const read of readers) {
    const spans = read(rest);
    found.push(...spans);
    rest = masked(rest, spans);
  }
  return found.sort((a, b) => a.start - b.start);
}
