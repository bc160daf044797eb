import type { Line } from './line';
import { ChatError } from './protocol';

export interface Message {
  /** The same for every try, so that the desk answers once. */
  readonly id: string;
  readonly text: string;
  readonly value?: unknown;
}

export interface OutboxListener {
  sent(message: Message): void;
  /** It waits here and goes when the line is back. */
  waiting(message: Message, words: string): void;
  /** The desk will not take it. */
  refused(message: Message, words: string): void;
}

/** Messages on their way, in their order. What could not be sent waits for the line, or for the person to try again. */
export class Outbox {
  private readonly messages: Message[] = [];
  private running: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly line: Line,
    private readonly listener: OutboxListener,
  ) {}

  get isEmpty(): boolean {
    return this.messages.length === 0;
  }

  send(message: Message): void {
    this.messages.push(message);
    this.run();
  }

  /** Tries what waits. */
  run(): void {
    clearTimeout(this.timer);
    this.running ??= this.work().finally(() => {
      this.running = undefined;
    });
  }

  clear(): void {
    this.messages.length = 0;
    clearTimeout(this.timer);
  }

  private async work(): Promise<void> {
    for (let next = this.messages[0]; next !== undefined; next = this.messages[0]) {
      if (!(await this.deliver(next))) return;
      if (this.messages[0] === next) this.messages.shift();
    }
  }

  /** False when the message has to wait, and those behind it with it. */
  private async deliver(message: Message): Promise<boolean> {
    try {
      await this.line.post(asActivity(message));
      this.listener.sent(message);
      return true;
    } catch (error) {
      const { message: words, passing, wait } = problemOf(error);
      if (!passing) {
        this.listener.refused(message, words);
        return true;
      }
      this.listener.waiting(message, words);
      if (wait !== undefined)
        this.timer = setTimeout(() => {
          this.run();
        }, wait);
      return false;
    }
  }
}

function problemOf(error: unknown): ChatError {
  return error instanceof ChatError ? error : new ChatError(0, 'The message could not be sent.');
}

function asActivity({ id, text, value }: Message): object {
  return {
    type: 'message',
    from: { id: 'dl_page' },
    locale: 'en-GB',
    text,
    ...(value === undefined ? {} : { value }),
    channelData: { clientActivityID: id },
  };
}
