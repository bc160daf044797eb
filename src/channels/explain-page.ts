import { LONGEST_MESSAGE } from '../conversation';
import { describeRemoved, removeIdentifiers } from '../privacy';
import { escapeHtml } from '../render';
import { createRates } from './directline/rates';
import { htmlPage } from './page-shell';
import type { Answer, Route } from './route';

/** A part of the account of a question: a heading, and rows of a name and what there is to say. */
export interface AccountSection {
  readonly heading: string;
  readonly rows: readonly { readonly name: string; readonly text: string }[];
}

export interface ExplainPageOptions {
  /** `EDITOR_PAGES`: without it there is no route at all. */
  readonly editorPages: boolean;
  readonly rateLimit: boolean;
  /** How a question is understood and what is found. It is given no identifiers. */
  readonly account: (text: string) => readonly AccountSection[];
}

/** `/explain?q=…` for editors: why a question finds what it finds, as `npm run explain` prints it. Works without script. */
export function explainPage({ editorPages, rateLimit, account }: ExplainPageOptions): Route[] {
  if (!editorPages) return [];
  const rates = createRates(rateLimit);
  return [
    {
      method: 'GET',
      path: '/explain',
      headers: () => ({ 'x-robots-tag': 'noindex' }),
      admit: ({ address }) => rates.message(address),
      handle: ({ query }) => Promise.resolve(answer((query.get('q') ?? '').trim(), account)),
    },
  ];
}

function answer(asked: string, account: ExplainPageOptions['account']): Answer {
  if (asked.length > LONGEST_MESSAGE) return page('', notice(tooLong(asked.length)), 400);
  const { text, kinds } = removeIdentifiers(asked);
  if (text === '') return page('', '');
  const left = kinds.length === 0 ? '' : notice(describeRemoved(kinds));
  return page(text, `${left}${account(text).map(section).join('')}`);
}

function tooLong(length: number): string {
  const words = (count: number): string => count.toLocaleString('en-GB');
  return `That has ${words(length)} characters and the limit is ${words(LONGEST_MESSAGE)}. Ask with just the question.`;
}

function section({ heading, rows }: AccountSection, at: number): string {
  const id = `part-${at + 1}`;
  const lines = rows.map(
    ({ name, text }) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(text)}</td></tr>`,
  );
  const table =
    lines.length === 0
      ? '<p>Nothing.</p>'
      : `<table aria-labelledby="${id}"><tbody>${lines.join('')}</tbody></table>`;
  return `<h2 id="${id}">${escapeHtml(heading)}</h2>${table}`;
}

function notice(words: string): string {
  return `<p class="notice">${escapeHtml(words)}</p>`;
}

function page(question: string, account: string, status = 200): Answer {
  return htmlPage(
    'Explain a question',
    `<h1>Explain a question</h1>
<p>For editors: how the words of a question are read, what they find and why, and what the desk would reply.</p>
<form method="get" action="/explain" role="search" class="plain-form">
<label for="q"><strong>Question</strong></label> <span id="hint">Do not type patient details. Up to 1,000 characters.</span>
<input class="field" id="q" name="q" type="search" maxlength="${LONGEST_MESSAGE}" value="${escapeHtml(question)}" aria-describedby="hint" autocomplete="off">
<button class="send">Explain</button></form>${account}`,
    status,
  );
}
