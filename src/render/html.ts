import type { Block, Citation, Line, Reply } from '../conversation';
import { CONFLICT_HEADING, OPEN_OR_PRINT, caveatWords, citationWords, webAddress } from './words';

/**
 * A reply as HTML for pages and downloads. Every word is escaped; links are only made from http and https addresses.
 * Choices are left to the page, which knows how one is made.
 */
export function replyToHtml(reply: Reply): string {
  return [
    reply.title === '' ? '' : `<h2 class="reply-title">${escapeHtml(reply.title)}</h2>`,
    'told' in reply && reply.told.length > 0
      ? `<div class="told"><p>You told me</p><ul>${reply.told.map((words) => `<li>${escapeHtml(words)}</li>`).join('')}</ul></div>`
      : '',
    ...reply.blocks.map(blockHtml),
    reply.kind === 'question'
      ? `<p class="progress">Question ${reply.progress.number} of about ${reply.progress.about}</p>`
      : '',
    'link' in reply && webAddress(reply.link) !== undefined
      ? `<p class="own-page">${linked(reply.link, OPEN_OR_PRINT)}</p>`
      : '',
    sourcesHtml(reply.citations),
    ...reply.notices.map((notice) => `<p class="notice">${escapeHtml(notice)}</p>`),
  ].join('');
}

/** Text made safe to stand in HTML, in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (mark) => entities[mark] ?? mark);
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${sentence(block.line)}</p>`;
    case 'list':
      return `<div class="box ${block.tone}">${block.heading === null ? '' : `<h3>${escapeHtml(block.heading)}</h3>`}<ul>${items(block.items)}</ul></div>`;
    case 'steps':
      return `<ol class="steps">${block.steps.map(stepHtml).join('')}</ol>`;
    case 'conflict':
      return [
        `<div class="box warning"><h3>${CONFLICT_HEADING[block.open ? 'open' : 'settled']}: ${escapeHtml(block.title)}</h3>`,
        `<ul>${items(block.positions)}</ul>`,
        `<p>${escapeHtml(`${block.newer} ${block.check} Who can decide: ${block.decides.join(', ')}.`)}</p>`,
        ...block.meanwhile.map((line) => `<p>Meanwhile: ${sentence(line)}</p>`),
        '</div>',
      ].join('');
    case 'contacts':
      return `<div class="box contacts"><h3>Who to ask</h3><ul>${block.contacts
        .map(
          ({ name, for: purpose, how }) =>
            `<li><strong>${escapeHtml(name)}</strong>: ${escapeHtml(purpose)}${how === null ? '' : `. ${sentence(how)}`}</li>`,
        )
        .join('')}</ul></div>`;
  }
}

type StepLine = Extract<Block, { kind: 'steps' }>['steps'][number];

function stepHtml(step: StepLine): string {
  const facts = [`<strong>${escapeHtml(step.who)}</strong>`, step.when, step.with]
    .filter((part) => part !== null)
    .map((part, i) => (i === 0 ? part : escapeHtml(part)));
  return `<li>${sentence(step)}<span class="aside">${facts.join(' · ')}</span></li>`;
}

function items(lines: readonly Line[]): string {
  return lines.map((line) => `<li>${sentence(line)}</li>`).join('');
}

function sentence(line: Line): string {
  const caveat = caveatWords(line);
  const numbers = line.cites.map((number) => `<span class="cite">[${number}]</span>`).join('');
  return `${escapeHtml(line.text)} ${numbers}${caveat === '' ? '' : ` <span class="caveat">${escapeHtml(caveat)}</span>`}`;
}

/** HTML as a link, or as it is when the address may not be linked. */
function linked(address: string | null, html: string): string {
  const safe = webAddress(address);
  return safe === undefined ? html : `<a href="${escapeHtml(safe)}" rel="noopener noreferrer">${html}</a>`;
}

function sourcesHtml(citations: readonly Citation[]): string {
  if (citations.length === 0) return '';
  const entries = citations.map((citation) => {
    return `<li>${linked(citation.url, escapeHtml(citationWords(citation)))}${citation.caution === null ? '' : ` <span class="caution">${escapeHtml(citation.caution)}</span>`}</li>`;
  });
  return `<div class="sources"><h3>Sources</h3><ol>${entries.join('')}</ol></div>`;
}
