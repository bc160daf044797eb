import { AsyncLocalStorage } from 'node:async_hooks';
import { errorFields, type Log } from './log';

const current = new AsyncLocalStorage<Log>();
let redirected = false;

/**
 * Runs SDK code. What it writes to the console meanwhile, keys and tokens among it, becomes a line in the log that holds
 * no more than the names of errors. The console of everybody else is left as it is.
 */
export function withQuietConsole<T>(log: Log, work: () => Promise<T>): Promise<T> {
  redirect();
  return current.run(log, work);
}

function redirect(): void {
  if (redirected) return;
  redirected = true;
  for (const method of ['log', 'warn', 'error'] as const) {
    const write = console[method].bind(console);
    console[method] = (...written: unknown[]) => {
      const log = current.getStore();
      if (!log) write(...written);
      else
        log.warn(
          { errors: written.filter((item) => item instanceof Error).map(errorFields) },
          'The Bot Framework SDK reported something',
        );
    };
  }
}
