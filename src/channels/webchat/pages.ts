import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Trust } from '../directline/origin';
import { htmlPage } from '../page-shell';
import type { Answer, Request, Route } from '../route';
import { PRIVACY } from './privacy-page';

const HTML = 'text/html; charset=utf-8';
const CSS = 'text/css; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';

/** Files that the pages load, under the name that the build gave them. */
const PARTS = [
  ['chat.js', SCRIPT],
  ['chat.css', CSS],
  ['page.css', CSS],
  ['demo.css', CSS],
  ['icon.svg', 'image/svg+xml'],
] as const;

/** A page loads and calls its own origin only, runs no script in its text, and is framed by whom it names. */
const policy = (more: string): string =>
  `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; ${more}`;

/**
 * The chat as a page and as the widget's frame, the widget's script, the demonstration and the page on privacy. Files are
 * read once from the folder that the build wrote. Throws when the build is missing.
 */
export function webchatPages(folder: string, trust: Trust): Route[] {
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const chat = read('page.html');
  const alone = "frame-ancestors 'none'";
  const widget = get(
    '/widget.js',
    file(read('widget.js'), SCRIPT, { 'cross-origin-resource-policy': 'cross-origin' }),
  );
  return [
    get('/', file(chat, HTML, { 'content-security-policy': policy(alone) })),
    get('/webchat/frame', framed(chat, trust)),
    get(
      '/demo',
      file(read('demo.html'), HTML, { 'content-security-policy': policy(`frame-src 'self'; ${alone}`) }),
    ),
    get('/privacy', () => htmlPage('Privacy', PRIVACY)),
    widget,
    { ...widget, path: '/webchat/widget.js' },
    ...PARTS.map(([name, type]) => get(`/webchat/${name}`, file(read(name), type))),
  ];
}

type Make = (request: Request) => Answer;

function get(path: string, make: Make): Route {
  return { method: 'GET', path, handle: (request) => Promise.resolve(make(request)) };
}

/** A file as it is, or the word that the browser's copy is still good. */
function file(body: string, type: string, more: Readonly<Record<string, string>> = {}): Make {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = { 'content-type': type, 'cache-control': 'no-cache', etag, ...more };
  return (request) =>
    request.headers['if-none-match'] === etag ? { status: 304, headers } : { status: 200, headers, body };
}

/** The chat for the widget's frame, on pages of trusted origins. */
function framed(chat: string, trust: Trust): Make {
  const origins = [...new Set([trust.publicUrl, ...trust.trustedOrigins])];
  const whole = file(chat.replace('data-host="page"', 'data-host="frame"'), HTML, {
    'content-security-policy': policy(`frame-ancestors 'self' ${origins.join(' ')}`),
    'cross-origin-resource-policy': 'cross-origin',
    vary: 'Referer',
  });
  return (request) => {
    const site = siteOf(request);
    return site === undefined || isWelcome(site, request, origins) ? whole(request) : turnedAway();
  };
}

/** The origin of the page around the frame, as the browser names it. Only to find words: what holds is `frame-ancestors`. */
function siteOf({ headers }: Request): string | undefined {
  const { referer } = headers;
  return referer !== undefined && URL.canParse(referer) ? new URL(referer).origin : undefined;
}

function isWelcome(site: string, { headers }: Request, origins: readonly string[]): boolean {
  return origins.includes(site) || new URL(site).host === headers.host;
}

/** Shown within a site that is not on the list: words alone, so that it does no harm there. */
function turnedAway(): Answer {
  const page = htmlPage(
    'Not available on this site',
    `<h1>This site cannot show Records Desk yet</h1>
<p>The people who run Records Desk have not listed this site. Tell whoever looks after this site: its address must be added to <code>TRUSTED_ORIGINS</code> on the Records Desk server.</p>
<p><a href="/" target="_blank" rel="noopener">Open Records Desk in a new tab</a></p>`,
    403,
  );
  return {
    ...page,
    headers: {
      ...page.headers,
      'content-security-policy':
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *",
      'cross-origin-resource-policy': 'cross-origin',
      vary: 'Referer',
    },
  };
}
