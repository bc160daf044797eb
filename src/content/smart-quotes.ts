import { mistake } from './authored-text';
import type { Place, Problem } from './problem';
import { quoted, shorten } from './quote';

const CLOSERS: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '„': '”', '«': '»' };

/**
 * The problem of an unquoted text that stands in typographic quotes, or begins with one that is never closed: to YAML they
 * are part of the text. A text that only begins with a quotation (“Yes,” she said) is left alone.
 */
export function smartQuotes(place: Place, written: string): Problem | undefined {
  const opener = written.charAt(0);
  const closer = CLOSERS[opener];
  if (closer === undefined || written.lastIndexOf(opener) !== 0) return undefined;
  if (!written.endsWith(closer) && written.includes(closer)) return undefined;
  const inner = written.slice(1).replace(new RegExp(`${closer}$`), '');
  const message = `"${shorten(written)}" has typographic quotes (${opener} ${closer}), which YAML takes as part of the text`;
  return mistake(place, 'smart-quotes', message, `write ${quoted(shorten(inner))}`);
}
