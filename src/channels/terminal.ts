import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { createBot } from '../bot/cloud-adapter';
import type { Log } from '../bot/log';
import type { Converse } from '../bot/records-desk-bot';
import { removeIdentifiers } from '../privacy';
import { replyToPlain } from '../render';

export interface TerminalOptions {
  readonly converse: Converse;
  readonly release: () => string;
  readonly input: Readable;
  readonly output: Writable;
  readonly log: Log;
}

/**
 * A chat in the terminal: one line is one message, through the same bot as every other channel. Ends when the input ends
 * or when "exit" is typed.
 */
export async function chatInTerminal({
  converse,
  release,
  input,
  output,
  log,
}: TerminalOptions): Promise<void> {
  const conversation = `terminal-${randomUUID()}`;
  const bot = createBot({
    app: undefined,
    converse,
    release,
    log,
    removeIdentifiers,
    rendering: { text: replyToPlain, card: () => undefined },
    deliver: (_conversation, { text }) => {
      output.write(`\n${text ?? ''}\n`);
      return Promise.resolve({ id: randomUUID() });
    },
  });
  const common = { channel: 'terminal', conversation, person: { id: 'terminal' } };
  await bot.take({ ...common, type: 'joined', id: randomUUID(), removed: [] });
  const lines = createInterface({ input, output, prompt: '\n> ' });
  lines.prompt();
  for await (const line of lines) {
    if (/^\s*(exit|quit)\s*$/i.test(line)) break;
    const { text, kinds } = removeIdentifiers(line);
    await bot.take({ ...common, type: 'message', id: randomUUID(), text, removed: kinds });
    lines.prompt();
  }
  lines.close();
}
