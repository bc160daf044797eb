import * as endpoint from './endpoint';
import { Keeping, type Kept } from './kept';
import { ChatError, type Activity, type ActivitySet, type Opened } from './protocol';

/** What the line tells its listener. */
export interface Listener {
  /** Activities in their order. Those of a conversation that was come back to arrive again from the first. */
  heard(activities: readonly Activity[]): void;
  /** `sorry`: the earlier conversation could not be come back to. `cleared`: somebody started over. */
  began(how: 'new' | 'again' | 'sorry' | 'cleared'): void;
  state(state: 'open' | 'lost' | 'elsewhere', words: string): void;
}

/** The server ends the oldest of many sockets of one conversation with this code. */
const openedElsewhere = 1008;
const pollEvery = 2_000;
const longestPause = 8_000;

/** The line to the desk: one conversation, come back to after a reload, a lost network, a restart of the server. */
export class Line {
  private readonly keeping = new Keeping((kept) => {
    this.follow(kept);
  });
  private kept: Kept | undefined;
  private socket: WebSocket | undefined;
  private watermark = 0;
  private failures = 0;
  private deafSockets = 0;
  private connecting: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** How often a conversation was left: what was asked for before the last time comes too late. */
  private leavings = 0;
  /** Conversations that were started over and are still on the server; none while nothing is being cleared. */
  private left: Kept[] | undefined;

