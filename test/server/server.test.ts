import { createServer as createPlainServer } from 'node:http';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { HttpProblem, type Route } from '../../src/channels/route';
import type { Health } from '../../src/channels/health-route';
import { memoryShelf } from '../../src/channels/directline/memory-shelf';
import { bearer, closeDesks, json, smallTalk, startDesk } from './desk';

afterEach(closeDesks);

const page = (change: Partial<Route>): Route => ({
  method: 'GET',
  path: '/page/:name',
  handle: ({ params, query }) => Promise.resolve({ status: 200, body: { params, query: query.get('q') } }),
  ...change,
});
const withPages = (...pages: Partial<Route>[]) => startDesk({ pages: pages.map(page) });

test('health is 503 until the content is loaded, then says what answers', async () => {
  const loaded: Health[] = [];
  const desk = await startDesk({ health: () => loaded[0] });
  expect((await desk.get('/health')).status).toBe(503);
  loaded.push({ release: 'abc', entries: 3, trees: 1 });
  const response = await desk.get('/health');
  expect(response.status).toBe(200);
  expect(await json(response)).toEqual({ status: 'ok', release: 'abc', entries: 3, trees: 1 });
  expect((await fetch(`${desk.url}/health`, { method: 'HEAD' })).status).toBe(200);
});

test('every answer carries the security headers, says nothing of its maker and is not kept', async () => {
  const desk = await startDesk();
  const answers = [
    await desk.get('/health'),
    await desk.get('/nowhere'),
    await desk.post('/v3/directline/tokens/generate', 'not JSON'),
    await desk.get('/health', { 'content-encoding': 'gzip' }),
  ];
  for (const { headers } of answers) {
    expect(headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('server')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('strict-transport-security')).toBeNull();
  }
  expect(answers[0]?.headers.get('cache-control')).toBe('no-store');
});

test('an address that people reach by https asks browsers to stay there', async () => {
  const desk = await startDesk({ env: { PUBLIC_URL: 'https://desk.example' } });
  expect((await desk.get('/health')).headers.get('strict-transport-security')).toContain('max-age=');
});

test('unknown addresses and methods are refused without repeating them', async () => {
  const desk = await startDesk();
  const response = await desk.get('/nowhere/<script>');
  expect(response.status).toBe(404);
  expect(await json(response)).toEqual({
    error: { code: 'NotFound', message: 'There is nothing at this address.' },
  });
  for (const method of ['PUT', 'DELETE', 'PATCH']) {
    const refused = await fetch(`${desk.url}/health`, { method });
    expect(refused.status).toBe(405);
    expect(await json(refused)).toMatchObject({ error: { code: 'MethodNotAllowed' } });
  }
});

test('a person who comes to an unknown address gets a page that leads on, and repeats nothing', async () => {
  const desk = await startDesk();
  const response = await desk.get('/nowhere/zebra?x=gnu', { accept: 'text/html,*/*;q=0.8' });
  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('content-security-policy')).toContain("style-src 'self'");
  const page = await response.text();
  expect(page).toContain('<h1>Page not found</h1>');
  expect(page).not.toMatch(/zebra|gnu/);
  const requests = () => desk.logged.filter((line) => line.includes('"route":"none"'));
  while (requests().length === 0) await wait(5);
  expect(requests()).toEqual([expect.stringContaining('"status":404')]);
  expect(await desk.healthy()).toBe(true);
});

test('a page gets its parts of the path and its query, and its headers have the last word', async () => {
  const desk = await withPages(
    {},
    {
      path: '/embedded',
      handle: () =>
        Promise.resolve({
          status: 200,
          headers: {
            'content-type': 'text/html',
            'content-security-policy': 'frame-ancestors *',
            'cache-control': 'max-age=60',
          },
          body: '<p>é</p>',
        }),
    },
  );
  expect(await json(await desk.get('/page/one%20two?q=a%26b'))).toEqual({
    params: { name: 'one two' },
    query: 'a&b',
  });
  const html = await desk.get('/embedded');
  expect(html.headers.get('content-type')).toBe('text/html');
  expect(html.headers.get('content-security-policy')).toBe('frame-ancestors *');
  expect(html.headers.get('cache-control')).toBe('max-age=60');
  expect(await html.text()).toBe('<p>é</p>');
});

