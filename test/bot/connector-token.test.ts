import { couldBeConnectorToken } from '../../src/bot/connector-token';

const issuer = 'https://api.botframework.com';
const now = Date.parse('2026-11-20T09:00:00Z');
const soon = now / 1000 + 600;
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const bearer = (header: unknown, payload: unknown) => `Bearer ${part(header)}.${part(payload)}.c2ln`;
const header = { alg: 'RS256', kid: 'k1', typ: 'JWT' };
const payload = { iss: issuer, aud: 'app', exp: soon };
const could = (authorization: string | undefined) => couldBeConnectorToken(authorization, issuer, now);

test('a token that the Bot Connector could have sent passes on to be verified', () => {
  expect(could(bearer(header, payload))).toBe(true);
});

test.each([
  ['nothing', undefined],
  ['an empty header', ''],
  ['Basic', 'Basic abc'],
  ['another case', bearer(header, payload).replace('Bearer', 'bearer')],
  ['two spaces', bearer(header, payload).replace(' ', '  ')],
  ['one part', 'Bearer abc'],
  ['two parts', 'Bearer abc.def'],
  ['four parts', `${bearer(header, payload)}.x`],
  ['no signature', bearer(header, payload).replace(/[^.]+$/, '')],
  ['a payload that is not JSON', `Bearer ${part(header)}.bm8.c2ln`],
  ['a payload of null', bearer(header, null)],
  ['a payload that is a list', bearer(header, [payload])],
  ['8 KB and more', bearer(header, { ...payload, pad: 'x'.repeat(8 * 1024) })],
  ['alg none', bearer({ ...header, alg: 'none' }, payload)],
  ['HS256', bearer({ ...header, alg: 'HS256' }, payload)],
  ['ES256', bearer({ ...header, alg: 'ES256' }, payload)],
  ['no key id', bearer({ alg: 'RS256' }, payload)],
  ['a key of its own', bearer({ ...header, jwk: {} }, payload)],
  ['an address of its own for keys', bearer({ ...header, jku: 'https://evil.example' }, payload)],
  ['no issuer', bearer(header, { exp: soon })],
  ['another issuer', bearer(header, { ...payload, iss: 'https://sts.windows.net/x/' })],
  ['the issuer with a slash', bearer(header, { ...payload, iss: `${issuer}/` })],
  ['the issuer in capitals', bearer(header, { ...payload, iss: issuer.toUpperCase() })],
  ['a list of issuers', bearer(header, { ...payload, iss: [issuer] })],
  ['no end', bearer(header, { iss: issuer })],
  ['an end in words', bearer(header, { ...payload, exp: String(soon) })],
  ['an end in the year 9999', bearer(header, { ...payload, exp: 253_402_300_799 })],
])('%s does not', (_, authorization) => {
  expect(could(authorization)).toBe(false);
});
