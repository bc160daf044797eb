import type { Block, Line, Reply } from '../conversation';
import { CONFLICT_HEADING, OPEN_OR_PRINT, caveatWords, citationWords, marks } from './words';

/** A reply as plain lines for a terminal or a download: no marks of any markup. */
export function replyToPlain(reply: Reply): string {
  const parts = [
    reply.title === '' ? [] : [reply.title, ''],
    'told' in reply && reply.told.length > 0 ? [`You told me: ${reply.told.join(' · ')}`, ''] : [],
    reply.blocks.flatMap((block) => [...blockLines(block), '']),
    reply.choices.length === 0 ? [] : [...reply.choices.map(({ title }, i) => `  ${i + 1}  ${title}`), ''],
    reply.kind === 'question'
      ? [`Question ${reply.progress.number} of about ${reply.progress.about}`, '']
      : [],
    'link' in reply && reply.link !== null ? [`${OPEN_OR_PRINT}: ${reply.link}`, ''] : [],
    reply.citations.map(
      (citation, i) =>
        `  [${i + 1}] ${citationWords(citation)}${citation.url === null ? '' : `  ${citation.url}`}${citation.caution === null ? '' : `  ${citation.caution}`}`,
    ),
    reply.notices.map((notice) => `  ! ${notice}`),
  ];
  return parts
    .flat()
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [sentence(block.line)];
    case 'list':
      return [
        ...(block.heading === null ? [] : [`${block.heading}:`]),
        ...block.items.map((item) => `- ${sentence(item)}`),
      ];
    case 'steps':
      return block.steps.map(
        (step, i) =>
          `${i + 1}. ${sentence(step)} (${[step.who, step.when, step.with].filter((part) => part !== null).join('; ')})`,
      );
    case 'conflict':
      return [
        `${CONFLICT_HEADING[block.open ? 'open' : 'settled']}: ${block.title}`,
        ...block.positions.map((position) => `- ${sentence(position)}`),
        `${block.newer} ${block.check} Who can decide: ${block.decides.join(', ')}.`,
        ...block.meanwhile.map((line) => `Meanwhile: ${sentence(line)}`),
      ];
    case 'contacts':
      return [
        'Who to ask:',
        ...block.contacts.map(
          ({ name, for: purpose, how }) => `- ${name}: ${purpose}${how === null ? '' : `. ${sentence(how)}`}`,
        ),
      ];
  }
}

function sentence(line: Line): string {
  const caveat = caveatWords(line);
  return `${line.text}${marks(line)}${caveat === '' ? '' : ` (${caveat})`}`;
}
