import { createHmac, timingSafeEqual } from 'node:crypto';

/** Direct Line's own figure: clients refresh after half of it. */
export const tokenSeconds = 1800;
/** A stream URL is opened at once, and what is in a URL ends up in logs on its way. */
export const streamSeconds = 60;

export interface Claims {
  /** The conversation, the only one that it opens. */
  readonly conv: string;
  /** Who speaks. Stock clients read this claim and take the id from it. */
  readonly user: string;
  /** What it opens: the calls, or the stream alone. */
  readonly use: 'chat' | 'stream';
  /** Seconds since 1970. */
  readonly exp: number;
}

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const header = encode({ alg: 'HS256', typ: 'JWT' });
const mac = (signed: string, key: Uint8Array) => createHmac('sha256', key).update(signed).digest();

/** A JSON Web Token (RFC 7519), signed with HMAC-SHA256. */
export function signToken(claims: Claims, key: Uint8Array): string {
  const signed = `${header}.${encode(claims)}`;
  return `${signed}.${mac(signed, key).toString('base64url')}`;
}

/** The claims of a token of ours that has not run out; undefined for everything else. */
export function readToken(token: string, key: Uint8Array, now = Date.now()): Claims | undefined {
  const claims = readSigned(token, key);
  return claims && claims.exp * 1000 > now ? claims : undefined;
}

/** The claims of a token of ours, run out or not; undefined for everything else. Nothing is read before the signature holds. */
export function readSigned(token: string, key: Uint8Array): Claims | undefined {
  const [, signed, payload, signature] = /^([\w-]{1,100}\.([\w-]{1,2000}))\.([\w-]{43})$/.exec(token) ?? [];
  if (signed === undefined || payload === undefined || signature === undefined) return undefined;
  if (
    !signed.startsWith(`${header}.`) ||
    !timingSafeEqual(mac(signed, key), Buffer.from(signature, 'base64url'))
  )
    return undefined;
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Claims;
}
