import type { ParsedNode } from 'yaml';
import type { z } from 'zod';
import { mistake, type AuthoredText } from './authored-text';
import { explainKind } from './explain-kind';
import { nearestNode, nodeAt, offsetOf } from './find-node';
import type { Place, Problem } from './problem';
import type { SchemaMistake } from './schema-mistakes';
import { nearest } from './suggest';
import { choice, count, describe, subject } from './wording';

/** The text of a file and what YAML made of it. */
export interface Written {
  readonly source: AuthoredText;
  readonly root: ParsedNode | null;
}

/** A wrong value, with all that is needed to say so. */
export interface Wrong extends SchemaMistake {
  readonly source: AuthoredText;
  readonly offset: number;
  readonly place: Place;
  readonly value: unknown;
  /** As the author wrote it. */
  readonly text: string;
}

/** What a schema has against a value that is there. */
export function explainValue({ source, root }: Written, found: SchemaMistake): Problem {
  const offset = offsetOf(nearestNode(root, found.path));
  const [start, end] = nodeAt(root, found.path)?.value?.range ?? [0, 0];
  const text = source.text.slice(start, end).trim();
  return explain({ ...found, source, offset, place: source.place(offset), value: found.issue.input, text });
}

function explain(wrong: Wrong): Problem {
  const { issue, value, text } = wrong;
  if (value === '' || (value === null && text === '')) return empty(wrong);
  switch (issue.code) {
    case 'invalid_type':
      return explainKind(wrong, issue.expected);
    case 'invalid_value':
      return notOneOf(wrong, issue.values);
    case 'too_small':
    case 'too_big':
      return wrongSize(wrong, issue);
    default:
      return badValue(wrong);
  }
}

function empty({ place, path, advice }: Wrong): Problem {
  return mistake(
    place,
    'empty',
    `${subject(path)} is empty`,
    advice ?? 'write its value, or take it out if it may be left out',
  );
}

function notOneOf({ place, path, value }: Wrong, options: readonly unknown[]): Problem {
  const near = typeof value === 'string' ? nearest(value, options.map(String)) : undefined;
  const fix =
    near === undefined ? `write ${choice(options)}` : `did you mean ${near}? It can be ${choice(options)}`;
  return mistake(
    place,
    'not-one-of',
    `${subject(path)} is ${describe(value)}, which is not one of its values`,
    fix,
  );
}

type SizeIssue = z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig;

function wrongSize({ place, path, value, advice }: Wrong, issue: SizeIssue): Problem {
  const [limit, least] = issue.code === 'too_small' ? [issue.minimum, true] : [issue.maximum, false];
  const bound = least ? 'at least' : 'at most';
  if (issue.origin === 'string' || issue.origin === 'array') {
    const [noun, code] =
      issue.origin === 'string'
        ? ['character', least ? 'too-short' : 'too-long']
        : ['item', least ? 'too-few' : 'too-many'];
    const length = (value as { length: number }).length;
    return mistake(
      place,
      code,
      `${subject(path)} has ${count(length, noun)}; it must have ${bound} ${String(limit)}`,
      advice,
    );
  }
  const code = least ? 'too-small' : 'too-large';
  return mistake(
    place,
    code,
    `${subject(path)} is ${describe(value)}; it must be ${bound} ${String(limit)}`,
    advice,
  );
}

function badValue({ place, path, value, issue, advice }: Wrong): Problem {
  if (issue.code === 'custom' && advice !== undefined)
    return mistake(place, 'bad-value', `${subject(path)}: ${advice}`);
  const isDay = issue.code === 'invalid_format' && issue.format === 'date';
  const fix = (isDay ? writtenAsDay(String(value)) : undefined) ?? advice;
  const form = isDay ? 'which is not a date, written as year-month-day' : 'which is not in the right form';
  return mistake(place, 'bad-value', `${subject(path)} is ${describe(value)}, ${form}`, fix);
}

/** `20/11/2026` as `write 2026-11-20`. The day comes first, as is usual in England. */
function writtenAsDay(value: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(value) ?? [];
  if (
    day === undefined ||
    month === undefined ||
    year === undefined ||
    Number(month) > 12 ||
    Number(day) > 31
  )
    return undefined;
  return `write ${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
