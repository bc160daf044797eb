import { z } from 'zod';
import type { Path } from './authored';

type Issue = z.core.$ZodIssue;

/** One thing that a schema has against a value. Unions are already decided. */
export interface SchemaMistake {
  readonly path: Path;
  readonly issue: Issue;
  /** What the schema's author wrote about it, if anything. */
  readonly advice?: string | undefined;
  /** With unknown fields: the fields that the schema knows there. */
  readonly allowed: readonly string[];
}

/** Either what the schema makes of the value, or all that it has against it. */
export type Checked<T> = { readonly data: T } | { readonly mistakes: readonly SchemaMistake[] };

const SEPARATOR = '\n';
const OTHER_KIND = 1_000_000;
const FIELD_AMISS = 1_000;

/**
 * Checks a value against a schema. Of a union, the branch that comes nearest gives the mistakes.
 *
 * An issue does not carry the schema that it comes from. So the default text of an issue, which is ours to choose, carries
 * the known fields where one is unknown, and is empty otherwise: any other text was written by the schema's author.
 */
export function checkAgainst<T>(schema: z.ZodType<T>, value: unknown): Checked<T> {
  const result = schema.safeParse(value, { error: defaultText, reportInput: true });
  if (result.success) return { data: result.data };
  return { mistakes: withoutFollowers(result.error.issues.flatMap((issue) => lift(issue, []))) };
}

/** The field was not written at all. */
export function isMissing(issue: Issue): boolean {
  return issue.input === undefined;
}

/** A value of the wrong type has no size or form to speak of, though a schema may have checked that too. */
function withoutFollowers(mistakes: readonly SchemaMistake[]): readonly SchemaMistake[] {
  const wrongTypes = mistakes.filter(({ issue }) => issue.code === 'invalid_type');
  const paths = new Set(wrongTypes.map(({ path }) => JSON.stringify(path)));
  return mistakes.filter(
    ({ issue, path }) => issue.code === 'invalid_type' || !paths.has(JSON.stringify(path)),
  );
}

function defaultText({ code, inst }: z.core.$ZodRawIssue): string {
  if (code !== 'unrecognized_keys') return '';
  if (inst instanceof z.ZodObject) return Object.keys(inst.shape).join(SEPARATOR);
  if (inst instanceof z.ZodRecord) return [...(inst.keyType._zod.values ?? [])].map(String).join(SEPARATOR);
  return '';
}

function lift(issue: Issue, above: Path): SchemaMistake[] {
  const path = [...above, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
  if (issue.code === 'invalid_union') {
    if (issue.errors.length > 0) return nearestBranch(issue.errors).flatMap((inner) => lift(inner, path));
    return [{ path, issue: discriminatorIssue(issue), allowed: [] }];
  }
  if (issue.code === 'unrecognized_keys') return [{ path, issue, allowed: issue.message.split(SEPARATOR) }];
  return [{ path, issue, advice: issue.message === '' ? undefined : issue.message, allowed: [] }];
}

/** No branch has this value of the field that tells them apart: the same as a value that an enumeration does not have. */
function discriminatorIssue(issue: z.core.$ZodIssueInvalidUnion): Issue {
  const { path, message, input, discriminator = '' } = issue;
  const value: unknown =
    input instanceof Object && Object.hasOwn(input, discriminator)
      ? Reflect.get(input, discriminator)
      : undefined;
  const values = 'options' in issue ? (issue.options ?? []) : [];
  return { code: 'invalid_value', path, message, values, input: value };
}

function nearestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const [nearest = []] = branches.toSorted((a, b) => distance(a) - distance(b));
  const [only] = nearest;
  if (only?.code !== 'invalid_value' || only.path.length > 0) return nearest;
  return [
    {
      ...only,
      values: branches.flat().flatMap((issue) => (issue.code === 'invalid_value' ? issue.values : [])),
    },
  ];
}

/** Another kind of value altogether is furthest; then the number of fields amiss counts, then the number of issues. */
function distance(issues: readonly Issue[]): number {
  return issues.reduce((sum, issue) => sum + weight(issue), 0);
}

function weight(issue: Issue): number {
  if (issue.code === 'invalid_type' && issue.path.length === 0) return OTHER_KIND;
  if (issue.code === 'unrecognized_keys' && issue.path.length === 0) return FIELD_AMISS * issue.keys.length;
  return issue.path.length === 1 && isMissing(issue) ? FIELD_AMISS : 1;
}
