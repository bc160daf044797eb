import { z } from 'zod';
import { isProxyRange } from './channels/client-address';

/** All that can be set from outside. Made by `readSettings` alone, so that a value seen here has been checked. */
export interface Settings {
  /** `PORT`, 3978. 0 lets the system choose. */
  readonly port: number;
  /** `HOST`, 127.0.0.1. */
  readonly host: string;
  /** Whether only this machine can reach `host`. */
  readonly loopback: boolean;
  /** `DATA_DIR`, ./data: everything that is written. */
  readonly dataDir: string;
  /** `PUBLIC_URL`, http://localhost:PORT: the origin used in links, without a slash at its end. */
  readonly publicUrl: string;
  /** `DIRECT_LINE_SECRET`: needed as soon as `HOST` is not loopback. */
  readonly directLineSecret: string | undefined;
  /** `TRUSTED_ORIGINS`: other pages that may embed or call the chat. The own origin is always trusted. */
  readonly trustedOrigins: readonly string[];
  /** `TRUSTED_PROXIES`: addresses and ranges of reverse proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  /** `RATE_LIMIT`: `off` is honoured on loopback only. */
  readonly rateLimit: boolean;
  /** `EDITOR_PAGES`: pages for editors, such as `/explain`. On by default on loopback only. */
  readonly editorPages: boolean;
  /** `MicrosoftAppId` and its companions: the bot's registration in Azure. */
  readonly microsoftApp: MicrosoftApp | undefined;
  /** `LOG_LEVEL`, info. */
  readonly logLevel: LogLevel;
  /** `RETENTION_DAYS`, 90: how long exchanges are kept. */
  readonly retentionDays: number;
  /** `RESUME_DAYS`, 7: how long a chat can be come back to. Never longer than exchanges are kept. */
  readonly resumeDays: number;
  /** `DATABASE_URL`: a PostgreSQL server shared by several instances; without it an embedded database in `DATA_DIR`. */
  readonly databaseUrl: string | undefined;
}

export interface MicrosoftApp {
  readonly id: string;
  readonly type: (typeof appTypes)[number];
  readonly tenantId: string | undefined;
  readonly password: string | undefined;
}

type LogLevel = (typeof logLevels)[number];

const appTypes = ['SingleTenant', 'UserAssignedMSI', 'MultiTenant'] as const;
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** An environment: names to values. Blank values count as missing, as they do in most env files. */
type Environment = Readonly<Record<string, string | undefined>>;

/** Settings, or one line for each thing that is wrong. No line ever shows a secret. */
export type Reading =
  { readonly ok: true; readonly settings: Settings } | { readonly ok: false; readonly problems: string[] };

const blankIsMissing = (value: unknown): unknown => (typeof value === 'string' && value.trim()) || undefined;
const setting = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsMissing, schema);
/** Shows the value, unless it may hold a password (`user:password@host`). */
const shown = (advice: string) => ({
  error: ({ input }: { input?: unknown }) =>
    String(input).includes('@') ? `is not usable; ${advice}` : `is ${JSON.stringify(input)}; ${advice}`,
});

const wholeNumber = (from: number, to: number, otherwise: number) => {
  const advice = shown(`write a whole number from ${from} to ${to}`);
  return z
    .string()
    .regex(/^\d{1,5}$/, advice)
    .transform(Number)
    .refine((number) => number >= from && number <= to, advice)
    .default(otherwise);
};

