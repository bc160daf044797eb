/** What a tab remembers of its conversation: how to come back to it, and nothing of what was said. */
export interface Kept {
  readonly conversationId: string;
  readonly token: string;
  /** When the token runs out, in milliseconds since 1970. */
  readonly expires: number;
}

const KEY = 'records-desk-conversation';
/** Of the channel between tabs, and of the lock that each tab with a conversation holds. */
const NAME = 'records-desk';
/** Milliseconds to wait for another tab: one that is there may be busy; nobody waits where it is known that there is none. */
const patience = { somebody: 1_000, nobody: 0, unknown: 200 };

type Word = { readonly ask: true } | { readonly kept: Kept } | { readonly began: Kept };

/** The conversation of this tab, in session storage; a new tab is handed it by the one that has it. */
export class Keeping {
  private channel: BroadcastChannel | undefined;
  private current: Kept | undefined;
  private holds = false;

  /** `began` is called when another tab starts over. */
  constructor(began: (kept: Kept) => void) {
    this.current = stored();
    try {
      this.channel = new BroadcastChannel(NAME);
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
    this.hold();
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

  /** As long as the tab lives, others can see that there is one to ask. Where locks are withheld, they ask in the dark. */
  private hold(): void {
    if (this.holds) return;
    this.holds = true;
    const tillTheTabCloses = new Promise(() => undefined);
    lock(() => tillTheTabCloses).catch(() => undefined);
  }

  private async askOthers(): Promise<Kept | undefined> {
    const { channel } = this;
    if (!channel) return undefined;
    const wait = patience[await others()];
    if (wait === 0) return undefined;
    return new Promise((resolve) => {
      const heard = ({ data }: MessageEvent<Word>) => {
        if ('kept' in data) done(data.kept);
      };
      const done = (kept?: Kept) => {
        channel.removeEventListener('message', heard);
        resolve(kept);
      };
      channel.addEventListener('message', heard);
      setTimeout(done, wait);
      this.tell({ ask: true });
    });
  }
}

async function lock(during: () => Promise<unknown>): Promise<void> {
  await navigator.locks.request(NAME, { mode: 'shared' }, during);
}

/** Whether another tab has a conversation. Unknown where pages have no locks: over plain http, or with storage blocked. */
async function others(): Promise<keyof typeof patience> {
  try {
    const { held = [] } = await navigator.locks.query();
    return held.some(({ name }) => name === NAME) ? 'somebody' : 'nobody';
  } catch {
    return 'unknown';
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
