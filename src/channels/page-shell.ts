import { escapeHtml } from '../render';
import type { Answer } from './route';

/** Pages of this server load their style and nothing else, send forms to this server only, and are framed by nobody. */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** A page without script, in the desk's look. `body` is HTML whose words were escaped by the caller. */
export function htmlPage(title: string, body: string, status = 200): Answer {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY },
    body: `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – Records Desk</title>
<link rel="icon" href="/webchat/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/webchat/page.css">
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header><div><p class="name"><a href="/">Records Desk</a></p><p>Published guidance on GP records, with sources</p></div></header>
<main id="main">${body}</main>
<footer><ul><li><a href="/guides">All guides</a></li><li><a href="/">Chat</a></li><li><a href="/chat">Chat without script</a></li><li><a href="/privacy">Privacy</a></li></ul></footer>
</body>
</html>
`,
  };
}
