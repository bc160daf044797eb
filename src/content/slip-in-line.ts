import { mistake, type AuthoredText } from './authored-text';
import { oddSpace } from './odd-characters';
import type { Problem } from './problem';
import { quoted, shorten } from './quote';
import { smartQuotes } from './smart-quotes';

/** White space and dashes before what a line says. */
const LEAD = /^[ \t]*(?:- +)*/;
const FIELD_AND_VALUE = /^([\w-]+): +(\S.*)$/;

type Line = { readonly source: AuthoredText; readonly offset: number; readonly text: string };
type Slip = (line: Line) => Problem | undefined;

/** A slip that can be seen in the line at `offset`, or in the next, without knowing what YAML made of it. */
export function slipInLine(source: AuthoredText, offset: number): Problem | undefined {
  const start = source.lineStart(offset);
  const line = { source, offset: start, text: source.lineAt(offset) };
  return firstOf(SLIPS, line) ?? tab(lineAfter(line));
}

/** The next line that is not blank, or an empty one at the end of the text. */
export function lineAfter({ source, offset, text }: Line): Line {
  const found = source.text.slice(offset + text.length).search(/\S/);
  const at = found === -1 ? source.text.length : offset + text.length + found;
  return { source, offset: source.lineStart(at), text: source.lineAt(at) };
}

/** Where a line says something, after white space and dashes. */
export function leadLength(text: string): number {
  return LEAD.exec(text)?.[0].length ?? 0;
}

function firstOf(slips: readonly Slip[], line: Line): Problem | undefined {
  for (const slip of slips) {
    const problem = slip(line);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function tab({ source, offset, text }: Line): Problem | undefined {
  const lead = /^ *\t/.exec(text)?.[0];
  if (lead === undefined) return undefined;
  const message = 'There is a tab at the start of this line; YAML counts spaces only';
  return mistake(
    source.place(offset + lead.length - 1),
    'tab-indent',
    message,
    'replace the tab by spaces, two for each level',
  );
}

function mergeConflict({ source, offset, text }: Line): Problem | undefined {
  if (!/^(?:<{7}|={7}|>{7})(?: |$)/.test(text)) return undefined;
  const message = 'This line was left by git when two changes to the same lines met';
  return mistake(
    source.place(offset),
    'merge-conflict',
    message,
    'keep the lines that are right, and take the marks away',
  );
}

function dashWithoutSpace({ source, offset, text }: Line): Problem | undefined {
  const [, lead, item] = /^(\s*)-([^\s-].*)$/.exec(text) ?? [];
  if (lead === undefined || item === undefined) return undefined;
  return missingSpaceAfterDash(source, offset + lead.length, item);
}

function oddSpaceOrQuote({ source, offset, text }: Line): Problem | undefined {
  const lead = leadLength(text);
  const said = text.slice(lead).trimEnd();
  const [, name = '', value = said] = FIELD_AND_VALUE.exec(said) ?? [];
  const valueAt = offset + lead + (name === '' ? 0 : said.length - value.length);
  return (
    oddSpace(source, offset + lead, text.slice(lead)) ??
    oddSpace(source, valueAt, value) ??
    smartQuotes(source.place(valueAt), value)
  );
}

const SLIPS: readonly Slip[] = [tab, mergeConflict, dashWithoutSpace, oddSpaceOrQuote];

export function missingSpaceAfterDash(source: AuthoredText, offset: number, item: string): Problem {
  const message = `There is no space after the dash of "-${shorten(item)}", so that it is no item of a list`;
  return mistake(source.place(offset), 'missing-space-after-dash', message, `write - ${shorten(item)}`);
}

/** The problem of `written` at `offset` if it reads like `name:value`; a web address does not. */
export function missingSpaceAfterColon(
  source: AuthoredText,
  offset: number,
  written: string,
): Problem | undefined {
  const [, name, value] = /^([A-Za-z][\w-]*):(?!\/\/)(\S.*)/.exec(written) ?? [];
  if (name === undefined || value === undefined) return undefined;
  const message = `There is no space after the colon of "${shorten(`${name}:${value}`)}", so that it is no field`;
  return mistake(
    source.place(offset),
    'missing-space-after-colon',
    message,
    `write ${name}: ${shorten(value)}`,
  );
}

/** What to write for a text that YAML takes for something else. */
export function putInQuotes(text: string): string {
  const inner = /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;
  return `put quotes around it: ${quoted(shorten(inner))}`;
}
