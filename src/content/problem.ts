/** A mistake in an authored file. Reading never stops at the first: problems are collected, sorted and printed together. */
export interface Problem {
  /** Permanent name of the kind of mistake, for example `unknown-source`. Never reworded once published. */
  readonly code: string;
  /** What is wrong, from the author's point of view, in one sentence that names the value. */
  readonly message: string;
  /** What to write or do instead, where that can be known. */
  readonly fix?: string;
  readonly severity: 'error' | 'warning';
  /** Path from the project's folder, with forward slashes. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
}

/** A place in an authored file. */
export type Place = Pick<Problem, 'file' | 'line' | 'column'>;

/** `dialogs/patient-has-left.yaml:10:9  error  unknown-option  …  → …` */
export function printProblem(problem: Problem): string {
  const { file, line, column, severity, code, message, fix } = problem;
  return `${file}:${line}:${column}  ${severity}  ${code}  ${message}${fix === undefined ? '' : `\n    → ${fix}`}`;
}

/** Sorted by file, line and column, each once. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const unique = new Map(problems.map((problem) => [printProblem(problem), problem]));
  return [...unique.values()].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
