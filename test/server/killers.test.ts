import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { bearer, closeDesks, json, startDesk, type Desk } from './desk';
import { raw, statuses } from './raw';

/** Inputs that end, hang or fill a server built of the same parts without a guard. After each, this one still answers. */

let desk: Desk;
let chat: { readonly path: string; readonly auth: { authorization: string } };

beforeAll(async () => {
  desk = await startDesk();
  const { token } = await json(await desk.post('/v3/directline/tokens/generate'));
  const { conversationId } = await json(
    await desk.post('/v3/directline/conversations', undefined, bearer(token)),
  );
  chat = { path: `/v3/directline/conversations/${String(conversationId)}/activities`, auth: bearer(token) };
});
afterEach(async () => {
  expect(await desk.healthy()).toBe(true);
});
afterAll(closeDesks);

const post = (path: string, body: string | Buffer, headers: Record<string, string> = {}) =>
  fetch(desk.url + path, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...chat.auth, ...headers },
  });
const doors = () => [
  '/api/messages',
  chat.path,
  '/v3/directline/tokens/generate',
  '/v3/directline/conversations',
];

describe('bodies that pretend to be packed', () => {
  const gzip = gzipSync('{"type":"message"}');
  const bomb = gzipSync(Buffer.alloc(100 * 1024 * 1024, ' '));
  test.each([
    ['plain text as gzip', 'gzip', '{"type":"message"}'],
    ['half a gzip', 'gzip', gzip.subarray(0, gzip.length / 2)],
    ['a whole gzip', 'gzip', gzip],
    ['a gzip of 100 MB', 'gzip', bomb],
    ['deflate', 'deflate', 'x'],
    ['brotli', 'br', 'x'],
    ['capitals', 'GZIP', gzip],
    ['a list', 'identity, gzip', gzip],
    ['junk', 'x'.repeat(100), 'x'],
  ])('%s is refused unread', async (_, encoding, body) => {
    const before = process.memoryUsage().rss;
    for (const door of doors())
      expect((await post(door, body, { 'content-encoding': encoding })).status).toBe(415);
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
  });

  test('a body that says that it is not packed is read', async () => {
    expect((await post(chat.path, '{"type":"event"}', { 'content-encoding': 'identity' })).status).toBe(200);
  });
});

describe('large bodies', () => {
  const over = '"'.padEnd(256 * 1024, 'x') + '"';
  test('one byte too many is too many, stated or not', async () => {
    for (const door of doors()) {
      expect((await post(door, over)).status).toBe(413);
      expect((await post(door, `"${'x'.repeat(256 * 1024 - 2)}"`)).status).not.toBe(413);
    }
    const chunks = `20000\r\n${'x'.repeat(0x20000)}\r\n`.repeat(3);
    const head = `POST ${chat.path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${chat.auth.authorization}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`;
    expect(statuses(await raw(desk.url, `${head}${chunks}0\r\n\r\n`))).toEqual([413]);
  });

  test('20 MB of a file to a JSON route are refused, and none of it reaches the disk', async () => {
    const before = readdirSync(tmpdir()).length;
    const form = new FormData();
    form.append('file', new Blob([Buffer.alloc(20 * 1024 * 1024)]), 'notes.pdf');
    for (const door of doors()) {
      const response = await fetch(desk.url + door, { method: 'POST', body: form, headers: chat.auth }).catch(
        () => undefined,
      );
      expect([413, 415, undefined]).toContain(response?.status);
    }
    expect(readdirSync(tmpdir()).length).toBeLessThanOrEqual(before + 2);
  });

  test('a stated length is believed no further than to refuse it', async () => {
    const stated = (length: string) =>
      raw(
        desk.url,
        `POST ${chat.path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n{}`,
      );
    expect(statuses(await stated('99999999999'))).toEqual([413]);
    expect(statuses(await stated('-1'))).toEqual([400]);
    expect(statuses(await stated('0x10'))).toEqual([400]);
  });
});

