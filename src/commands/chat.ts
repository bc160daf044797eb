import { chatInTerminal } from '../channels/terminal';
import { errorFields } from '../bot/log';
import { printProblem } from '../content';
import { makeConverse } from '../conversation';
import { readRelease } from '../release';
import { openMemoryStore } from '../store';

/** `npm run chat`: a conversation in the terminal that leaves no trace. */
async function main(): Promise<void> {
  const { library, problems } = readRelease('.', new Date().toISOString().slice(0, 10));
  if (library === undefined) {
    for (const problem of problems) console.error(printProblem(problem));
    process.exitCode = 1;
    return;
  }
  const note = (fields: object, message: string): void => {
    console.error(message, fields);
  };
  await chatInTerminal({
    converse: makeConverse({
      store: openMemoryStore(),
      library: () => library,
      failed: (error, reference) => {
        note({ reference, ...errorFields(error) }, 'A turn failed');
      },
    }),
    release: () => library.release,
    input: process.stdin,
    output: process.stdout,
    log: { info: () => undefined, warn: note, error: note },
  });
}

void main();