/** `https://desk.example` for `https://desk.example/`; undefined for anything with a path, a user or another scheme. */
function originOf(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain =
    url !== undefined && /^https?:$/.test(url.protocol) && [url.origin, `${url.origin}/`].includes(url.href);
  return plain && /^https?:\/\/[^/?#@\\\s*]+\/?$/i.test(text) ? url.origin : undefined;
}

const origin = (advice: string) =>
  z
    .string()
    .refine((text) => originOf(text) !== undefined, shown(advice))
    .transform((text) => originOf(text) ?? '');

const isDatabase = (text: string): boolean =>
  URL.canParse(text) && /^postgres(?:ql)?:$/.test(new URL(text).protocol) && new URL(text).hostname !== '';

const schema = z.object({
  PORT: setting(wholeNumber(0, 65_535, 3978)),
  HOST: setting(
    z
      .string()
      .regex(/^[\w.:-]{1,253}$/, shown('write an address or a host name, for example 127.0.0.1'))
      .default('127.0.0.1'),
  ),
  DATA_DIR: setting(z.string().default('./data')),
  PUBLIC_URL: setting(
    origin(
      'write the address that people use, without a path, for example https://desk.example.nhs.uk',
    ).optional(),
  ),
  DIRECT_LINE_SECRET: setting(
    z
      .string()
      .min(16, 'is too short; write at least 16 characters, for example from `openssl rand -hex 24`')
      .refine(
        (secret) => !isWeak(secret),
        'is easy to guess; make one, for example with `openssl rand -hex 24`',
      )
      .optional(),
  ),
  TRUSTED_ORIGINS: setting(
    z
      .string()
      .transform((list) => list.split(/[\s,]+/).filter(Boolean))
      .pipe(
        z.array(
          origin(
            'write origins such as https://intranet.example.nhs.uk, divided by commas; * is not allowed',
          ),
        ),
      )
      .default([]),
  ),
  TRUSTED_PROXIES: setting(
    z
      .string()
      .transform((list) => list.split(/[\s,]+/).filter(Boolean))
      .pipe(
        z.array(
          z
            .string()
            .refine(
              isProxyRange,
              shown('write addresses or ranges such as 10.1.2.3 or 10.0.0.0/8, divided by commas'),
            ),
        ),
      )
      .default([]),
  ),
  RATE_LIMIT: setting(z.enum(['on', 'off'], shown('write on or off')).default('on')),
  EDITOR_PAGES: setting(z.enum(['on', 'off'], shown('write on or off')).optional()),
  MicrosoftAppId: setting(
    z
      .string()
      .regex(/^[\w.-]{1,100}$/, 'does not look like an id; copy it from Azure')
      .optional(),
  ),
  MicrosoftAppType: setting(
    z
      .string()
      .transform((type) => appTypes.find((known) => known.toLowerCase() === type.toLowerCase()) ?? type)
      .pipe(z.enum(appTypes, shown(`write ${appTypes.join(', ')}`)))
      .default('SingleTenant'),
  ),
  MicrosoftAppPassword: setting(z.string().optional()),
  MicrosoftAppTenantId: setting(
    z
      .string()
      .regex(/^[\w.-]{1,100}$/, 'does not look like an id; copy it from Azure')
      .optional(),
  ),
  LOG_LEVEL: setting(z.enum(logLevels, shown(`write one of ${logLevels.join(', ')}`)).default('info')),
  RETENTION_DAYS: setting(wholeNumber(1, 3650, 90)),
  RESUME_DAYS: setting(wholeNumber(1, 90, 7)),
  DATABASE_URL: setting(
    z
      .string()
      .refine(
        isDatabase,
        'must begin with postgres:// and name a host; leave it out for the embedded database',
      )
      .optional(),
  ),
});

/** Secrets that are in every list of guesses: one character over and over, counting, or the words of an example. */
function isWeak(secret: string): boolean {
  const letters = secret.toLowerCase().replace(/[^a-z0-9]/g, '');
  const example =
    /^(?:(?:please)?changeme|change(?:this|it)|replaceme|(?:your|my|the|a)?(?:directline|recordsdesk|secret|password|token|key|here|goes|example)+|letmein|qwerty(?:uiop)?)+\d*$/;
  return (
    new Set(secret).size < 6 || example.test(letters) || '01234567890123456789'.repeat(4).includes(letters)
  );
}

/** Whether nobody but this machine can reach the address. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|::1|127(?:\.\d{1,3}){3})$/i.test(host);
}

type Given = Readonly<Record<keyof z.infer<typeof schema>, string | undefined>>;

/** What must hold between settings. Each gives a line, or nothing when all is well. */
const rules: readonly ((given: Given) => string | undefined | false)[] = [
  ({ HOST, DIRECT_LINE_SECRET }) =>
    HOST !== undefined &&
    !isLoopback(HOST) &&
    DIRECT_LINE_SECRET === undefined &&
    `DIRECT_LINE_SECRET: is missing, and HOST ${JSON.stringify(HOST)} can be reached from other machines; set a secret of at least 16 characters, or HOST=127.0.0.1`,
  ({ MicrosoftAppId, MicrosoftAppPassword }) =>
    MicrosoftAppId === undefined &&
    MicrosoftAppPassword !== undefined &&
    'MicrosoftAppId: is missing, although MicrosoftAppPassword is set; set both or neither',
  ({ MicrosoftAppId, MicrosoftAppType, MicrosoftAppTenantId }) =>
    MicrosoftAppId !== undefined &&
    MicrosoftAppType?.toLowerCase() !== 'multitenant' &&
    MicrosoftAppTenantId === undefined &&
    'MicrosoftAppTenantId: is missing; copy the tenant id from Azure (only MultiTenant bots have none)',
  ({ MicrosoftAppId, MicrosoftAppType, MicrosoftAppPassword }) =>
    MicrosoftAppId !== undefined &&
    MicrosoftAppType?.toLowerCase() !== 'userassignedmsi' &&
    MicrosoftAppPassword === undefined &&
    'MicrosoftAppPassword: is missing; set the client secret from Azure, or MicrosoftAppType=UserAssignedMSI',
  ({ MicrosoftAppType, MicrosoftAppPassword }) =>
    MicrosoftAppType?.toLowerCase() === 'userassignedmsi' &&
    MicrosoftAppPassword !== undefined &&
    'MicrosoftAppPassword: must not be set with MicrosoftAppType=UserAssignedMSI; remove it',
];

/** Reads and checks every setting. All problems are given at once, one line each, naming the variable and the remedy. */
export function readSettings(env: Environment): Reading {
  const names = Object.keys(schema.shape) as (keyof Given)[];
  const given = Object.fromEntries(names.map((name) => [name, blankIsMissing(env[name])])) as Given;
  const parsed = schema.safeParse(given);
  const wrong = parsed.error?.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`) ?? [];
  const problems = [...wrong, ...rules.map((rule) => rule(given)).filter((line) => typeof line === 'string')];
  return parsed.success && problems.length === 0
    ? { ok: true, settings: settingsFrom(parsed.data) }
    : { ok: false, problems: firstOfEach(problems) };
}

/** One line a variable: what else is wrong with it shows once the first is mended. */
function firstOfEach(problems: readonly string[]): string[] {
  const nameOf = (line: string) => line.slice(0, line.indexOf(':'));
  return problems.filter((line, at) => problems.findIndex((other) => nameOf(other) === nameOf(line)) === at);
}

function settingsFrom(value: z.infer<typeof schema>): Settings {
  const loopback = isLoopback(value.HOST);
  return {
    port: value.PORT,
    host: value.HOST,
    loopback,
    dataDir: value.DATA_DIR,
    publicUrl: value.PUBLIC_URL ?? `http://localhost:${value.PORT}`,
    directLineSecret: value.DIRECT_LINE_SECRET,
    trustedOrigins: value.TRUSTED_ORIGINS,
    trustedProxies: value.TRUSTED_PROXIES,
    rateLimit: !loopback || value.RATE_LIMIT === 'on',
    editorPages: value.EDITOR_PAGES === undefined ? loopback : value.EDITOR_PAGES === 'on',
    microsoftApp:
      value.MicrosoftAppId === undefined ? undefined : microsoftAppFrom(value, value.MicrosoftAppId),
    logLevel: value.LOG_LEVEL,
    retentionDays: value.RETENTION_DAYS,
    resumeDays: Math.min(value.RESUME_DAYS, value.RETENTION_DAYS),
    databaseUrl: value.DATABASE_URL,
  };
}

function microsoftAppFrom(value: z.infer<typeof schema>, id: string): MicrosoftApp {
  return {
    id,
    type: value.MicrosoftAppType,
    tenantId: value.MicrosoftAppTenantId,
    password: value.MicrosoftAppPassword,
  };
}
