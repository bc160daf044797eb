import { parseArgs } from 'node:util';
import { printProblem } from '../content';
import { readRelease } from '../release';

/** `npm run check:content [-- --as-of 2027-06-01]`: prints every mistake in the authored files; exit code 1 if there is an error. */
const { values } = parseArgs({ options: { 'as-of': { type: 'string' } } });
const { problems } = readRelease('.', values['as-of'] ?? new Date().toISOString().slice(0, 10));
const errors = problems.filter(({ severity }) => severity === 'error').length;
for (const problem of problems) console.log(printProblem(problem));
console.log(`${errors} errors, ${problems.length - errors} warnings`);
process.exitCode = errors === 0 ? 0 : 1;
