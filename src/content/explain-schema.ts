import type { z } from 'zod';
import type { Path } from './authored';
import { mistake } from './authored-text';
import { explainValue, type Written } from './explain-value';
import { nearestNode, nodeAt, offsetOf } from './find-node';
import type { Problem } from './problem';
import { isMissing, type SchemaMistake } from './schema-mistakes';
import { missingSpaceAfterColon } from './slip-in-line';
import { nearest } from './suggest';
import { choice, kind, label, subject } from './wording';

type Unknown = z.core.$ZodIssueUnrecognizedKeys;

/** What a schema has against a value, said to its author, each at the place where it is written. */
export function explainSchema(written: Written, mistakes: readonly SchemaMistake[]): Problem[] {
  const misspelt = new Set(
    mistakes.flatMap(({ path, issue, allowed }) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => JSON.stringify([...path, meant(key, issue, allowed)]))
        : [],
    ),
  );
  return mistakes
    .filter(({ path, issue }) => !(isMissing(issue) && misspelt.has(JSON.stringify(path))))
    .flatMap((found) => explain(written, found));
}

function explain(written: Written, found: SchemaMistake): Problem[] {
  const { issue, path } = found;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownField(written, found, issue, key));
  if (issue.code === 'invalid_key') return [badFieldName(written, path, issue)];
  return [isMissing(issue) && path.length > 0 ? missingField(written, found) : explainValue(written, found)];
}

/** The field that was meant: the nearest that is not there yet; failing that, the nearest of all. */
function meant(written: string, { input = {} }: Unknown, allowed: readonly string[]): string | undefined {
  const [key = written] = written.split(':');
  const free = allowed.filter((name) => !Object.hasOwn(input, name));
  return nearest(key, free) ?? nearest(key, allowed);
}

function unknownField({ source, root }: Written, found: SchemaMistake, issue: Unknown, key: string): Problem {
  const { path, allowed } = found;
  const offset = keyOffset({ source, root }, [...path, key]);
  const glued = missingSpaceAfterColon(source, offset, key);
  if (glued !== undefined) return glued;
  const near = meant(key, issue, allowed);
  const fix =
    near === undefined ? `the fields that it can have: ${allowed.join(', ')}` : `did you mean "${near}"?`;
  return mistake(source.place(offset), 'unknown-field', `"${key}" is not a field of ${label(path)}`, fix);
}

function badFieldName(written: Written, path: Path, { issues }: z.core.$ZodIssueInvalidKey): Problem {
  const place = written.source.place(keyOffset(written, path));
  const fix = issues[0]?.message;
  return mistake(
    place,
    'bad-field-name',
    `${subject(path)} cannot be the name of a field here`,
    fix === '' ? undefined : fix,
  );
}

function missingField({ source, root }: Written, { path, issue, advice }: SchemaMistake): Problem {
  const name = String(path.at(-1));
  const place = source.place(offsetOf(nearestNode(root, path)));
  const what =
    issue.code === 'invalid_value'
      ? choice(issue.values)
      : (advice ?? (issue.code === 'invalid_type' ? kind(issue.expected) : 'a value'));
  return mistake(
    place,
    'missing-field',
    `"${name}" is missing from ${label(path.slice(0, -1))}`,
    `add "${name}:" with ${what}`,
  );
}

function keyOffset({ root }: Written, path: Path): number {
  return nodeAt(root, path)?.key?.range[0] ?? offsetOf(nearestNode(root, path));
}
