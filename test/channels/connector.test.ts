import { createHmac } from 'node:crypto';
import { Socket } from 'node:net';
import { MicrosoftAppCredentials, ServiceClientCredentialsFactory } from 'botframework-connector';
import { ToBotFromBotOrEmulatorTokenValidationParameters } from 'botframework-connector/lib/auth/tokenValidationParameters';
import { isMicrosoftServiceUrl } from '../../src/bot/service-url';
import { closeDesks, json, startDesk, type Desk } from '../server/desk';
import { listening, newKey, sign, startIssuer, type Listening } from './issuer';

const issuer = 'https://api.botframework.com';
const appId = '7f0c7d2e-0000-4000-8000-000000000001';
const azure = {
  MicrosoftAppId: appId,
  MicrosoftAppPassword: 'Zx~9fake',
  MicrosoftAppTenantId: '7f0c7d2e-0000-4000-8000-000000000002',
};
const [key, unendorsed, webchatOnly, unknown] = [newKey(), newKey(), newKey(), newKey()];

class FixedToken extends MicrosoftAppCredentials {
  override getToken(): Promise<string> {
    return Promise.resolve('outgoing');
  }
}

/** Gives out a fixed token for outgoing calls: the real one comes from a login server that cannot be local. */
class TestCredentials extends ServiceClientCredentialsFactory {
  override isValidAppId(id: string): Promise<boolean> {
    return Promise.resolve(id === appId);
  }
  override isAuthenticationDisabled(): Promise<boolean> {
    return Promise.resolve(false);
  }
  override createCredentials(id: string) {
    return Promise.resolve(new FixedToken(id, ''));
  }
}

let openId: Listening;
let teams: Listening;
let desk: Desk;

beforeAll(async () => {
  openId = await startIssuer([
    { key, endorsements: ['msteams', 'emulator'] },
    { key: unendorsed, endorsements: ['skype'] },
    { key: webchatOnly, endorsements: ['webchat'] },
  ]);
});
beforeEach(async () => {
  teams = await listening((_, response) => {
    response.writeHead(201, { 'content-type': 'application/json' });
    response.end('{"id":"sent"}');
  });
  desk = await startDesk({
    env: azure,
    cloud: {
      issuer,
      metadataUrl: `${openId.url}/openid`,
      isServiceUrl: (url) => isMicrosoftServiceUrl(url) || url === `${teams.url}/`,
      credentials: new TestCredentials(),
    },
  });
});
afterEach(async () => {
  await closeDesks();
  teams.close();
});
afterAll(() => {
  openId.close();
});

let count = 0;
const activity = (change: object = {}) => ({
  type: 'message',
  id: `a${(count += 1)}`,
  channelId: 'msteams',
  serviceUrl: `${teams.url}/`,
  conversation: { id: 'c1' },
  from: { id: 'p1', name: 'Jo' },
  recipient: { id: 'bot', name: 'Records Desk' },
  text: 'hello',
  ...change,
});
const seconds = (offset: number) => Math.floor(Date.now() / 1000) + offset;
const claims = (change: object = {}) => ({
  iss: issuer,
  aud: appId,
  exp: seconds(600),
  nbf: seconds(-10),
  serviceurl: `${teams.url}/`,
  ...change,
});
const send = (authorization: string | undefined, body: object = activity()) =>
  desk.post('/api/messages', body, authorization === undefined ? {} : { authorization });
const without = (value: object, field: string) =>
  Object.fromEntries(Object.entries(value).filter(([name]) => name !== field));

test('a signed message is answered at its service URL, with the bot’s own token', async () => {
  const asked = activity({
    text: '<at>Records Desk</at> how do I come?',
    entities: [{ type: 'mention', mentioned: { id: 'bot' }, text: '<at>Records Desk</at>' }],
  });
  const response = await send(`Bearer ${sign(key, claims())}`, asked);
  expect(response.status).toBe(200);
  expect(desk.turns).toMatchObject([{ text: 'how do I come?', channel: 'msteams', person: 'p1' }]);
  expect(teams.requests).toMatchObject([
    { url: `/v3/conversations/c1/activities/${asked.id}`, authorization: 'Bearer outgoing' },
    { url: `/v3/conversations/c1/activities/${asked.id}` },
  ]);
  const last = JSON.parse(teams.requests.at(-1)?.body ?? '') as object;
  expect(last).toMatchObject({
    inputHint: 'expectingInput',
    channelData: { guidance: { kind: 'question' } },
    from: { id: 'bot' },
  });
});

test('the same activity delivered again is taken and not answered again', async () => {
  const again = activity();
  const authorization = `Bearer ${sign(key, claims())}`;
  const statuses = await Promise.all([send(authorization, again), send(authorization, again)]);
  expect([...statuses, await send(authorization, again)].map(({ status }) => status)).toEqual([
    200, 200, 200,
  ]);
  expect(teams.requests).toHaveLength(1);
});