test('only routes that say so take forms', async () => {
  const handle: Route['handle'] = ({ body }) => Promise.resolve({ status: 200, body: { got: body } });
  const desk = await withPages(
    { method: 'POST', path: '/form', accepts: ['application/x-www-form-urlencoded'], handle },
    { method: 'POST', path: '/json', handle },
  );
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  expect(await json(await desk.post('/form', 'a=1&b=%26', form))).toEqual({ got: { a: '1', b: '&' } });
  expect((await desk.post('/form', {})).status).toBe(415);
  expect((await desk.post('/json', 'a=1', form)).status).toBe(415);
  expect((await desk.post('/json', '{}', { 'content-type': 'text/plain' })).status).toBe(415);
  expect(
    (await desk.post('/json', '{}', { 'content-type': 'application/json; charset=utf-16' })).status,
  ).toBe(415);
  expect(
    await json(await desk.post('/json', '{"a":"é"}', { 'content-type': 'application/json; charset=UTF-8' })),
  ).toEqual({ got: { a: 'é' } });
  expect(await json(await desk.post('/json'))).toEqual({});
});

test('a failure inside is one sentence with a reference; the log has it under the same, without its message', async () => {
  const desk = await withPages({ handle: () => Promise.reject(new Error('cannot open /etc/secret for Jo')) });
  const response = await desk.get('/page/x');
  expect(response.status).toBe(500);
  const text = await response.text();
  expect(text).not.toMatch(/secret|Error:|at /);
  const reference = /reference ([0-9a-f]{6})/.exec(text)?.[1];
  expect(desk.logged.find((line) => line.includes('A request failed'))).toContain(reference);
  expect(desk.logged.join('\n')).not.toMatch(/secret|Jo/);
});

test.each(['a string', undefined, null, { status: 200 }])(
  'throwing %j is a failure like any other',
  async (thrown) => {
    const desk = await withPages({ handle: jest.fn().mockRejectedValue(thrown) });
    expect((await desk.get('/page/x')).status).toBe(500);
    expect(await desk.healthy()).toBe(true);
  },
);

test('a refusal is told with its own status and headers, before the body is read', async () => {
  const handle = jest.fn();
  const desk = await withPages({
    method: 'POST',
    path: '/closed',
    admit: () => {
      throw new HttpProblem(418, 'Teapot', 'No coffee.', { 'x-kind': 'pot' });
    },
    handle,
  });
  const response = await desk.post('/closed', 'not JSON');
  expect([response.status, response.headers.get('x-kind')]).toEqual([418, 'pot']);
  expect(await json(response)).toEqual({ error: { code: 'Teapot', message: 'No coffee.' } });
  expect(handle).not.toHaveBeenCalled();
});

test('a stop lets what was begun finish and takes nothing new', async () => {
  const desk = await startDesk({
    converse: async (turn) => {
      await wait(turn.joined ? 0 : 200);
      return smallTalk(turn);
    },
  });
  const { token } = await json(await desk.post('/v3/directline/tokens/generate'));
  const { conversationId } = await json(
    await desk.post('/v3/directline/conversations', undefined, bearer(token)),
  );
  const path = `/v3/directline/conversations/${String(conversationId)}/activities`;
  const begun = desk.post(path, { type: 'message', text: 'hello' }, bearer(token));
  await wait(50);
  const stopped = closeDesks();
  expect((await begun).status).toBe(200);
  await stopped;
  await expect(desk.get('/health')).rejects.toThrow();
});

test('a port that is taken is told to whoever starts the server', async () => {
  const other = createPlainServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const PORT = String(typeof address === 'object' ? address?.port : 0);
  await expect(startDesk({ env: { PORT }, directLine: memoryShelf() })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
  other.close();
});
