import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Access } from './access';
import { watermarkOf } from './calls';
import type { Conversations } from './conversations';
import { conversationOfStream } from './endpoint';
import { isOwnHost, isTrustedOrigin, type Trust } from './origin';
import type { Streams } from './stream';

export interface UpgradeOptions {
  readonly settings: Trust;
  readonly access: Access;
  readonly conversations: Conversations;
  readonly streams: Streams;
  readonly failed: (error: unknown) => void;
}

/** Takes a connection that wants to become a WebSocket, or turns it away. Never throws. */
export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void>;

/** Clients send nothing but empty frames; everything goes by HTTP. */
const longestFrame = 4096;

export function createUpgrade(options: UpgradeOptions): Upgrade {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: longestFrame,
    perMessageDeflate: false,
    clientTracking: false,
  });
  return async (request, socket, head) => {
    socket.on('error', () => {
      socket.destroy();
    });
    const stream = await admitted(request, options).catch((error: unknown) => {
      options.failed(error);
      return 500 as const;
    });
    if (typeof stream === 'number') {
      socket.end(`HTTP/1.1 ${stream} ${phrases[stream]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      options.streams.attach(stream.conversation, stream.watermark, webSocket);
    });
  };
}

const phrases = {
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  500: 'Internal Server Error',
} as const;

async function admitted(
  { url = '', headers }: IncomingMessage,
  { settings, access, conversations }: UpgradeOptions,
): Promise<{ conversation: string; watermark: number } | keyof typeof phrases> {
  const base = 'http://records-desk.invalid';
  if (!url.startsWith('/') || !URL.canParse(`${base}${url}`)) return 400;
  const { pathname, searchParams: query } = new URL(`${base}${url}`);
  const conversation = conversationOfStream(pathname);
  if (conversation === undefined) return 404;
  if (!isOwnHost(headers.host, settings) || !isTrustedOrigin({ headers }, settings)) return 403;
  if (!(await access.opensStream(conversation, query.get('t') ?? ''))) return 403;
  return (await conversations.find(conversation)) ? { conversation, watermark: watermarkOf({ query }) } : 404;
}
