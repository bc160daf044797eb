const longestHeader = 8 * 1024;
/** Microsoft's tokens live for an hour; nothing honest is valid for longer than a day. */
const longestLifeSeconds = 24 * 60 * 60;

/**
 * A look at a bearer token before anything is verified, so that only what could be the Bot Connector's reaches the SDK:
 * the SDK remembers every issuer that it is shown, accepts tokens that never expire, and fetches keys for any key id.
 * True promises nothing about who sent it.
 */
export function couldBeConnectorToken(
  authorization: string | undefined,
  issuer: string,
  now = Date.now(),
): boolean {
  if (authorization === undefined || authorization.length >= longestHeader) return false;
  const [, header, payload] = /^Bearer ([\w-]+)\.([\w-]+)\.[\w-]+$/.exec(authorization) ?? [];
  const { alg, kid, jku, jwk, x5u } = decoded(header);
  const { iss, exp } = decoded(payload);
  return (
    typeof alg === 'string' &&
    /^RS(?:256|384|512)$/.test(alg) &&
    typeof kid === 'string' &&
    [jku, jwk, x5u].every((key) => key === undefined) &&
    iss === issuer &&
    typeof exp === 'number' &&
    exp * 1000 < now + longestLifeSeconds * 1000
  );
}

function decoded(part: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
