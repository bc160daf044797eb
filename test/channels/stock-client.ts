import { once } from 'node:events';
import { createServer, connect, type Server, type Socket } from 'node:net';
import type { Activity, DirectLine as Client, Message } from 'botframework-directlinejs';
import WebSocket from 'ws';
import { XMLHttpRequest } from 'xhr2';
import { json, type Desk } from '../server/desk';

/** Microsoft's own client, against this server. It finds both of these among the globals of a browser. */
Object.assign(globalThis, { XMLHttpRequest, WebSocket });

const clients: Client[] = [];
const lines: (() => void)[] = [];

/** Ends every client and line that was started since; before the servers, since clients come back. */
export function endClients(): void {
  for (const client of clients.splice(0)) client.end();
  for (const close of lines.splice(0)) close();
}

export interface Chat {
  readonly client: Client;
  readonly seen: Activity[];
  /** What the bot said, once it said so much. */
  readonly said: (count: number) => Promise<Message[]>;
  readonly send: (activity: object) => Promise<string>;
}

/** A chat of the stock client with the server at `url`, or with what stands before it. */
export async function chat(url: string, options: object): Promise<Chat> {
  const { DirectLine } = await import('botframework-directlinejs');
  const client = new DirectLine({
    domain: `${url}/v3/directline`,
    pollingInterval: 200,
    random: () => 0,
    ...options,
  });
  clients.push(client);
  const seen: Activity[] = [];
  client.activity$.subscribe(
    (activity) => seen.push(activity),
    () => undefined,
  );
  const said = () =>
    seen.filter(
      (activity): activity is Message => activity.type === 'message' && activity.from.id === 'records-desk',
    );
  return {
    client,
    seen,
    said: async (count) => {
      await until(() => said().length >= count);
      return said();
    },
    send: (activity) =>
      new Promise((resolve, reject) => {
        client.postActivity({ type: 'message', from: { id: 'me' }, ...activity }).subscribe(resolve, reject);
      }),
  };
}

export async function until(reached: () => boolean): Promise<void> {
  const end = Date.now() + 8000;
  while (!reached()) {
    if (Date.now() > end) throw new Error('It did not come about within eight seconds.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/**
 * Something between client and server that can be cut, as a broken line is: without a goodbye. `hears` is asked about each
 * piece that comes from the server, and may have the line cut in the middle of it or before it.
 */
export async function line(
  target: string,
  hears: (data: Buffer) => 'pass' | 'half' | 'none' = () => 'pass',
): Promise<{ url: string; cut: () => void }> {
  const pieces = new Set<Socket>();
  const server: Server = createServer((socket) => {
    const onward = connect(Number(new URL(target).port), '127.0.0.1');
    for (const piece of [socket, onward]) {
      pieces.add(piece);
      piece.on('error', () => undefined);
    }
    socket.pipe(onward);
    onward.on('data', (data: Buffer) => {
      const passed = { pass: data.length, half: data.length >> 1, none: 0 }[hears(data)];
      socket.write(data.subarray(0, passed), () => {
        if (passed < data.length) socket.destroy();
      });
    });
    onward.on('end', () => socket.end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The line has no port.');
  const cut = () => {
    for (const piece of pieces) piece.destroy();
  };
  lines.push(() => {
    cut();
    server.close();
  });
  return { url: `http://127.0.0.1:${address.port}`, cut };
}

export const tokenFrom = async (desk: Desk) =>
  String((await json(await desk.post('/webchat/token')))['token']);
export const texts = (messages: readonly Message[]) => messages.map(({ text }) => text);
