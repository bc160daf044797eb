import { mistake, type AuthoredText } from './authored-text';
import type { Problem } from './problem';
import { shorten } from './quote';
import { leadLength, lineAfter, missingSpaceAfterColon, putInQuotes, slipInLine } from './slip-in-line';
import { specialStart } from './special-start';

/** An error as `yaml` reports it. */
export interface SyntaxFault {
  readonly message: string;
  readonly pos: readonly [number, number];
}

const MOST_LINES = 100;

type Explanation = (source: AuthoredText, offset: number) => Problem | undefined;

/**
 * What `yaml` found wrong, said to an author. Only the first of each line: the others follow from it;
 * and of a hundred lines at most. A slip that can be
 * seen in the line itself (tab, missing space) comes first, then what the library's message tells.
 */
export function explainSyntax(source: AuthoredText, errors: readonly SyntaxFault[]): Problem[] {
  const firsts = new Map<number, SyntaxFault>();
  for (const error of errors) {
    const { line } = source.place(error.pos[0]);
    if (!firsts.has(line) && firsts.size < MOST_LINES) firsts.set(line, error);
  }
  return [...firsts.values()].map((error) => explain(source, error));
}

function explain(source: AuthoredText, { message, pos: [offset] }: SyntaxFault): Problem {
  const explanation = EXPLANATIONS.find(([pattern]) => pattern.test(message))?.[1];
  return (
    slipInLine(source, offset) ??
    explanation?.(source, offset) ??
    mistake(source.place(offset), 'yaml-syntax', `YAML cannot read this: ${message}`)
  );
}

/** A field begins inside a value: a colon in a sentence, or a line that starts too far to the right. */
function fieldInValue(source: AuthoredText, offset: number): Problem {
  const rest = source.restOfLine(offset);
  if (/^[?:-]\s/.test(rest)) return specialStart(source.place(offset), rest);
  if (/:(?:\s|$)/.test(rest)) {
    const message = `"${shorten(rest)}" has a colon with a space after it, which starts a new field`;
    return mistake(source.place(offset), 'colon-in-text', message, putInQuotes(rest));
  }
  const line = { source, offset: source.lineStart(offset), text: source.lineAt(offset) };
  const next = lineAfter(line);
  const [indent, column] = [leadLength(next.text), leadLength(line.text) + 1];
  const message = 'This line starts further to the right than the field above it, which already has a value';
  return mistake(
    source.place(next.offset + indent),
    'wrong-indentation',
    message,
    `start it in column ${column}`,
  );
}

function misaligned(source: AuthoredText, offset: number): Problem {
  const start = source.lineStart(offset);
  const indent = source.lineAt(offset).search(/\S|$/);
  const message = `This line starts in column ${indent + 1}, where nothing above it that it could belong to starts`;
  const fix = 'start it in the same column as the lines that it belongs with';
  return mistake(source.place(start + indent), 'wrong-indentation', message, fix);
}

function noField(source: AuthoredText, offset: number): Problem {
  const rest = source.restOfLine(offset);
  const glued = missingSpaceAfterColon(source, offset, rest);
  if (glued !== undefined) return glued;
  const message = `"${shorten(rest)}" is neither a field nor part of the text above it`;
  const fix =
    'write a colon and a space after the name of the field; if it carries on the text above, indent it further';
  return mistake(source.place(offset), 'missing-colon', message, fix);
}

function listOnFieldLine(source: AuthoredText, offset: number): Problem {
  const message = 'A list cannot start on the same line as its field';
  const fix = `start each item on a line of its own: ${shorten(source.restOfLine(offset))}`;
  return mistake(source.place(offset), 'list-on-field-line', message, fix);
}

function textAfterValue(source: AuthoredText, offset: number): Problem {
  const line = source.lineAt(offset);
  const value = line.slice(leadLength(line)).replace(/^[\w-]+: +/, '');
  const closer = source.text.slice(0, offset).trimEnd().slice(-1);
  const message = `There is text after the closing ${closer} of this value: "${shorten(source.restOfLine(offset))}"`;
  return mistake(source.place(offset), 'text-after-value', message, putInQuotes(value.trim()));
}

function blockOfText(source: AuthoredText, offset: number): Problem | undefined {
  const line = source.lineAt(offset);
  const sign = line.search(/(?<=^\s*|: +|- +)[|>]/);
  if (sign === -1) return undefined;
  return specialStart(source.place(source.lineStart(offset) + sign), line.slice(sign).trim());
}

function badStart(source: AuthoredText, offset: number): Problem {
  return specialStart(source.place(offset), source.restOfLine(offset));
}

function badEscape(source: AuthoredText, offset: number): Problem {
  const escape = source.text.slice(offset, offset + 2);
  const message = `"${escape}" means nothing inside double quotes, where a backslash has a meaning of its own`;
  return mistake(
    source.place(offset),
    'bad-escape',
    message,
    `use single quotes around the text, or write \\${escape}`,
  );
}

function missingComma(source: AuthoredText, offset: number): Problem {
  const message = `There is no comma before "${shorten(source.restOfLine(offset))}"`;
  return mistake(
    source.place(offset),
    'missing-comma',
    message,
    'put a comma between the items of a list in brackets',
  );
}

function extraComma(source: AuthoredText, offset: number): Problem {
  return mistake(
    source.place(offset),
    'extra-comma',
    'There is a comma with nothing before it',
    'take one comma away',
  );
}

function badFieldName(source: AuthoredText, offset: number): Problem {
  const rest = shorten(source.restOfLine(offset));
  const message = `"${rest}" stands where the name of a field is expected, and is not plain text`;
  return mistake(
    source.place(offset),
    'bad-field-name',
    message,
    'if it is text with brackets or braces, put quotes around it',
  );
}

/** By the messages of `yaml` 2.9. */
const EXPLANATIONS: readonly (readonly [RegExp, Explanation])[] = [
  [/^Nested mappings are not allowed/, fieldInValue],
  [/^Implicit keys need to be|need to be followed by map values$/, noField],
  [/must start at the same column|without - indicator|be used as an implicit map key/, misaligned],
  [/sufficiently indented|must be indented|be less indented/, misaligned],
  [/^Unexpected block-seq-ind on same line/, listOnFieldLine],
  [/at node end$/, textAfterValue],
  [/^Block scalar header includes|^Not a YAML token/, blockOfText],
  [/^Plain value cannot start/, badStart],
  [/^Invalid escape sequence/, badEscape],
  [/^Missing , or :? ?between|^Missing , between/, missingComma],
  [/^Unexpected , in|^Unexpected empty item/, extraComma],
  [/all keys must be strings/, badFieldName],
];