  constructor(private readonly listener: Listener) {
    addEventListener('online', () => void this.connect());
    addEventListener('offline', () => {
      this.lost('You are offline.');
    });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.wake();
    });
    addEventListener('focus', () => {
      this.wake();
    });
    setInterval(() => void this.refresh(), 60_000);
  }

  /** Comes back to the conversation, or begins one. Never rejects; tries again by itself. */
  connect(): Promise<void> {
    this.connecting ??= this.tryToConnect().finally(() => {
      this.connecting = undefined;
    });
    return this.connecting;
  }

  /** Posts an activity. Throws ChatError; the same `clientActivityID` again is the same message. */
  async post(activity: object): Promise<void> {
    if (!this.kept) await this.connect();
    try {
      await this.postNow(activity);
    } catch (error) {
      if (!(error instanceof ChatError) || !error.ended) throw error;
      await this.connect();
      await this.postNow(activity);
    }
    if (this.socket?.readyState !== WebSocket.OPEN) await this.read();
  }

  /** Fetches what the socket should have brought. */
  async read(): Promise<void> {
    const { kept, watermark } = this;
    if (!kept) return;
    this.take(await endpoint.read(kept, watermark));
  }

  /** Leaves this conversation for a new one, in all tabs, and has the server delete it. */
  async startOver(): Promise<void> {
    this.left = [...(this.left ?? []), ...(this.kept ? [this.kept] : [])];
    this.drop();
    await this.beginCleared();
  }

  private async beginCleared(): Promise<void> {
    await this.begin('cleared');
    if (this.kept) this.keeping.announce(this.kept);
    const gone = this.left ?? [];
    this.left = undefined;
    // What cannot be deleted now was deleted from another tab, or is forgotten by the server in time.
    await Promise.allSettled(gone.map((kept) => endpoint.remove(kept)));
  }

  private async postNow(activity: object): Promise<void> {
    const { kept } = this;
    if (!kept) throw new ChatError(0, 'The desk cannot be reached just now.');
    await endpoint.post(kept, activity);
  }

  private async tryToConnect(): Promise<void> {
    clearTimeout(this.timer);
    try {
      if (this.left) {
        await this.beginCleared();
        return;
      }
      const kept = this.kept ?? (await this.keeping.find());
      if (kept === undefined) await this.begin('new');
      else if (!(await this.comeBack(kept))) {
        this.drop();
        await this.begin('sorry');
      }
    } catch (error) {
      const { message, wait } = error instanceof ChatError ? error : { message: 'Something went wrong.' };
      this.lost(message, wait);
    }
  }

  private async begin(how: 'new' | 'sorry' | 'cleared'): Promise<void> {
    const { leavings } = this;
    const opened = await endpoint.begin();
    if (leavings !== this.leavings) return;
    this.watermark = 0;
    this.listener.began(how);
    this.listen(opened);
  }

  /** False when the conversation is over, or was left for longer than the server keeps it. */
  private async comeBack(kept: Kept): Promise<boolean> {
    const { leavings } = this;
    const first = this.kept === undefined;
    try {
      const opened = await endpoint.reopen(kept, this.watermark);
      if (leavings !== this.leavings) return true;
      if (first) this.listener.began('again');
      this.listen(opened);
      return true;
    } catch (error) {
      if (error instanceof ChatError && error.ended) return false;
      throw error;
    }
  }

  private listen(opened: Opened): void {
    this.remember(opened);
    this.socket?.close();
    if (this.deafSockets >= 2) {
      void this.poll();
      return;
    }
    const socket = new WebSocket(opened.streamUrl);
    this.socket = socket;
    let wasOpen = false;
    socket.addEventListener('open', () => {
      wasOpen = true;
      this.deafSockets = 0;
      this.open();
    });
    socket.addEventListener('message', ({ data }) => {
      if (socket === this.socket && typeof data === 'string' && data !== '')
        this.take(JSON.parse(data) as ActivitySet);
    });
    socket.addEventListener('close', ({ code }) => {
      if (socket !== this.socket) return;
      if (!wasOpen) this.deafSockets += 1;
      if (code === openedElsewhere) this.pause();
      else this.lost('The line was interrupted.');
    });
  }

  /** Some networks let no WebSocket through. */
  private async poll(): Promise<void> {
    const of = this.kept?.conversationId;
    try {
      await this.read();
      this.open();
    } catch (error) {
      if (!(error instanceof ChatError) || error.status !== 429) {
        this.lost('The line was interrupted.');
        return;
      }
    }
    this.timer = setTimeout(
      () => {
        if (of === this.kept?.conversationId) void this.poll();
      },
      document.hidden ? 5 * pollEvery : pollEvery,
    );
  }

  private take({ activities, watermark }: ActivitySet): void {
    this.watermark = Math.max(this.watermark, Number(watermark) || 0);
    this.listener.heard(activities);
  }

  private open(): void {
    this.failures = 0;
    this.listener.state('open', '');
  }

  private lost(words: string, wait?: number): void {
    clearTimeout(this.timer);
    this.failures += 1;
    this.listener.state('lost', words);
    this.timer = setTimeout(
      () => void this.connect(),
      wait ?? Math.min(longestPause, 250 * 2 ** this.failures),
    );
  }

  private pause(): void {
    this.socket = undefined;
    this.listener.state(
      'elsewhere',
      'This chat is open in several other tabs. It goes on here when you come back.',
    );
  }

  /** After sleep, or in a tab that was put away, timers come late and sockets are dead. */
  private wake(): void {
    if (this.kept === undefined || this.connecting || this.deafSockets >= 2) return;
    const state = this.socket?.readyState;
    if (state !== WebSocket.OPEN && state !== WebSocket.CONNECTING) void this.connect();
    else void this.refresh();
  }

  /** A token is renewed after half its life, as Direct Line clients do. */
  private async refresh(): Promise<void> {
    const { kept } = this;
    if (!kept || kept.expires - Date.now() > 15 * 60_000) return;
    try {
      this.remember(await endpoint.renew(kept));
    } catch {
      // Tried again in a minute; when the conversation is over, coming back says so.
    }
  }

  private remember({ conversationId, token, expires_in: seconds }: Omit<Opened, 'streamUrl'>): void {
    this.kept = { conversationId, token, expires: Date.now() + seconds * 1000 };
    this.keeping.keep(this.kept);
  }

  private drop(): void {
    this.leavings += 1;
    this.kept = undefined;
    const { socket } = this;
    this.socket = undefined;
    socket?.close();
    clearTimeout(this.timer);
    this.keeping.forget();
  }

  private follow(kept: Kept): void {
    this.drop();
    this.keeping.keep(kept);
    this.watermark = 0;
    this.listener.began('cleared');
    void this.connect();
  }
}
