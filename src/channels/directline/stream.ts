import type { WebSocket } from 'ws';
import type { ConversationLog } from './conversation-log';

/** A page reloads, a second tab opens: more sockets than this for one conversation are nobody's honest need. */
const mostSockets = 4;
/** A client that does not read is cut off; it comes back with its watermark and misses nothing. */
const mostUnread = 1024 * 1024;
const pingEvery = 30_000;

/** Sends conversations to sockets: what stands behind a watermark first, then whatever comes. */
export class Streams {
  private readonly open = new Map<string, WebSocket[]>();

  constructor(
    private readonly log: ConversationLog,
    private readonly failed: (error: unknown) => void,
  ) {}

  attach(conversation: string, watermark: number, socket: WebSocket): void {
    const sockets = [...(this.open.get(conversation) ?? []), socket];
    if (sockets.length > mostSockets) sockets.shift()?.close(1008, 'Opened too often');
    this.open.set(conversation, sockets);
    const stop = this.follow(conversation, watermark, socket);
    const stopPinging = keepAlive(socket);
    socket.on('error', () => {
      socket.terminate();
    });
    socket.on('close', () => {
      stop();
      stopPinging();
      this.detach(conversation, socket);
    });
  }

  /** Ends the streams of a conversation that is no more. */
  end(conversation: string): void {
    for (const socket of this.open.get(conversation) ?? []) socket.close(1000, 'The conversation is over');
  }

  /** Says goodbye to everybody. Clients come back by themselves. */
  close(): void {
    for (const socket of [...this.open.values()].flat()) {
      socket.close(1001, 'The server is stopping');
      setTimeout(() => {
        socket.terminate();
      }, 1000).unref();
    }
  }

  /** Sends frame after frame, never two at a time, so that the watermark only grows. */
  private follow(conversation: string, watermark: number, socket: WebSocket): () => void {
    let seen = watermark;
    let sending: Promise<void> = Promise.resolve();
    const send = async () => {
      if (socket.readyState !== socket.OPEN) return;
      const set = await this.log.after(conversation, seen);
      if (set.activities.length === 0) return;
      seen = Number(set.watermark);
      socket.send(JSON.stringify(set));
      if (socket.bufferedAmount > mostUnread) socket.terminate();
    };
    const next = () => {
      sending = sending.then(send).catch((error: unknown) => {
        this.failed(error);
        socket.terminate();
      });
    };
    const stop = this.log.listen(conversation, next);
    next();
    return stop;
  }

  private detach(conversation: string, socket: WebSocket): void {
    const left = (this.open.get(conversation) ?? []).filter((other) => other !== socket);
    if (left.length > 0) this.open.set(conversation, left);
    else this.open.delete(conversation);
  }
}

/** Ends sockets whose other end went away without a word. */
function keepAlive(socket: WebSocket): () => void {
  let alive = true;
  socket.on('pong', () => {
    alive = true;
  });
  const timer = setInterval(() => {
    if (!alive) socket.terminate();
    alive = false;
    socket.ping();
  }, pingEvery);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}
