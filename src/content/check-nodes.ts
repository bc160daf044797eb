import { isAlias, isMap, isScalar, isSeq, Scalar, type ParsedNode, type YAMLMap } from 'yaml';
import { mistake, type AuthoredText } from './authored-text';
import { oddSpace } from './odd-characters';
import type { Place, Problem } from './problem';
import { quoted, shorten } from './quote';
import { MAX_FIELDS, tooManyFields } from './scan-yaml';
import { smartQuotes } from './smart-quotes';

/** Names that mean something to every JavaScript object. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/** A value and what was found wrong in it. */
export interface CheckedNodes {
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

/**
 * The plain value of a composed YAML text, and what is wrong with it before any schema is asked: fields written twice,
 * names that cannot be used, typographic quotes, text lost to a comment. Recurses, so only for texts that were scanned.
 */
export function checkNodes(source: AuthoredText, root: ParsedNode | null): CheckedNodes {
  const problems: Problem[] = [];
  const valueOf = (node: ParsedNode | null): unknown => {
    if (isSeq(node)) return node.items.map(valueOf);
    if (isMap(node)) return fieldsOf(source, node, valueOf, problems);
    if (isAlias(node)) return `*${node.source}`;
    if (!isScalar(node)) return null;
    problems.push(...checkScalar(source, node), ...cutByComment(source, node));
    return node.value;
  };
  return { value: valueOf(root), problems };
}

function fieldsOf(
  source: AuthoredText,
  { items }: YAMLMap.Parsed,
  valueOf: (node: ParsedNode | null) => unknown,
  problems: Problem[],
): Record<string, unknown> {
  const tooMany = items[MAX_FIELDS];
  if (tooMany !== undefined) problems.push(tooManyFields(source, tooMany.key.range[0]));
  const firsts = new Map<string, number>();
  const fields: Record<string, unknown> = {};
  for (const { key, value } of items.slice(0, MAX_FIELDS)) {
    const name = fieldName(key);
    const bad = badField(source.place(key.range[0]), name, firsts.get(name), source);
    if (bad !== undefined) {
      problems.push(bad);
      continue;
    }
    if (isScalar(key)) problems.push(...checkScalar(source, key));
    firsts.set(name, key.range[0]);
    fields[name] = valueOf(value);
  }
  return fields;
}

/** The name that a key gives to its field. */
export function fieldName(key: ParsedNode): string {
  return isScalar(key) ? String(key.value) : '';
}

/** The problem of a field that cannot be taken at all. */
function badField(
  place: Place,
  name: string,
  firstAt: number | undefined,
  source: AuthoredText,
): Problem | undefined {
  if (firstAt !== undefined) {
    const message = `"${name}" is written twice in the same place; the first is in line ${source.place(firstAt).line}`;
    return mistake(place, 'duplicate-field', message, 'keep one of the two');
  }
  if (name === '') {
    const fix = 'write the name of the field before the colon';
    return mistake(place, 'bad-field-name', 'This colon has no name of a field before it', fix);
  }
  if (name === '<<') {
    const message = '"<<" merges another part of the file into this one; that is not used here';
    return mistake(place, 'merge-key', message, 'write the fields out in full');
  }
  if (!RESERVED.has(name)) return undefined;
  return mistake(place, 'reserved-name', `"${name}" cannot be the name of a field`, 'choose another name');
}

function checkScalar(source: AuthoredText, { type, range: [start, end] }: Scalar.Parsed): Problem[] {
  if (type !== Scalar.PLAIN || start === end) return [];
  const written = source.text.slice(start, end);
  const problem = oddSpace(source, start, written) ?? smartQuotes(source.place(start), written);
  return problem === undefined ? [] : [problem];
}

/**
 * A warning where ` #` ends an unquoted text: the rest of the line is a comment. A comment that is meant starts with `# ` and
 * follows a single word, as in `status: open # until it is settled`.
 */
function cutByComment(source: AuthoredText, { type, range: [start, end] }: Scalar.Parsed): Problem[] {
  const { text } = source;
  let sign = end;
  while (text[sign] === ' ' || text[sign] === '\t') sign++;
  if (type !== Scalar.PLAIN || start === end || text[sign] !== '#') return [];
  const kept = text.slice(start, end);
  const lost = source.restOfLine(sign);
  if (!/\s/.test(kept) && !/^#[^\s#]/.test(lost)) return [];
  const message = `"${shorten(lost)}" is left out: in an unquoted text a # after a space starts a comment`;
  const fix = `if it belongs to the text, put quotes around the whole: ${quoted(shorten(`${kept} ${lost}`))}`;
  return [{ ...mistake(source.place(sign), 'comment-cuts-text', message, fix), severity: 'warning' }];
}
