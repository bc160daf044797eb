import { createHmac, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { readToken, signToken, type Claims } from '../../src/channels/directline/token';

const key = randomBytes(32);
const now = Date.parse('2026-11-20T09:00:00Z');
const claims: Claims = { conv: 'c1', user: 'dl_1', use: 'chat', exp: now / 1000 + 10 };
const read = (token: string) => readToken(token, key, now);
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const signedBy = (header: object, secret: Uint8Array | string = key) => {
  const signed = `${encode(header)}.${encode(claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
};

test('a token gives back what was signed, until it runs out', () => {
  const token = signToken(claims, key);
  expect(read(token)).toEqual(claims);
  expect(readToken(token, key, now + 9_999)).toEqual(claims);
  expect(readToken(token, key, now + 10_000)).toBeUndefined();
});

test('it looks like any JSON Web Token, so that clients find the user in it', () => {
  const [header, payload] = signToken(claims, key)
    .split('.')
    .map((part) => Buffer.from(part, 'base64url').toString());
  expect(JSON.parse(header ?? '')).toEqual({ alg: 'HS256', typ: 'JWT' });
  expect(JSON.parse(payload ?? '')).toMatchObject({ user: 'dl_1' });
});

test.each([
  ['another key', signToken(claims, randomBytes(32))],
  ['no algorithm', signedBy({ alg: 'none', typ: 'JWT' })],
  ['another algorithm named', signedBy({ alg: 'HS512', typ: 'JWT' })],
  ['an empty key', signedBy({ alg: 'HS256', typ: 'JWT' }, '')],
  ['no signature', signToken(claims, key).replace(/[^.]+$/, '')],
  ['nothing', ''],
  ['dots', '..'],
  ['a long header', `${'a'.repeat(5000)}.b.c`],
])('a token with %s is not read', (_, token) => {
  expect(read(token)).toBeUndefined();
});

test('changing any one character breaks it', () => {
  const token = signToken(claims, key);
  fc.assert(
    fc.property(
      fc.nat(token.length - 2),
      fc.constantFrom('A', 'Q', 'g', 'w', '_', '-', '.', '0'),
      (at, other) => {
        const changed = token.slice(0, at) + other + token.slice(at + 1);
        expect(read(changed)).toEqual(changed === token ? claims : undefined);
      },
    ),
  );
});

test('no text is ever read as a token, and none makes it throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => read(text) === undefined));
});
