import { join } from 'node:path';
import { printProblem } from '../../src/content';
import type { Library } from '../../src/conversation';
import { readRelease } from '../../src/release';

/** The day for which the real content is judged in tests. */
export const AS_OF = '2026-11-20';

/** The real release; throws with its mistakes if it may not be served. */
export function realRelease(): Library {
  const { library, problems } = readRelease(join(__dirname, '..', '..'), AS_OF);
  if (library !== undefined) return library;
  const errors = problems.filter(({ severity }) => severity === 'error');
  throw new Error(errors.slice(0, 20).map(printProblem).join('\n'));
}
