import { parseArgs } from 'node:util';
import { account, printAccount } from '../evaluation/account';
import { removeIdentifiers } from '../privacy';
import { readRelease } from '../release';

/** `npm run explain -- "question"`: what the words became, which entries scored what and why, and the verdict with its reason. */
const { positionals } = parseArgs({ allowPositionals: true });
const { text } = removeIdentifiers(positionals.join(' '));
const { library } = readRelease('.', new Date().toISOString().slice(0, 10));
if (library === undefined || text === '') {
  console.error(
    library === undefined
      ? 'The content has mistakes; npm run check:content -- --errors prints them.'
      : 'Name the question: npm run explain -- "label not come"',
  );
  process.exitCode = 1;
} else console.log(printAccount(account(library, text)));
