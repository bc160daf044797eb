import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import type { Path } from './authored';
import { fieldName } from './check-nodes';

/** What is written at a path: the value, and the key if it is that of a field. */
export interface Found {
  readonly key: ParsedNode | null;
  readonly value: ParsedNode | null;
}

/** The value at the path, or the nearest enclosing one. Of a field that is written twice, the first. */
export function nearestNode(root: ParsedNode | null, path: Path): Found {
  let found: Found = { key: null, value: root };
  for (const step of path) {
    const inner = child(found.value, step);
    if (inner === undefined) return found;
    found = inner;
  }
  return found;
}

/** The value at exactly this path; undefined if there is none. */
export function nodeAt(root: ParsedNode | null, path: Path): Found | undefined {
  let found: Found | undefined = { key: null, value: root };
  for (const step of path) found = found === undefined ? undefined : child(found.value, step);
  return found;
}

/** Where it is written. A field without a value is where its name is. */
export function offsetOf({ key, value }: Found): number {
  const isEmpty = value === null || (isScalar(value) && value.range[0] === value.range[1]);
  return (isEmpty ? (key ?? value) : value)?.range[0] ?? 0;
}

function child(node: ParsedNode | null, step: string | number): Found | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => fieldName(key) === String(step));
    return pair && { key: pair.key, value: pair.value };
  }
  const item = isSeq(node) && typeof step === 'number' ? node.items[step] : undefined;
  return item && { key: null, value: item };
}
