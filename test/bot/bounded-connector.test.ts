import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { ClaimsIdentity } from 'botframework-connector';
import { BoundedConnectorFactory } from '../../src/bot/bounded-connector';

let server: Server;
let asked: string[] = [];
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** A channel that answers as told, and the SDK's own connector to it. */
async function connectorTo(answer: RequestListener, milliseconds = 5000) {
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    request.resume();
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
  const sdk = new ConfigurationBotFrameworkAuthentication({}).createConnectorFactory(new ClaimsIdentity([]));
  const connector = await new BoundedConnectorFactory(sdk, milliseconds).create(url);
  const send = () => connector.conversations.sendToConversation('c1', { type: 'message', text: 'hello' });
  return { send };
}

const status =
  (...codes: number[]): RequestListener =>
  (_, response) => {
    const code = codes[asked.length - 1] ?? codes.at(-1) ?? 200;
    // Not in one chain: restify, once loaded, changes what writeHead gives back in every server of the process.
    response.writeHead(code, {
      'content-type': 'application/json',
      location: '/elsewhere',
      'retry-after': '0',
    });
    response.end('{"id":"1"}');
  };

test('a channel that takes the message is asked once', async () => {
  const { send } = await connectorTo(status(201));
  await expect(send()).resolves.toMatchObject({ id: '1' });
  expect(asked).toEqual(['/v3/conversations/c1/activities']);
});

test('a channel that never answers is waited for no longer than the limit, and then not at all', async () => {
  const { send } = await connectorTo(() => undefined, 200);
  const begun = Date.now();
  await expect(send()).rejects.toThrow();
  expect(Date.now() - begun).toBeLessThan(1500);
  await expect(send()).rejects.toThrow();
  expect(asked).toHaveLength(1);
});

test('an answer that breaks off counts as none', async () => {
  const { send } = await connectorTo((_, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('{');
  }, 200);
  await expect(send()).rejects.toThrow();
});

test.each([408, 500, 502, 503, 504])(
  'after %i the message may have been shown, so that it is not sent again',
  async (code) => {
    const { send } = await connectorTo(status(code));
    await expect(send()).rejects.toMatchObject({ statusCode: code });
    expect(asked).toHaveLength(1);
  },
);

test.each([412, 429])('after %i it was not taken, so that it is sent again', async (code) => {
  const { send } = await connectorTo(status(code, 201));
  await expect(send()).resolves.toMatchObject({ id: '1' });
  expect(asked).toHaveLength(2);
});

test('a channel that refuses three times is left alone', async () => {
  const { send } = await connectorTo(status(429));
  await expect(send()).rejects.toMatchObject({ statusCode: 429 });
  expect(asked).toHaveLength(3);
}, 10_000);

test.each([301, 302, 303, 307, 308])('a redirect (%i) is not followed', async (code) => {
  const { send } = await connectorTo(status(code, 200));
  await send().catch(() => undefined);
  expect(asked).toEqual(['/v3/conversations/c1/activities']);
});

test('a line that is cut is not tried again', async () => {
  const { send } = await connectorTo((request) => request.socket.destroy());
  await expect(send()).rejects.toThrow();
  expect(asked).toHaveLength(1);
});
