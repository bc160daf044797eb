import { htmlPage } from './page-shell';
import type { Answer } from './route';

/** For a person who came to an address where there is nothing. Says nothing of the address. */
export function notFoundPage(): Answer {
  return htmlPage(
    'Page not found',
    `<h1>Page not found</h1>
<p>There is nothing at this address. If you typed it, check that it is right.</p>
<ul>
<li><a href="/">Ask Records Desk</a></li>
<li><a href="/chat">Ask without script</a></li>
<li><a href="/guides">All guides</a></li>
</ul>`,
    404,
  );
}
