import type { Block, Line, Reply } from '../conversation';
import { CONFLICT_HEADING, OPEN_OR_PRINT, caveatWords, citationWords, marks, webAddress } from './words';

/**
 * A reply as Markdown text, complete and readable without any card: heading, words, numbered choices, sources with dates,
 * notices. Lines that a person reads first come first.
 */
export function replyToText(reply: Reply): string {
  const parts = [
    reply.title === '' ? [] : [`**${escape(reply.title)}**`],
    'told' in reply && reply.told.length > 0 ? [`_You told me: ${reply.told.map(escape).join(' · ')}_`] : [],
    reply.blocks.flatMap(blockLines),
    choiceLines(reply),
    reply.kind === 'question'
      ? [
          `_Question ${reply.progress.number} of about ${reply.progress.about}. Say "back", "change" or "why" at any time._`,
        ]
      : [],
    'link' in reply && webAddress(reply.link) !== undefined ? [linked(reply.link, OPEN_OR_PRINT)] : [],
    sourceLines(reply),
    reply.notices.length === 0 ? [] : [reply.notices.map((notice) => `_${escape(notice)}_`).join('\n')],
  ];
  return parts.flat().join('\n\n');
}

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [sentence(block.line)];
    case 'list':
      return [
        ...(block.heading === null ? [] : [`**${escape(block.heading)}**`]),
        block.items.map((item) => `- ${sentence(item)}`).join('\n'),
      ];
    case 'steps':
      return [
        block.steps
          .map((step, i) => `${i + 1}. ${sentence(step)}${aside([step.who, step.when, step.with])}`)
          .join('\n'),
      ];
    case 'conflict':
      return [
        `**${CONFLICT_HEADING[block.open ? 'open' : 'settled']}: ${escape(block.title)}**`,
        block.positions.map((position) => `- ${sentence(position)}`).join('\n'),
        `${escape(block.newer)} ${escape(block.check)} Who can decide: ${escape(block.decides.join(', '))}.`,
        ...(block.meanwhile.length === 0 ? [] : [`Meanwhile: ${block.meanwhile.map(sentence).join(' ')}`]),
      ];
    case 'contacts':
      return [
        '**Who to ask**',
        block.contacts
          .map(
            ({ name, for: purpose, how }) =>
              `- **${escape(name)}**: ${escape(purpose)}${how === null ? '' : `. ${sentence(how)}`}`,
          )
          .join('\n'),
      ];
  }
}

function sentence(line: Line): string {
  const caveat = caveatWords(line);
  return `${escape(line.text)}${marks(line)}${caveat === '' ? '' : ` _(${escape(caveat)})_`}`;
}

function aside(parts: readonly (string | null)[]): string {
  const known = parts.filter((part) => part !== null).map(escape);
  return known.length === 0 ? '' : ` — _${known.join(' · ')}_`;
}

function choiceLines({ choices }: Reply): string[] {
  return choices.length === 0 ? [] : [choices.map(({ title }, i) => `${i + 1}. ${escape(title)}`).join('\n')];
}

function sourceLines({ citations }: Reply): string[] {
  if (citations.length === 0) return [];
  const lines = citations.map((citation, i) => {
    return `[${i + 1}] ${linked(citation.url, escape(citationWords(citation)))}${citation.caution === null ? '' : ` — ${escape(citation.caution)}`}`;
  });
  return ['**Sources**', lines.join('\n\n')];
}

/** Words as a Markdown link, or as they are when the address may not be linked. */
function linked(address: string | null, words: string): string {
  const safe = webAddress(address);
  return safe === undefined ? words : `[${words}](${safe})`;
}

/** Authored words are plain text: marks that Markdown would read are escaped. */
function escape(text: string): string {
  return text.replace(/[\\`*_<>[\]|~]/g, '\\$&').replace(/^(\s*)(#{1,6}\s|[-+]\s|\d+\.\s)/gm, '$1\\$2');
}
