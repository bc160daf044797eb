import type { RequestHead } from '../route';

/** The settings that say which pages and which names of this server are trusted. */
export interface Trust {
  /** Whether only this machine can reach the server. */
  readonly loopback: boolean;
  readonly publicUrl: string;
  readonly trustedOrigins: readonly string[];
}

/**
 * Whether the Host header is one of this server's names. On loopback others are turned away: a page anywhere can have its
 * own name resolve to 127.0.0.1 and would then pass as same-origin (DNS rebinding).
 */
export function isOwnHost(host: string | undefined, { loopback, publicUrl }: Trust): boolean {
  if (!loopback) return true;
  return (
    host === new URL(publicUrl).host || /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i.test(host ?? '')
  );
}

/** The address under which the client reached this server: PUBLIC_URL, or on loopback whichever local name it used. */
export function ownUrl(host: string | undefined, trust: Trust): string {
  const local =
    trust.loopback && host !== undefined && host !== new URL(trust.publicUrl).host && isOwnHost(host, trust);
  return local ? `http://${host.toLowerCase()}` : trust.publicUrl;
}

/** Whether a page of this origin may call. Requests without an origin do not come from pages and are judged by their token. */
export function isTrustedOrigin({ headers }: Pick<RequestHead, 'headers'>, trust: Trust): boolean {
  const { origin, host } = headers;
  return (
    origin === undefined ||
    origin === ownUrl(host, trust) ||
    origin === trust.publicUrl ||
    trust.trustedOrigins.includes(origin)
  );
}

/** What lets a trusted page on another site read the answers. */
export function corsHeaders(head: Pick<RequestHead, 'headers'>, trust: Trust): Record<string, string> {
  const { origin } = head.headers;
  if (origin === undefined || !isTrustedOrigin(head, trust)) return { vary: 'Origin' };
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'Retry-After',
    'cross-origin-resource-policy': 'cross-origin',
  };
}

/** The answer to the question that a browser asks before it calls another site. */
export const preflightHeaders = {
  'access-control-allow-methods': 'GET, POST, DELETE, OPTIONS',
  'access-control-allow-headers': 'Authorization, Content-Type, X-Ms-Bot-Agent, X-Requested-With',
  'access-control-max-age': '600',
};
