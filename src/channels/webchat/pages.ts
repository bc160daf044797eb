import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Route } from '../route';

const FILES = [
  ['/', 'page.html', 'text/html; charset=utf-8'],
  ['/webchat/page.js', 'page.js', 'text/javascript; charset=utf-8'],
  ['/webchat/page.css', 'page.css', 'text/css; charset=utf-8'],
  ['/webchat/icon.svg', 'icon.svg', 'image/svg+xml'],
] as const;

/** The page loads and calls its own origin only, runs no script in its text, and is framed by nobody. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** The chat page and what it needs, read once from the folder that the build wrote. Throws when the build is missing. */
export function webchatPages(folder: string): Route[] {
  return FILES.map(([path, file, contentType]) => {
    const body = readFileSync(join(folder, file));
    const answer = {
      status: 200,
      headers: {
        'content-type': contentType,
        'cache-control': 'no-cache',
        'content-security-policy': POLICY,
      },
      body,
    };
    return { method: 'GET', path, handle: () => Promise.resolve(answer) };
  });
}
