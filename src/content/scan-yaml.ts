import { CST, Lexer, Parser } from 'yaml';
import { mistake, type AuthoredText } from './authored-text';
import { LexemeCheck } from './lexeme-check';
import type { Problem } from './problem';

const MAX_BYTES = 512 * 1024;
const MAX_DEPTH = 64;
/** Words, marks, spaces, escapes and line ends: more than a file of the greatest size has when a person writes it. */
const MAX_PARTS = 150_000;
/** Fields in one map. */
export const MAX_FIELDS = 1000;

export interface Scan {
  /** For the composer of `yaml`; undefined where a limit was passed, since the composer would recurse or take too long. */
  readonly tokens: readonly CST.Token[] | undefined;
  readonly problems: readonly Problem[];
  /** What the composer reports from this offset on is a consequence of a problem found here. */
  readonly soundUntil: number;
}

/**
 * The first, linear look at a YAML text: limits, brackets, quotes, and the parts of YAML that authored files do not use.
 * It does not recurse and stops at the first limit passed, so that no text can exhaust the process.
 */
export function scanYaml(source: AuthoredText): Scan {
  const large = tooLarge(source);
  if (large !== undefined) return refused(large);
  const parser = new Parser();
  const lexemes = new LexemeCheck(source);
  const tokens: CST.Token[] = [];
  let parts = 0;
  for (const lexeme of new Lexer().lex(source.text)) {
    const goesOn = lexemes.see(lexeme, parser.offset);
    tokens.push(...parser.next(lexeme));
    parts += lexeme.startsWith('"') ? lexeme.split('\\').length : 1;
    const passed = parts > MAX_PARTS ? tooManyParts(source.file) : passedLimit(source, parser);
    if (passed !== undefined) return refused(passed);
    if (!goesOn) return { ...lexemes.end(), tokens: undefined };
  }
  tokens.push(...parser.end());
  const [, second] = tokens.filter((token) => token.type === 'document');
  if (second !== undefined) return refused(secondDocument(source, second.offset));
  return { tokens, ...lexemes.end() };
}

function refused(problem: Problem): Scan {
  return { tokens: undefined, problems: [problem], soundUntil: 0 };
}

export function tooLarge({ file, text }: AuthoredText): Problem | undefined {
  const bytes = Buffer.byteLength(text);
  if (bytes <= MAX_BYTES) return undefined;
  const message = `The file has ${Math.ceil(bytes / 1024)} KB; the most that is read is ${MAX_BYTES / 1024} KB`;
  return mistake({ file, line: 1, column: 1 }, 'too-large', message, 'divide it into several files');
}

function tooManyParts(file: string): Problem {
  const message = `The file has more than ${MAX_PARTS} words, marks and line ends`;
  return mistake({ file, line: 1, column: 1 }, 'too-large', message, 'divide it into several files');
}

function passedLimit(source: AuthoredText, parser: Parser): Problem | undefined {
  if (parser.stack.length > MAX_DEPTH && parser.stack.filter(CST.isCollection).length > MAX_DEPTH) {
    const message = `Lists and fields are nested more than ${MAX_DEPTH} deep from here on`;
    const fix = 'look for brackets or dashes that were typed by accident';
    return mistake(source.place(parser.offset - 1), 'too-deep', message, fix);
  }
  // Blank lines and comments before a field can make one item without a field: hence twice the limit.
  const top = parser.stack.at(-1);
  const isMap = top?.type === 'block-map' || (top?.type === 'flow-collection' && top.start.source === '{');
  return isMap && top.items.length > 2 * MAX_FIELDS + 2 ? tooManyFields(source, parser.offset) : undefined;
}

export function tooManyFields(source: AuthoredText, offset: number): Problem {
  const message = `One group has more than ${MAX_FIELDS} fields`;
  return mistake(source.place(offset), 'too-many-fields', message, 'divide it into several files');
}

function secondDocument(source: AuthoredText, offset: number): Problem {
  const message = 'A second document starts here, after a line of three dashes or dots; a file holds one';
  const fix = 'take that line away, or move what follows it into a file of its own';
  return mistake(source.place(offset), 'second-document', message, fix);
}
