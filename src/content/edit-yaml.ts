import { isMap, isScalar, isSeq, stringify, type ParsedNode, type YAMLMap } from 'yaml';
import type { Path } from './authored';
import { authoredText } from './authored-text';
import { nodeAt, type Found } from './find-node';
import { printProblem } from './problem';
import { composeYaml } from './read-yaml';

/** A replacement of the text between two offsets. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * The YAML text with the field `key` of the group at `path` set to `value`. A field that is there keeps its place and the
 * comment after it; a new one is written after the last. Everything else stays as it is, byte for byte.
 * Throws if the text cannot be read, if there is no group of fields at `path`, or if the field holds a list or a group.
 */
export function setInYaml(text: string, path: Path, key: string, value: string): string {
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const yaml = text.slice(mark.length);
  const { from, to, text: written } = editFor(yaml, path, key, value);
  const lineEnding = yaml.includes('\r\n') ? '\r\n' : '\n';
  const result = yaml.slice(0, from) + written.replaceAll('\n', lineEnding) + yaml.slice(to);
  const set = nodeAt(compose(result), [...path, key])?.value;
  if (!isScalar(set) || set.value !== value)
    throw cannotSet(key, path, 'the text around it leaves no place for it');
  return mark + result;
}

function editFor(text: string, path: Path, key: string, value: string): Edit {
  const root = compose(text);
  if (root === null && path.length === 0) return newLine(text, text.length, `${key}: ${scalar(value)}`);
  const map = nodeAt(root, path)?.value;
  if (!isMap(map)) throw cannotSet(key, path, 'there is no group of fields');
  const existing = nodeAt(map, [key]);
  if (existing !== undefined) {
    if (isBlock(existing.value)) throw cannotSet(key, path, 'it holds a list or a group of fields');
    return replacement(text, existing, scalar(value));
  }
  return map.flow === true ? insideBraces(text, map, key, value) : onLine(text, map, key, value);
}

function compose(text: string): ParsedNode | null {
  const composed = composeYaml(authoredText('text', text));
  if ('broken' in composed) throw new Error(composed.broken.map(printProblem).join('\n'));
  return composed.root;
}

function cannotSet(key: string, path: Path, reason: string): Error {
  return new Error(`Cannot set "${key}" at ${JSON.stringify(path)}: ${reason}`);
}

function replacement(text: string, { key, value }: Found, written: string): Edit {
  const [from, to] = value?.range ?? [0, 0];
  if (value === null || from === to) {
    const colon = text.indexOf(':', key?.range[1] ?? 0) + 1;
    return { from: colon, to: colon, text: ` ${written}` };
  }
  const lineEndings = /[\r\n]*$/.exec(text.slice(from, to))?.[0].length ?? 0;
  return { from, to: to - lineEndings, text: written };
}

function insideBraces(text: string, map: YAMLMap.Parsed, key: string, value: string): Edit {
  const last = map.items.at(-1);
  const end = last === undefined ? map.range[0] + 1 : Math.max(last.key.range[1], last.value?.range[1] ?? 0);
  return { from: end, to: end, text: `${last === undefined ? '' : ', '}${key}: ${scalar(value)}` };
}

function onLine(text: string, map: YAMLMap.Parsed, key: string, value: string): Edit {
  const first = map.items[0]?.key.range[0] ?? 0;
  const indent = ' '.repeat(first - (text.lastIndexOf('\n', first - 1) + 1));
  return newLine(text, endOf(map), `${indent}${key}: ${scalar(value)}`);
}

/** A line after the one that ends at or after `end`. */
function newLine(text: string, end: number, line: string): Edit {
  const lineEnd = text[end - 1] === '\n' ? end - 1 : text.indexOf('\n', end);
  if (lineEnd !== -1 && text !== '') return { from: lineEnd + 1, to: lineEnd + 1, text: `${line}\n` };
  return { from: text.length, to: text.length, text: text === '' ? `${line}\n` : `\n${line}` };
}

/** Where the last thing that is written in a value ends, without the blank lines and comments after it. */
function endOf(node: ParsedNode): number {
  const last = isBlock(node) ? node.items.at(-1) : undefined;
  if (last === undefined) return node.range[1];
  if (!('key' in last)) return endOf(last);
  const { key, value } = last;
  return value === null || (isScalar(value) && value.range[0] === value.range[1])
    ? key.range[1]
    : endOf(value);
}

function isBlock(node: ParsedNode | null): node is Extract<ParsedNode, { items: unknown[] }> {
  return (isMap(node) || isSeq(node)) && node.flow !== true;
}

/** In quotes wherever it is more than plain words. */
function scalar(value: string): string {
  const isPlain = /^[A-Za-z0-9][\w .'()/-]*$/.test(value);
  const style = isPlain ? 'PLAIN' : 'QUOTE_DOUBLE';
  return stringify(value, { lineWidth: 0, blockQuote: false, defaultStringType: style }).trimEnd();
}
