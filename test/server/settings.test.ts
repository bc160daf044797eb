import { readSettings } from '../../src/settings';

const strong = 'k7Qz-92mX_pL4vB8';
const azure = {
  MicrosoftAppId: '7f0c7d2e-0000-4000-8000-000000000001',
  MicrosoftAppPassword: 'Zx~9fake',
  MicrosoftAppTenantId: '7f0c7d2e-0000-4000-8000-000000000002',
};

function settings(env: Record<string, string>) {
  const reading = readSettings(env);
  if (!reading.ok) throw new Error(reading.problems.join('\n'));
  return reading.settings;
}

function problems(env: Record<string, string>): string[] {
  const reading = readSettings(env);
  return reading.ok ? [] : reading.problems;
}

test('an empty environment gives a desk for this machine alone', () => {
  expect(settings({})).toEqual({
    port: 3978,
    host: '127.0.0.1',
    loopback: true,
    dataDir: './data',
    publicUrl: 'http://localhost:3978',
    directLineSecret: undefined,
    trustedOrigins: [],
    trustedProxies: [],
    rateLimit: true,
    editorPages: true,
    microsoftApp: undefined,
    logLevel: 'info',
    retentionDays: 90,
    resumeDays: 7,
    databaseUrl: undefined,
  });
});

test('proxies are addresses or ranges', () => {
  expect(settings({ TRUSTED_PROXIES: '10.0.0.0/8, ::1 192.0.2.7' }).trustedProxies).toEqual([
    '10.0.0.0/8',
    '::1',
    '192.0.2.7',
  ]);
  for (const wrong of [
    'proxy.example',
    '10.0.0.0/33',
    '10.0.0/8',
    '::1/129',
    '*',
    '10.0.0.1/8/8',
    '10.0.0.1/',
  ])
    expect(problems({ TRUSTED_PROXIES: `10.0.0.1,${wrong}` })).toEqual([
      expect.stringMatching(/^TRUSTED_PROXIES: is .* write addresses or ranges/),
    ]);
});

test('a chat cannot be come back to for longer than it is kept', () => {
  expect(settings({ RESUME_DAYS: '30' }).resumeDays).toBe(30);
  expect(settings({ RESUME_DAYS: '30', RETENTION_DAYS: '10' }).resumeDays).toBe(10);
  expect(problems({ RESUME_DAYS: '0' })).toEqual(['RESUME_DAYS: is 0; write a whole number from 1 to 90']);
});

test('blank values count as missing and spaces around a value are dropped', () => {
  const blank = Object.fromEntries(
    ['PORT', 'HOST', 'DATA_DIR', 'LOG_LEVEL', 'MicrosoftAppId', 'DATABASE_URL'].map((name) => [name, '  ']),
  );
  expect(settings(blank)).toEqual(settings({}));
  expect(settings({ PORT: ' 4000 ' }).port).toBe(4000);
});

test('the own address follows the port and loses a slash at its end', () => {
  expect(settings({ PORT: '4000' }).publicUrl).toBe('http://localhost:4000');
  expect(settings({ PUBLIC_URL: 'https://desk.example/' }).publicUrl).toBe('https://desk.example');
});

test('every complete registration in Azure is accepted', () => {
  expect(settings(azure).microsoftApp).toEqual({
    id: azure.MicrosoftAppId,
    type: 'SingleTenant',
    tenantId: azure.MicrosoftAppTenantId,
    password: 'Zx~9fake',
  });
  const { MicrosoftAppPassword, MicrosoftAppTenantId, ...id } = azure;
  expect(
    settings({ ...id, MicrosoftAppTenantId, MicrosoftAppType: 'UserAssignedMsi' }).microsoftApp?.type,
  ).toBe('UserAssignedMSI');
  expect(settings({ ...id, MicrosoftAppPassword, MicrosoftAppType: 'MultiTenant' }).microsoftApp?.type).toBe(
    'MultiTenant',
  );
});

test('off this machine it starts with a strong secret, and keeps its limits whatever RATE_LIMIT says', () => {
  expect(settings({ HOST: '0.0.0.0', DIRECT_LINE_SECRET: strong })).toMatchObject({ loopback: false });
  expect(settings({ RATE_LIMIT: 'off' }).rateLimit).toBe(false);
  expect(settings({ HOST: '0.0.0.0', DIRECT_LINE_SECRET: strong, RATE_LIMIT: 'off' }).rateLimit).toBe(true);
});