test('clocks may differ by a few minutes', async () => {
  expect((await send(`Bearer ${sign(key, claims({ exp: seconds(-240) }))}`)).status).toBe(200);
});

const publicPem = key.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const hs256 = (secret: string) => {
  const [signed] = sign(key, claims(), { alg: 'HS256' }).split(/\.[^.]*$/);
  return `${signed ?? ''}.${createHmac('sha256', secret)
    .update(signed ?? '')
    .digest('base64url')}`;
};
const tampered = () => {
  const [header, , signature] = sign(key, claims()).split('.');
  return `${header ?? ''}.${Buffer.from(JSON.stringify(claims({ aud: 'x' }))).toString('base64url')}.${signature ?? ''}`;
};

const forged: [string, () => string | undefined, (() => object)?][] = [
  ['no header', () => undefined],
  ['an empty header', () => ''],
  ['Basic', () => 'Basic dXNlcjpwYXNz'],
  ['lower case', () => `bearer ${sign(key, claims())}`],
  ['two spaces', () => `Bearer  ${sign(key, claims())}`],
  ['no token', () => 'Bearer '],
  ['one part', () => 'Bearer abc'],
  ['two parts', () => 'Bearer abc.def'],
  ['four parts', () => `Bearer ${sign(key, claims())}.abc`],
  ['a payload that is no JSON', () => `Bearer ${sign(key, 'junk')}`],
  ['a payload of null', () => `Bearer ${sign(key, null)}`],
  ['more than 8 KB', () => `Bearer ${sign(key, claims({ pad: 'x'.repeat(7000) }))}`],
  ['alg none', () => `Bearer ${sign(key, claims(), { alg: 'none' })}`],
  ['alg none, no signature', () => `Bearer ${sign(key, claims(), { alg: 'none' }).replace(/[^.]+$/, '')}`],
  ['HS256 with the public key', () => `Bearer ${hs256(publicPem)}`],
  ['HS256 with nothing', () => `Bearer ${hs256('')}`],
  ['ES256', () => `Bearer ${sign(key, claims(), { alg: 'ES256' })}`],
  ['RS512 named over an RS256 signature', () => `Bearer ${sign(key, claims(), { alg: 'RS512' })}`],
  [
    'a key of its own',
    () => `Bearer ${sign(unknown, claims(), { jwk: unknown.publicKey.export({ format: 'jwk' }) })}`,
  ],
  [
    'an address of its own for keys',
    () => `Bearer ${sign(unknown, claims(), { jku: 'http://127.0.0.1:1/keys' })}`,
  ],
  ['ten minutes past its end', () => `Bearer ${sign(key, claims({ exp: seconds(-600) }))}`],
  ['ten minutes before its beginning', () => `Bearer ${sign(key, claims({ nbf: seconds(600) }))}`],
  ['no end', () => `Bearer ${sign(key, without(claims(), 'exp'))}`],
  ['an end in the year 9999', () => `Bearer ${sign(key, claims({ exp: 253_402_300_799 }))}`],
  ['an end in words', () => `Bearer ${sign(key, claims({ exp: 'tomorrow' }))}`],
  ['another audience', () => `Bearer ${sign(key, claims({ aud: 'other' }))}`],
  ['several audiences', () => `Bearer ${sign(key, claims({ aud: [appId] }))}`],
  ['no audience', () => `Bearer ${sign(key, without(claims(), 'aud'))}`],
  ['another issuer', () => `Bearer ${sign(key, claims({ iss: 'https://evil.example' }))}`],
  ['the issuer with a slash', () => `Bearer ${sign(key, claims({ iss: `${issuer}/` }))}`],
  ['the issuer in capitals', () => `Bearer ${sign(key, claims({ iss: issuer.toUpperCase() }))}`],
  [
    'the emulator’s issuer',
    () =>
      `Bearer ${sign(key, claims({ iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', ver: '1.0', appid: appId }))}`,
  ],
  ['the government’s issuer', () => `Bearer ${sign(key, claims({ iss: 'https://api.botframework.us' }))}`],
  [
    'the shape of a skill',
    () => `Bearer ${sign(key, claims({ ver: '1.0', appid: 'skill', iss: 'https://sts.windows.net/x/' }))}`,
  ],
  ['no issuer', () => `Bearer ${sign(key, without(claims(), 'iss'))}`],
  ['an unknown key', () => `Bearer ${sign(unknown, claims())}`],
  ['the id of a known key over another', () => `Bearer ${sign({ ...unknown, kid: key.kid }, claims())}`],
  ['no key id', () => `Bearer ${sign(key, claims(), { kid: undefined })}`],
  ['a changed payload', () => `Bearer ${tampered()}`],
  [
    'another service URL',
    () => `Bearer ${sign(key, claims({ serviceurl: 'https://smba.trafficmanager.net/uk/' }))}`,
  ],
  ['no service URL', () => `Bearer ${sign(key, without(claims(), 'serviceurl'))}`],
  ['a service URL without its slash', () => `Bearer ${sign(key, claims({ serviceurl: teams.url }))}`],
  ['a key that may not sign for the channel', () => `Bearer ${sign(unendorsed, claims())}`],
  ['a key for another channel', () => `Bearer ${sign(webchatOnly, claims())}`],
  [
    'the channel AseChannel',
    () => `Bearer ${sign(key, claims())}`,
    () => activity({ channelId: 'AseChannel' }),
  ],
  [
    'the channel of this process',
    () => `Bearer ${sign(key, claims())}`,
    () => activity({ channelId: 'directline' }),
  ],
];

