import { mistake } from './authored-text';
import type { Wrong } from './explain-value';
import type { Problem } from './problem';
import { quoted, shorten } from './quote';
import { missingSpaceAfterColon, missingSpaceAfterDash, putInQuotes } from './slip-in-line';
import { describe, kind, subject } from './wording';

const YES_AND_NO: Readonly<Record<string, boolean>> = {
  yes: true,
  on: true,
  y: true,
  no: false,
  off: false,
  n: false,
};

/** A value of another kind than the schema expects: a number for text, text for a list, and so on. */
export function explainKind(wrong: Wrong, expected: string): Problem {
  const { place, path, value, text } = wrong;
  if (expected === 'string' && (value === null || typeof value === 'number' || typeof value === 'boolean')) {
    const message = `${subject(path)} should be text, but ${text} without quotes is ${unquotedKind(value)}`;
    return mistake(place, 'needs-quotes', message, `put quotes around it: ${quoted(shorten(text))}`);
  }
  return (
    glued(wrong) ??
    mistake(
      place,
      'wrong-type',
      `${subject(path)} should be ${kind(expected)}, but is ${describe(value)}`,
      fix(wrong, expected),
    )
  );
}

function unquotedKind(value: number | boolean | null): string {
  if (typeof value === 'number') return 'a number';
  return value === null ? '"no value"' : 'true or false';
}

/** Text where a list or fields were meant, for want of a space. */
function glued({ source, offset, value, text }: Wrong): Problem | undefined {
  if (typeof value !== 'string') return undefined;
  if (/^-[^\s-]/.test(text)) return missingSpaceAfterDash(source, offset, source.restOfLine(offset + 1));
  return missingSpaceAfterColon(source, offset, source.restOfLine(offset));
}

function fix({ value, text, advice }: Wrong, expected: string): string | undefined {
  const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
  switch (expected) {
    case 'string':
      return Array.isArray(value)
        ? 'write the text without brackets or a dash'
        : putInQuotes(firstLine(text));
    case 'array':
      return isGroup
        ? 'put a dash and a space before the first field of each item'
        : `write [${shorten(text)}]`;
    case 'object':
    case 'record':
      return Array.isArray(value)
        ? 'write its fields without a dash'
        : 'write its fields on lines of their own below it, indented';
    case 'boolean': {
      const meant = YES_AND_NO[text.toLowerCase()];
      return meant === undefined ? 'write true or false' : `write ${String(meant)}`;
    }
    case 'number':
      return typeof value === 'string' && Number.isFinite(Number(value))
        ? `write ${value} without quotes`
        : advice;
    default:
      return advice;
  }
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]?.trim() ?? '';
}
