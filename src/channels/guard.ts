import type { IncomingMessage } from 'node:http';
import { isOwnHost, type Trust } from './directline/origin';
import { checkStatedLength } from './request-body';
import { HttpProblem } from './route';

const longestUrl = 4096;

export interface GuardOptions {
  readonly settings: Trust;
  /** Paths that may be asked for under any name of the server: what answers there checks for itself, or tells nothing. */
  readonly anyHost: readonly string[];
}

/** Turns away by HttpProblem what no route should see. Looks at the head alone. */
export function checkRequest(request: IncomingMessage, { settings, anyHost }: GuardOptions): void {
  const { url = '', headers } = request;
  if (url.length > longestUrl) throw new HttpProblem(414, 'UriTooLong', 'The address is too long.');
  if (!isUsable(url, headers.host)) throw new HttpProblem(400, 'BadArgument', 'The address cannot be read.');
  if (!isOwnHost(headers.host, settings) && !anyHost.includes(url.replace(/\?.*/s, ''))) {
    throw new HttpProblem(
      403,
      'ForbiddenHost',
      'Ask for this server by its own name: localhost, or the one in PUBLIC_URL.',
    );
  }
  // Unpacking a body can end the process (restify issue 1785) and turns 97 KB into 100 MB.
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') {
    throw new HttpProblem(415, 'UnsupportedMediaType', 'Send the body as it is, not compressed.');
  }
  checkStatedLength(request);
}

/** restify parses Host and path without catching: what `new URL` throws there ends the process. */
function isUsable(url: string, host = 'localhost'): boolean {
  if (!url.startsWith('/') || !/^[\w.:[\]-]+$/.test(host) || !URL.canParse(`http://${host}${url}`))
    return false;
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}
