import { step } from '../../conversation/compose';
import type { Library, Reply } from '../../conversation';
import { answersOf, drawMermaid, drawSvg, questionOf, walk } from '../../dialogs';
import type { Answers, Tree } from '../../dialogs';
import { escapeHtml, replyToHtml } from '../../render';
import { htmlPage } from '../page-shell';
import type { Answer, Route } from '../route';
import { guideTable } from './guide-table';

/**
 * Every guide as plain pages: each step and each outcome has an address that holds the answers (never anything about a patient), works
 * without script and prints. `/guides` lists them, with the table that an approver reads and the drawing.
 */
export function guidePages(library: () => Library): Route[] {
  const withTree = (
    show: (library: Library, tree: Tree, query: URLSearchParams) => Answer,
  ): Route['handle'] => {
    return ({ params, query }) => {
      const now = library();
      const tree = now.trees.get(params['tree'] ?? '');
      return Promise.resolve(tree === undefined ? notFound() : show(now, tree, query));
    };
  };
  return [
    { method: 'GET', path: '/guides', handle: () => Promise.resolve(listPage(library())) },
    { method: 'GET', path: '/guides/:tree', handle: withTree(stepPage) },
    { method: 'GET', path: '/guides/:tree/table', handle: withTree(tablePage) },
    { method: 'GET', path: '/guides/:tree/drawing.svg', handle: withTree((_, tree) => svg(tree)) },
    { method: 'GET', path: '/guides/:tree/drawing.mmd', handle: withTree((_, tree) => mermaid(tree)) },
  ];
}

const BACK = '<p class="back"><a href="/guides">All guides</a></p>';

function listPage({ trees, release }: Library): Answer {
  const items = [...trees.values()].map(
    ({ id, title, about }) =>
      `<li><h2><a href="/guides/${id}">${escapeHtml(title)}</a></h2><p>${escapeHtml(about)}</p><p class="papers">${paper(id, title, 'drawing.svg', 'Drawing')}${paper(id, title, 'table', 'Table for approval')}${paper(id, title, 'drawing.mmd', 'Mermaid')}</p></li>`,
  );
  return htmlPage(
    'Guides',
    `<h1>Guides</h1><p>Each asks a few questions and ends in an action sheet that you can print. No patient details are needed, and none are kept.</p><ul class="guides">${items.join('')}</ul><p class="notice">Content release ${escapeHtml(release)}</p>`,
  );
}

function paper(id: string, title: string, name: string, words: string): string {
  return `<a href="/guides/${id}/${name}">${words}<span class="hidden"> of: ${escapeHtml(title)}</span></a>`;
}

function stepPage(library: Library, tree: Tree, query: URLSearchParams): Answer {
  const given = Object.fromEntries(
    [...query].filter(
      ([id, option]) => questionOf(tree, id)?.options.some((each) => each.id === option) === true,
    ),
  );
  const walked = walk(tree, given);
  const reply = step({ ...library, publicUrl: undefined }, tree, walked); // the page needs no link to itself
  const answers = answersOf(walked.taken);
  const body = [
    BACK,
    `<h1>${escapeHtml(tree.title)}</h1>`,
    `<article class="message desk">${replyToHtml(reply)}</article>`,
    walked.at.kind === 'question' ? form(tree, walked.at.question.id, answers, reply) : '',
    answersList(tree, answers),
    `<p class="notice">Content release ${escapeHtml(library.release)}</p>`,
    onPaper(library, tree, answers),
  ];
  return htmlPage(reply.title, body.join(''));
}

/** Where the sheet came from, and its sources can be opened: on paper only. */
function onPaper({ publicUrl }: Library, { id }: Tree, answers: Answers): string {
  if (publicUrl === undefined) return '';
  const address = `${publicUrl}/guides/${id}?${new URLSearchParams(answers).toString()}`;
  return `<p class="paper">Links to the sources: ${escapeHtml(address)}</p>`;
}

/** One question as a form; the earlier answers travel along in hidden fields, so that the address holds them all. */
function form(tree: Tree, question: string, answers: Answers, reply: Reply): string {
  const hidden = Object.entries(answers).map(
    ([id, option]) => `<input type="hidden" name="${escapeHtml(id)}" value="${escapeHtml(option)}">`,
  );
  const options = (questionOf(tree, question)?.options ?? []).map(
    ({ id, label }) =>
      `<button class="choice" name="${escapeHtml(question)}" value="${escapeHtml(id)}">${escapeHtml(label)}</button>`,
  );
  return `<form class="choices" method="get" action="/guides/${tree.id}" aria-label="${escapeHtml(reply.title)}">${hidden.join('')}${options.join('')}</form>`;
}

/** Each answer with a link that puts its question again, the later answers kept where they still fit. */
function answersList(tree: Tree, answers: Answers): string {
  const rows = walk(tree, answers).taken.map(({ question, option }) => {
    const others = Object.fromEntries(Object.entries(answers).filter(([id]) => id !== question.id));
    const query = new URLSearchParams(others).toString();
    return `<li>${escapeHtml(question.ask)} <strong>${escapeHtml(option.label)}</strong> <a href="/guides/${tree.id}?${escapeHtml(query)}">Change<span class="hidden"> the answer to: ${escapeHtml(question.ask)}</span></a></li>`;
  });
  return rows.length === 0
    ? ''
    : `<section class="box answers"><h2>Your answers</h2><ul>${rows.join('')}</ul></section>`;
}

function tablePage(library: Library, tree: Tree): Answer {
  return htmlPage(`${tree.title}: for approval`, guideTable(library, tree));
}

/** A drawing loads nothing and has no script; its one style, for printing, stands in it. */
function svg(tree: Tree): Answer {
  const headers = {
    'content-type': 'image/svg+xml; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  };
  return { status: 200, headers, body: drawSvg(tree) };
}

function mermaid(tree: Tree): Answer {
  return {
    status: 200,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: drawMermaid(tree),
  };
}

function notFound(): Answer {
  return htmlPage(
    'No such guide',
    '<h1>No such guide</h1><p>There is no guide at this address. <a href="/guides">All guides</a></p>',
    404,
  );
}