test.each(forged)(
  '%s is refused with 401 and fixed words, and no turn is taken',
  async (_, authorization, body = activity) => {
    const response = await send(authorization(), body());
    expect(response.status).toBe(401);
    expect(await json(response)).toEqual({
      error: {
        code: 'Unauthorized',
        message: 'This request is not signed by the Bot Connector for this bot.',
      },
    });
    expect(desk.turns).toEqual([]);
    expect(teams.requests).toEqual([]);
  },
);

test('who is not let in has nothing read', async () => {
  expect((await desk.post('/api/messages', 'not JSON')).status).toBe(401);
  expect(
    (await desk.post('/api/messages', 'not JSON', { authorization: `Bearer ${sign(key, claims())}` })).status,
  ).toBe(400);
});

test('refusals leave no key, token or claim in the log', async () => {
  const token = sign(key, claims({ aud: 'other', secret: 'hunter2' }));
  await send(`Bearer ${token}`);
  await send(`Bearer ${sign({ ...unknown, kid: key.kid }, claims())}`);
  expect(desk.logged.join('\n')).not.toMatch(/BEGIN|hunter2|eyJ/);
});

test('forged issuers leave nothing behind in the SDK', async () => {
  const known = ToBotFromBotOrEmulatorTokenValidationParameters.issuer?.length;
  for (let n = 0; n < 50; n += 1)
    await send(
      `Bearer ${sign(key, claims({ iss: `https://sts.windows.net/${n}/`, ver: '1.0', tid: `t${n}` }))}`,
    );
  expect(ToBotFromBotOrEmulatorTokenValidationParameters.issuer).toHaveLength(known ?? -1);
});

test('unknown key ids do not send the server for keys again and again', async () => {
  await send(`Bearer ${sign(key, claims())}`);
  const before = openId.requests.length;
  for (let n = 0; n < 20; n += 1) await send(`Bearer ${sign({ ...unknown, kid: `k${n}` }, claims())}`);
  expect(openId.requests).toHaveLength(before);
});

describe('service URLs', () => {
  let connect: jest.SpyInstance;
  beforeEach(() => {
    connect = jest.spyOn(Socket.prototype, 'connect');
  });
  afterEach(() => {
    connect.mockRestore();
  });

  test.each([
    'http://smba.trafficmanager.net/',
    'https://evil.example/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://smba.trafficmanager.net@evil.example/',
    'https://evil.example#smba.trafficmanager.net',
    'https://evil.example\\.botframework.com/',
    'http://127.0.0.1:1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://localhost./',
    'ftp://smba.trafficmanager.net/',
    'file:///etc/passwd',
    'urn:records-desk:in-process',
    'x',
  ])('even signed, %s is refused and nobody is called', async (serviceUrl) => {
    const authorization = `Bearer ${sign(key, claims({ serviceurl: serviceUrl }))}`;
    const response = await send(authorization, activity({ serviceUrl }));
    expect(response.status).toBe(403);
    const toDesk = (options: unknown) => JSON.stringify(options).includes(new URL(desk.url).port);
    expect(connect.mock.calls.filter((options) => !toDesk(options))).toEqual([]);
    expect(desk.turns).toEqual([]);
  });
});

test('without the issuer’s keys nothing is taken, and nothing is told of why', async () => {
  for (const metadataUrl of [
    'http://127.0.0.1:1/openid',
    `${teams.url}/openid`,
    'http://records-desk.invalid/openid',
  ]) {
    const cut = await startDesk({ env: azure, cloud: { issuer, metadataUrl, isServiceUrl: () => true } });
    const response = await cut.post('/api/messages', activity(), {
      authorization: `Bearer ${sign(key, claims())}`,
    });
    expect([401, 503]).toContain(response.status);
    expect(await response.text()).not.toMatch(/ENOTFOUND|ECONNREFUSED|127\.0\.0\.1|invalid/);
    expect(cut.turns).toEqual([]);
  }
});

test('an issuer that never answers is waited for five seconds', async () => {
  const silent = await listening(() => undefined);
  const cut = await startDesk({
    env: azure,
    cloud: { issuer, metadataUrl: `${silent.url}/openid`, isServiceUrl: () => true },
  });
  const begun = Date.now();
  const response = await cut.post('/api/messages', activity(), {
    authorization: `Bearer ${sign(key, claims())}`,
  });
  expect(response.status).toBe(503);
  expect(Date.now() - begun).toBeLessThan(7000);
  silent.close();
}, 10_000);
