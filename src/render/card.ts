import type { Block, Choice, Line, Reply } from '../conversation';
import { CONFLICT_HEADING, OPEN_OR_PRINT, caveatWords, citationWords, marks, webAddress } from './words';

/** An Adaptive Card, version 1.5, as plain JSON. */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
  readonly fallbackText: string;
  readonly body: readonly object[];
  readonly actions: readonly object[];
}

/** Teams shows at most six actions on a card. */
const MOST_ACTIONS = 6;
/** The strictest limit of the channels that show cards: 28 KB. */
const LARGEST_CARD = 28 * 1024;

/**
 * The reply as a card: an action sheet or an answer with its sources. Undefined where plain text with buttons does as well,
 * or where the card would be larger than a channel takes; the text is complete without it.
 */
export function replyToCard(reply: Reply): AdaptiveCard | undefined {
  if (reply.kind !== 'outcome' && reply.kind !== 'answer') return undefined;
  const card: AdaptiveCard = {
    type: 'AdaptiveCard',
    version: '1.5',
    fallbackText: reply.title,
    body: [
      { type: 'TextBlock', text: plain(reply.title), weight: 'Bolder', size: 'Medium', wrap: true },
      ...('told' in reply ? [small(plain(`You told me: ${reply.told.join(' · ')}`))] : []),
      ...reply.blocks.flatMap(blockElements),
      ...(reply.citations.length === 0
        ? []
        : [heading('Sources'), ...reply.citations.map((citation, i) => small(source(citation, i)))]),
      ...reply.notices.map((notice) => small(plain(notice))),
    ],
    actions: [...openPage(reply), ...reply.choices.map(submit)].slice(0, MOST_ACTIONS),
  };
  return Buffer.byteLength(JSON.stringify(card)) > LARGEST_CARD ? undefined : card;
}

function source(citation: Reply['citations'][number], i: number): string {
  const words = plain(citationWords(citation));
  const safe = webAddress(citation.url);
  const linked = safe === undefined ? words : `[${words.replace(/[[\]]/g, '')}](${safe})`;
  return `[${i + 1}] ${linked}${citation.caution === null ? '' : ` ${plain(citation.caution)}`}`;
}

function openPage(reply: Reply): object[] {
  const url = 'link' in reply ? webAddress(reply.link) : undefined;
  return url === undefined ? [] : [{ type: 'Action.OpenUrl', title: OPEN_OR_PRINT, url }];
}

function submit({ title, value }: Choice): object {
  return { type: 'Action.Submit', title, data: value };
}

function blockElements(block: Block): object[] {
  switch (block.kind) {
    case 'paragraph':
      return [text(sentence(block.line))];
    case 'list':
      return [
        ...(block.heading === null ? [] : [heading(block.heading)]),
        ...block.items.map((item) => text(`• ${sentence(item)}`)),
      ];
    case 'steps':
      return block.steps.flatMap((step, i) => [
        text(`${i + 1}. ${sentence(step)}`),
        small(plain([step.who, step.when, step.with].filter((part) => part !== null).join(' · '))),
      ]);
    case 'conflict':
      return [
        heading(`${CONFLICT_HEADING[block.open ? 'open' : 'settled']}: ${block.title}`),
        ...block.positions.map((position) => text(`• ${sentence(position)}`)),
        text(`${block.newer} ${block.check} Who can decide: ${block.decides.join(', ')}.`),
        ...block.meanwhile.map((line) => text(`Meanwhile: ${sentence(line)}`)),
      ];
    case 'contacts':
      return [
        heading('Who to ask'),
        ...block.contacts.map(({ name, for: purpose, how }) =>
          text(`• ${name}: ${purpose}${how === null ? '' : `. ${sentence(how)}`}`),
        ),
      ];
  }
}

function sentence(line: Line): string {
  const caveat = caveatWords(line);
  return `${line.text}${marks(line)}${caveat === '' ? '' : ` (${caveat})`}`;
}

function heading(words: string): object {
  return { type: 'TextBlock', text: plain(words), weight: 'Bolder', wrap: true, spacing: 'Medium' };
}

function text(words: string): object {
  return { type: 'TextBlock', text: plain(words), wrap: true };
}

/** Markdown as it stands: the caller has made the words plain. */
function small(markdown: string): object {
  return { type: 'TextBlock', text: markdown, wrap: true, size: 'Small', isSubtle: true, spacing: 'Small' };
}

/** Cards read a little Markdown: marks in authored words are kept as they are written, and make no link and no element. */
function plain(words: string): string {
  return words.replace(/([*_`<])/g, '\\$1').replaceAll('](', '] (');
}
