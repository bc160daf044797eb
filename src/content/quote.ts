const LONGEST_SHOWN = 60;

/** As YAML would have it in quotes: single ones where the text itself has double ones or a backslash. */
export function quoted(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

/** The start of a text, on one line, to be shown in a message. */
export function shorten(text: string): string {
  const line = text
    .slice(0, 4 * LONGEST_SHOWN)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN - 1)}…` : line;
}