describe('bodies that are not what they should be', () => {
  const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  test.each<[string, string | Buffer]>([
    ['nothing', ''],
    ['{}', '{}'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a word', '"x"'],
    ['a number', '5'],
    ['broken JSON', '{"type":'],
    ['two values', '{}{}'],
    ['a type that is a number', '{"type":5}'],
    ['a type that is an object', '{"type":{}}'],
    ['a type of 10 KB', JSON.stringify({ type: 'x'.repeat(10_240) })],
    ['33 levels', deep(33)],
    ['33 levels inside', `{"type":"message","text":"x","value":${deep(32)}}`],
    ['100,000 levels', deep(100_000)],
    ['100,000 levels, open', '['.repeat(100_000)],
    ['100,000 levels of objects', '{"a":'.repeat(40_000) + '1' + '}'.repeat(40_000)],
    ['a prototype', '{"type":"message","__proto__":{"polluted":true}}'],
    ['a prototype deeper down', '{"type":"message","value":{"a":[{"__proto__":{"polluted":true}}]}}'],
    ['a byte order mark', '\ufeff{"type":"message"}'],
    ['UTF-16', Buffer.from('{"type":"message"}', 'utf16le')],
    ['Latin-1', Buffer.from('{"type":"mé"}', 'latin1')],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x80])],
    ['NUL', '\0'],
  ])('%s is refused with 400', async (_, body) => {
    for (const door of ['/api/messages', chat.path]) {
      const response = await post(door, body);
      expect(response.status).toBe(400);
      expect(await json(response)).toMatchObject({ error: { code: 'BadArgument' } });
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('32 levels are taken', async () => {
    expect((await post(chat.path, `{"type":"message","text":"x","value":${deep(31)}}`)).status).toBe(200);
  });

  test('a constructor is a word like any other', async () => {
    const response = await post(
      chat.path,
      '{"type":"message","text":"x","constructor":{"prototype":{"polluted":true}}}',
    );
    expect(response.status).toBe(200);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('activities of odd shapes', () => {
  const whole = {
    type: 'message',
    id: '1',
    channelId: 'emulator',
    serviceUrl: 'http://127.0.0.1:1/',
    conversation: { id: 'c' },
    from: { id: 'p' },
    recipient: { id: 'b' },
    text: 'hello',
  };
  test.each([
    ...['channelId', 'serviceUrl', 'conversation', 'from', 'recipient'].map((field) => ({
      [field]: undefined,
    })),
    { from: null },
    { from: { id: 5 } },
    { conversation: [] },
    { recipient: 'b' },
    { id: {} },
    { text: {} },
    { text: ['x'] },
    { text: 5 },
    { attachments: {} },
    { attachments: Array.from({ length: 1000 }, () => ({})) },
    { attachments: [null] },
    { entities: 'x' },
    { entities: [{}] },
    { entities: [null] },
    { entities: [{ type: 5 }] },
    { membersAdded: Array.from({ length: 10_000 }, (_, n) => ({ id: String(n) })) },
    { membersAdded: [null] },
    { type: 'conversationUpdate', membersAdded: [{}] },
    { type: 'messageReaction', reactionsAdded: 'x' },
    { type: 'invoke', name: { a: 1 } },
    { deliveryMode: 'stream' },
    { replyToId: {} },
  ])('%j is refused with 400', async (change) => {
    expect((await post('/api/messages', JSON.stringify({ ...whole, ...change }))).status).toBe(400);
  });

  test.each([
    { type: 'unknown' },
    { type: 'invoke', name: 'adaptiveCard/action', value: 'junk' },
    { type: 'invoke', name: 'signin/verifyState' },
    { type: 'invoke', name: 'nothing/known' },
    { type: 'conversationUpdate' },
    { type: 'conversationUpdate', membersRemoved: [{ id: 'x' }] },
    { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
    { type: 'endOfConversation' },
    { type: 'typing' },
    { type: 'event', name: 'tokens/response', value: null },
    { type: 'event', name: 'continueConversation' },
    { type: 'messageUpdate', channelData: { eventType: 'editMessage' } },
    { text: null, attachments: null, entities: null },
    { text: '\0\u202e\u200b\ud800', locale: '../../etc/passwd' },
    { text: `a${'\u0301'.repeat(10_000)}` },
    { text: '\u{e0041}'.repeat(1000) },
    { timestamp: 'junk', localTimestamp: {}, expiration: 5 },
    { timestamp: 5 },
    { channelData: 'x' },
    { channelData: [] },
    { value: { constructor: { prototype: 1 } } },
    { entities: [{ type: 'mention' }] },
    { from: { id: '__proto__' }, conversation: { id: 'constructor' }, id: '__proto__' },
    { deliveryMode: 'expectReplies' },
  ])('%j is taken without harm', async (change) => {
    const { status } = await post('/api/messages', JSON.stringify({ ...whole, ...change }));
    expect([200, 400, 501]).toContain(status);
  });

  test('five hundred activities put together at random end in no failure', async () => {
    const odd = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom('message', 'event', 'invoke', 'conversationUpdate', 'mention'),
    );
    const field = fc.constantFrom(
      ...Object.keys(whole),
      'value',
      'entities',
      'attachments',
      'membersAdded',
      'channelData',
      'name',
      'locale',
    );
    const change = fc.dictionary(field, odd, { maxKeys: 4 });
    await fc.assert(
      fc.asyncProperty(change, async (fields) => {
        const body = JSON.stringify({ ...whole, ...fields });
        for (const door of ['/api/messages', chat.path])
          expect([200, 400, 401, 403, 501]).toContain((await post(door, body)).status);
      }),
      { numRuns: 250 },
    );
  }, 60_000);
});

describe('lines that are no HTTP, or hardly', () => {
  const post11 = `POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n`;
  test.each<[string, string | Buffer, number[]]>([
    ['a host that is no host', 'GET /health HTTP/1.1\r\nHost: [\r\n\r\n', [400]],
    ['a host with a space', 'GET /health HTTP/1.1\r\nHost: a b\r\n\r\n', [400]],
    ['a host with a path', 'GET /health HTTP/1.1\r\nHost: localhost/x\r\n\r\n', [400]],
    ['no host', 'GET /nowhere HTTP/1.1\r\n\r\n', [400]],
    ['two hosts', 'GET /nowhere HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n', [404]],
    ['an address that is no address', 'GET http://[ HTTP/1.1\r\nHost: localhost\r\n\r\n', [400]],
    [
      'an address with another host',
      'GET http://evil.example/health HTTP/1.1\r\nHost: localhost\r\n\r\n',
      [400],
    ],
    ['an address that is no path', 'GET nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n', [400]],
    ['an asterisk', 'OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n', [400]],
    ['two slashes', 'GET //health HTTP/1.1\r\nHost: localhost\r\n\r\n', [404]],
    ['two slashes and a bracket', 'GET //[ HTTP/1.1\r\nHost: localhost\r\n\r\n', [404]],
    ['a broken escape', 'GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n', [400]],
    [
      'an escape that is no text',
      'GET /v3/directline/conversations/%c0%af HTTP/1.1\r\nHost: localhost\r\n\r\n',
      [400],
    ],
    ['a broken escape in the query', 'GET /health?%zz HTTP/1.1\r\nHost: localhost\r\n\r\n', [400]],
    [
      'a way out of the folder',
      'GET /v3/directline/conversations/..%2f..%2fetc%2fpasswd HTTP/1.1\r\nHost: localhost\r\n\r\n',
      [401],
    ],
    ['an endless address', `GET /${'x'.repeat(10_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`, [414]],
    ['TRACE', 'TRACE /health HTTP/1.1\r\nHost: localhost\r\n\r\n', [405]],
    ['CONNECT', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n', []],
    ['HTTP/1.0', 'GET /nowhere HTTP/1.0\r\n\r\n', [403]],
    ['HTTP/9.9', 'GET /health HTTP/9.9\r\nHost: localhost\r\n\r\n', [400]],
    ['no HTTP', 'hello\r\n\r\n', [400]],
    ['TLS', Buffer.from('16030100050100000103', 'hex'), [400]],
    ['bytes', Buffer.from(Array.from({ length: 2000 }, (_, n) => (n * 7919) % 256)), [400]],
    ['nothing but line ends', '\r\n'.repeat(1000), []],
    [
      'a header of 100 KB',
      `GET /health HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`,
      [431],
    ],
    ['two lengths', `${post11}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`, [400]],
    ['a length and chunks', `${post11}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}`, [400]],
    ['chunks of no size', `${post11}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`, [400]],
    [
      'chunks with trailers',
      `${post11}Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\nX-Trailer: a\r\n\r\n`,
      [400],
    ],
    ['chunks packed twice', `${post11}Transfer-Encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`, [400]],
    ['a body that it waits for', `${post11}Content-Length: 2\r\nExpect: 100-continue\r\n\r\n{}`, [100, 400]],
    ['an unknown expectation', `${post11}Content-Length: 2\r\nExpect: junk\r\n\r\n{}`, [417]],
    ['a body on GET', 'GET /health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}', [200]],
    [
      'junk behind a request',
      `GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n${'junk'.repeat(100)}\r\n\r\n`,
      [400],
    ],
    [
      'a hundred at once',
      'GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(100),
      Array.from({ length: 100 }, () => 200),
    ],
  ])('%s', async (_, bytes, expected) => {
    expect(statuses(await raw(desk.url, bytes))).toEqual(expected);
  });

  test('thousands of headers are read or refused, as the version of Node has it', async () => {
    const bytes = `GET /health HTTP/1.1\r\nHost: localhost\r\n${'A: b\r\n'.repeat(5000)}\r\n`;
    expect([[200], [431]]).toContainEqual(statuses(await raw(desk.url, bytes)));
  });

  test('a client that leaves in the middle of its body does no harm', async () => {
    const body = JSON.stringify({ type: 'message', text: 'hello' });
    const head = `POST ${chat.path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${chat.auth.authorization}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
    for (let length = 0; length < head.length + body.length; length += 7) {
      await raw(desk.url, (head + body).slice(0, length), { end: true, patience: 50 });
    }
  }, 30_000);

  test('a client that leaves before its answer does no harm', async () => {
    const request = `GET /v3/directline/conversations/x HTTP/1.1\r\nHost: localhost\r\n\r\n`;
    await Promise.all(Array.from({ length: 100 }, (_, n) => raw(desk.url, request, { patience: n % 7 })));
  });
});

test('clients that dawdle are sent away: with their headers after five seconds, with their bodies after ten', async () => {
  const post11 = `POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 10\r\n`;
  const time = async (bytes: string) => {
    const begun = Date.now();
    const answer = await raw(desk.url, bytes, { patience: 20_000 });
    return { seconds: (Date.now() - begun) / 1000, statuses: statuses(answer) };
  };
  const [head, body] = await Promise.all([time(post11), time(`${post11}\r\n{`)]);
  expect(head.seconds).toBeLessThan(8);
  expect(body.seconds).toBeLessThan(13);
  expect([head.statuses, body.statuses]).toEqual([[408], [408]]);
}, 30_000);

test('nothing of all this was a failure of the server', () => {
  expect(desk.logged.filter((line) => line.includes('A request failed'))).toEqual([]);
});