test('pages for editors are served on this machine, elsewhere only when that is asked for', () => {
  const elsewhere = { HOST: '0.0.0.0', DIRECT_LINE_SECRET: strong };
  expect(settings({ EDITOR_PAGES: 'off' }).editorPages).toBe(false);
  expect(settings(elsewhere).editorPages).toBe(false);
  expect(settings({ ...elsewhere, EDITOR_PAGES: 'on' }).editorPages).toBe(true);
});

test.each(['127.0.0.1', '127.8.8.8', '::1', 'localhost'])('%s is this machine', (HOST) => {
  expect(settings({ HOST }).loopback).toBe(true);
});

test.each(['0.0.0.0', '::', '10.1.2.3', '127.0.0.1.example.org', 'localhost.example.org'])(
  '%s is not this machine alone',
  (HOST) => {
    expect(problems({ HOST })).toEqual([expect.stringContaining('DIRECT_LINE_SECRET: is missing')]);
  },
);

test.each([
  [{ PORT: '80a' }, 'PORT'],
  [{ PORT: '-1' }, 'PORT'],
  [{ PORT: '65536' }, 'PORT'],
  [{ HOST: 'a b', DIRECT_LINE_SECRET: strong }, 'HOST'],
  [{ PUBLIC_URL: 'desk.example' }, 'PUBLIC_URL'],
  [{ PUBLIC_URL: 'https://desk.example/chat' }, 'PUBLIC_URL'],
  [{ PUBLIC_URL: 'ftp://desk.example' }, 'PUBLIC_URL'],
  [{ TRUSTED_ORIGINS: '*' }, 'TRUSTED_ORIGINS'],
  [{ TRUSTED_ORIGINS: 'https://a.example, https://*.example' }, 'TRUSTED_ORIGINS'],
  [{ TRUSTED_ORIGINS: 'null' }, 'TRUSTED_ORIGINS'],
  [{ RATE_LIMIT: 'no' }, 'RATE_LIMIT'],
  [{ EDITOR_PAGES: 'yes' }, 'EDITOR_PAGES'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  [{ RETENTION_DAYS: '0' }, 'RETENTION_DAYS'],
  [{ RETENTION_DAYS: '1.5' }, 'RETENTION_DAYS'],
  [{ DATABASE_URL: 'mysql://db/desk' }, 'DATABASE_URL'],
  [{ DIRECT_LINE_SECRET: 'short' }, 'DIRECT_LINE_SECRET'],
  [{ DIRECT_LINE_SECRET: 'aaaaaaaaaaaaaaaaaaaa' }, 'DIRECT_LINE_SECRET'],
  [{ DIRECT_LINE_SECRET: 'changeme-changeme-1' }, 'DIRECT_LINE_SECRET'],
  [{ DIRECT_LINE_SECRET: 'your-direct-line-secret-here' }, 'DIRECT_LINE_SECRET'],
  [{ DIRECT_LINE_SECRET: '1234567890123456' }, 'DIRECT_LINE_SECRET'],
  [{ MicrosoftAppType: 'SystemAssigned' }, 'MicrosoftAppType'],
  [{ ...azure, MicrosoftAppId: 'a b' }, 'MicrosoftAppId'],
  [{ MicrosoftAppPassword: 'Zx~9fake' }, 'MicrosoftAppId'],
  [{ ...azure, MicrosoftAppTenantId: '' }, 'MicrosoftAppTenantId'],
  [{ ...azure, MicrosoftAppPassword: '' }, 'MicrosoftAppPassword'],
  [{ ...azure, MicrosoftAppType: 'UserAssignedMSI' }, 'MicrosoftAppPassword'],
])('%j is refused in one line about %s', (env, name) => {
  expect(problems(env)).toEqual([expect.stringMatching(new RegExp(`^${name}: .+$`))]);
});

test('everything that is wrong is said at once', () => {
  const lines = problems({ PORT: 'x', HOST: '0.0.0.0', LOG_LEVEL: 'loud' });
  expect(lines.map((line) => line.split(':')[0]).sort()).toEqual(['DIRECT_LINE_SECRET', 'LOG_LEVEL', 'PORT']);
});

test('no line shows a secret', () => {
  const secrets = {
    DIRECT_LINE_SECRET: 'hunter2',
    MicrosoftAppPassword: 'hunter2',
    MicrosoftAppId: 'hunter2~',
    MicrosoftAppTenantId: 'hunter2~',
    DATABASE_URL: 'mysql://desk:hunter2@db/desk',
    PUBLIC_URL: 'https://desk:hunter2@desk.example',
  };
  const lines = problems(secrets);
  expect(lines.length).toBeGreaterThanOrEqual(5);
  expect(lines.join('\n')).not.toContain('hunter2');
});
