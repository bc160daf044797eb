import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { printProblem } from '../content';
import { loadQuestions, type LabelledQuestion } from './labelled-question';

/** The halves of the labelled questions. The locked one is measured on and never read. */
export const SETS = ['development', 'locked'] as const;
export type SetName = (typeof SETS)[number];

/**
 * Reads the labelled questions of `test/evaluation/` in `folder` (the project's folder).
 *
 * @throws Error if a file has a mistake: the message names each with its place
 */
export function readSet(folder: string, set: SetName): LabelledQuestion[] {
  const path = join(folder, 'test', 'evaluation', set);
  const files = new Map(
    readdirSync(path)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => [join(path, name), readFileSync(join(path, name), 'utf8')]),
  );
  const { questions, problems } = loadQuestions(files);
  if (problems.length > 0) throw new Error(problems.map(printProblem).join('\n'));
  return questions;
}
