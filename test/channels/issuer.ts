import { createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import { once } from 'node:events';

/** A key of the issuer's, with the channels that it may sign for. */
export interface IssuerKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export function newKey(kid = randomBytes(4).toString('hex')): IssuerKey {
  return { kid, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) };
}

const encode = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** A token signed with the key, with whatever header and claims. */
export function sign(key: IssuerKey, claims: unknown, header: object = {}): string {
  const signed = `${encode({ alg: 'RS256', typ: 'JWT', kid: key.kid, ...header })}.${encode(claims)}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key.privateKey).toString('base64url')}`;
}

export interface Listening {
  readonly url: string;
  readonly requests: {
    readonly url: string;
    readonly authorization: string | undefined;
    readonly body: string;
  }[];
  readonly close: () => void;
}

/** A small HTTP server that notes what it is asked. */
export async function listening(answer: RequestListener): Promise<Listening> {
  const requests: Listening['requests'] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      requests.push({ url: request.url ?? '', authorization: request.headers.authorization, body });
      answer(request, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, requests, close };
}

/** An OpenID issuer as the Bot Framework has one: a document that leads to its keys. */
export function startIssuer(
  keys: readonly { readonly key: IssuerKey; readonly endorsements?: readonly string[] }[],
): Promise<Listening> {
  return listening((request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url === '/keys') {
      const published = keys.map(({ key, endorsements }) => ({
        ...key.publicKey.export({ format: 'jwk' }),
        kid: key.kid,
        ...(endorsements ? { endorsements } : {}),
      }));
      response.end(JSON.stringify({ keys: published }));
    } else {
      response.end(JSON.stringify({ issuer: 'test', jwks_uri: `http://${request.headers.host ?? ''}/keys` }));
    }
  });
}
