import { parseArgs } from 'node:util';
import { printProblem } from '../content';
import { readRelease } from '../release';

/**
 * `npm run check:content`: prints every mistake in the authored files; exit code 1 if there is an error.
 * `-- --as-of 2027-06-01` shows what will have aged; `-- --wordings` also searches for every wording, which takes minutes; `-- --errors`
 * prints errors only.
 */
const { values } = parseArgs({
  options: { 'as-of': { type: 'string' }, wordings: { type: 'boolean' }, errors: { type: 'boolean' } },
});
const { problems } = readRelease(
  '.',
  values['as-of'] ?? new Date().toISOString().slice(0, 10),
  values.wordings === true ? 'wordings' : 'authors',
);
const errors = problems.filter(({ severity }) => severity === 'error').length;
for (const problem of problems)
  if (values.errors !== true || problem.severity === 'error') console.log(printProblem(problem));
console.log(`${errors} errors, ${problems.length - errors} warnings`);
process.exitCode = errors === 0 ? 0 : 1;
