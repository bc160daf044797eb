import { randomBytes } from 'node:crypto';

/** Where things are noted; pino's logger is one. It is never given message text, tokens or plain addresses. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** A short reference that a person can quote and an operator can find in the log. */
export function newReference(): string {
  return randomBytes(3).toString('hex');
}

/** What may be logged of an error: its name, code and places. Its message may quote what a person wrote, so it is left out. */
export function errorFields(error: unknown): { error: string; code?: string; at?: readonly string[] } {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: error.name, ...code, at: at.slice(0, 8).map((line) => line.trim()) };
}
