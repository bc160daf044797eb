import { authoredText, mistake } from './authored-text';
import type { Problem } from './problem';

const FIX = 'save the file again with the encoding UTF-8';

/** The text of a file's bytes, or the problem that they are not UTF-8. A byte order mark stays in the text. */
export function decodeUtf8(file: string, bytes: Uint8Array): string | Problem {
  const start = { file, line: 1, column: 1 };
  if (looksLikeUtf16(bytes)) {
    return mistake(start, 'not-utf-8', 'The file is saved as UTF-16 ("Unicode"), not as UTF-8', FIX);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return notUtf8(file, bytes);
  }
}

function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return marked || (bytes.length > 1 && (first === 0) !== (second === 0));
}

function notUtf8(file: string, bytes: Uint8Array): Problem {
  const shown = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const bad = shown.indexOf('\ufffd');
  const before = tail(shown.slice(0, bad));
  const which = before === '' ? 'The first character of this line' : `The character after "${before}"`;
  return mistake(authoredText(file, shown).place(bad), 'not-utf-8', `${which} is not saved as UTF-8`, FIX);
}

/** The last words of the line that the text ends in. */
function tail(text: string): string {
  return text
    .slice(text.lastIndexOf('\n') + 1)
    .slice(-30)
    .trimStart();
}
