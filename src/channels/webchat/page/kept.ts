/** What a tab remembers of its conversation: how to come back to it, and nothing of what was said. */
export interface Kept {
  readonly conversationId: string;
  readonly token: string;
  /** When the token runs out, in milliseconds since 1970. */
  readonly expires: number;
}

const KEY = 'records-desk-conversation';
/** Another tab answers at once or not at all. */
const patience = 100;

type Word = { readonly ask: true } | { readonly kept: Kept } | { readonly began: Kept };

/** The conversation of this tab, in session storage; a new tab is handed it by the one that has it. */
export class Keeping {
  private channel: BroadcastChannel | undefined;
  private current: Kept | undefined;

  /** `began` is called when another tab starts over. */
  constructor(began: (kept: Kept) => void) {
    this.current = stored();
    try {
      this.channel = new BroadcastChannel('records-desk');
    } catch {
      return; // Storage is blocked: tabs cannot find each other, each has its own chat.
    }
    this.channel.addEventListener('message', ({ data }: MessageEvent<Word>) => {
      if ('ask' in data && this.current) this.tell({ kept: this.current });
      if ('began' in data) {
        this.keep(data.began);
        began(data.began);
      }
    });
  }

  /** The conversation to come back to: this tab's own, or another tab's. */
  async find(): Promise<Kept | undefined> {
    this.current ??= await this.askOthers();
    return this.current;
  }

  keep(kept: Kept): void {
    this.current = kept;
    try {
      sessionStorage.setItem(KEY, JSON.stringify(kept));
    } catch {
      // Storage is blocked or full: the chat works, a reload begins anew.
    }
  }

  /** Other tabs follow to a conversation that was started in place of theirs. */
  announce(kept: Kept): void {
    this.tell({ began: kept });
  }

  forget(): void {
    this.current = undefined;
    try {
      sessionStorage.removeItem(KEY);
    } catch {
      // Nothing was kept.
    }
  }

  private tell(word: Word): void {
    this.channel?.postMessage(word);
  }

  private askOthers(): Promise<Kept | undefined> {
    const { channel } = this;
    if (!channel) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const heard = ({ data }: MessageEvent<Word>) => {
        if ('kept' in data) done(data.kept);
      };
      const done = (kept?: Kept) => {
        channel.removeEventListener('message', heard);
        resolve(kept);
      };
      channel.addEventListener('message', heard);
      setTimeout(done, patience);
      this.tell({ ask: true });
    });
  }
}

function stored(): Kept | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Partial<Kept> | null;
    return typeof kept?.conversationId === 'string' &&
      typeof kept.token === 'string' &&
      typeof kept.expires === 'number'
      ? (kept as Kept)
      : undefined;
  } catch {
    return undefined;
  }
}
