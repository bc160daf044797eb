import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Find } from './stock-search';

/** What an engine takes to be made ready. */
export interface Built<T> {
  readonly made: T;
  readonly milliseconds: number;
  /** Bytes of heap and array buffers that it keeps. */
  readonly bytes: number;
}

/** Milliseconds of processor time a question. */
export interface Times {
  readonly asked: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Makes something, and measures time and memory. */
export function build<T>(make: () => T): Built<T> {
  const before = inUse();
  const { made, milliseconds } = timed(make);
  return { made, milliseconds, bytes: inUse() - before };
}

/** Makes something, and measures the processor time: what else the machine does is not in it. */
export function timed<T>(make: () => T): { readonly made: T; readonly milliseconds: number } {
  const before = process.cpuUsage();
  const made = make();
  const { user, system } = process.cpuUsage(before);
  return { made, milliseconds: (user + system) / 1000 };
}

/** Stops asking a slow engine after so long, once it was asked so often. */
const LONGEST = 20_000;
const LEAST_ASKED = 30;
const WARM_UP = 10;

/**
 * Asks every engine the questions turn by turn, so that what slows the machine slows all of them. An engine that takes too long is asked
 * fewer.
 */
export function race(engines: readonly Find[], questions: readonly string[]): Times[] {
  for (const question of questions.slice(0, WARM_UP)) for (const find of engines) find(question);
  const times = engines.map((): number[] => []);
  const spent = engines.map(() => 0);
  for (const question of questions)
    engines.forEach((find, at) => {
      const own = times[at] ?? [];
      if ((spent[at] ?? 0) > LONGEST && own.length >= LEAST_ASKED) return;
      const { milliseconds } = timed(() => find(question));
      spent[at] = (spent[at] ?? 0) + milliseconds;
      own.push(milliseconds);
    });
  return times.map((own) => ({
    asked: own.length,
    p50: percentile(own, 0.5),
    p95: percentile(own, 0.95),
    p99: percentile(own, 0.99),
  }));
}

/** The smallest of some numbers that at least this share of them do not exceed (nearest rank); 0 of none. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

function inUse(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Node offers this only by a flag, which can be set late. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') (collect as () => void)();
}
