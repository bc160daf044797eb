import { repliesToActivities } from '../../src/bot/reply-to-activity';
import type { Library } from '../../src/conversation';
import type { Reply } from '../../src/conversation/reply';
import { replyToCard, replyToText } from '../../src/render';
import { tinyLibrary } from '../conversation/tiny-library';
import { PAYLOADS } from './payloads';

/** A reply with the payload wherever a reply can hold words or an address. */
export function hostileReply(payload: string): Reply {
  const line = { text: payload, cites: [1], caveat: payload };
  const list = (tone: 'plain' | 'check' | 'do-not' | 'warning') =>
    ({ kind: 'list', heading: payload, tone, items: [line] }) as const;
  return {
    kind: 'outcome',
    id: payload,
    title: payload,
    told: [payload],
    link: payload,
    choices: [{ title: payload, value: { kind: 'ask', text: payload } as never }],
    citations: [
      {
        id: payload,
        title: payload,
        publisher: payload,
        version: `1${payload}`,
        date: payload,
        url: payload,
        seen: 'live',
        caution: payload,
      },
    ],
    notices: [payload],
    release: payload,
    blocks: [
      { kind: 'paragraph', line },
      list('plain'),
      list('check'),
      list('do-not'),
      list('warning'),
      { kind: 'steps', steps: [{ ...line, who: payload, when: payload, with: payload }] },
      {
        kind: 'conflict',
        title: payload,
        open: true,
        positions: [line],
        newer: payload,
        check: payload,
        meanwhile: [line],
        decides: [payload],
      },
      { kind: 'contacts', contacts: [{ name: payload, for: payload, how: line }] },
    ],
  };
}

/** Several in one, for clients that draw few replies faster than many. */
export function hostileReplies(many: number): Reply[] {
  const groups = Array.from({ length: Math.ceil(PAYLOADS.length / many) }, (_, at) =>
    PAYLOADS.slice(at * many, (at + 1) * many).map(hostileReply),
  );
  return groups.flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [
          {
            ...first,
            blocks: [first, ...others].flatMap(({ blocks }) => blocks),
            citations: [first, ...others].flatMap(({ citations }) => citations),
            notices: [first, ...others].flatMap(({ notices }) => notices),
          },
        ],
  );
}

/** Replies as the desk sends them: text, suggestions, card and blocks, by the code that makes real activities. */
export function hostileActivities(replies: readonly Reply[] = PAYLOADS.map(hostileReply)): object[] {
  return repliesToActivities(replies, 'directline', { text: replyToText, card: replyToCard }).map(
    (activity, at) => ({
      ...activity,
      id: `reply-${at}`,
      timestamp: '2026-11-20T10:00:00.000Z',
      from: { id: 'records-desk', name: 'Records Desk', role: 'bot' },
      conversation: { id: 'c' },
      channelId: 'directline',
    }),
  );
}

/** Keys under which authored content holds words or addresses, rather than names that other parts refer to. */
const authored =
  /^(?:title|about|ask|say|label|told|do|who|when|with|heading|statement|publisher|version|date|url|name|for|how|newer|check|needsCheck|unanswered|record|release|owner|reviewedBy|reviewBy)$/;

/** Content in which every authored word is the next payload. */
export function hostileLibrary(): Library {
  const { knowledge, trees, ...rest } = tinyLibrary();
  const next = endless(PAYLOADS);
  return {
    ...rest,
    release: next(),
    knowledge: replaced(knowledge, next),
    trees: replaced(trees, next),
  };
}

function endless(values: readonly string[]): () => string {
  let at = 0;
  return () => values[at++ % values.length] ?? '';
}

function replaced<T>(value: T, next: () => string, key = ''): T {
  if (typeof value === 'string') return (authored.test(key) ? next() : value) as T;
  if (value instanceof Map)
    return new Map([...value].map(([name, each]) => [name, replaced<unknown>(each, next)])) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => replaced(each, next, key)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, replaced<unknown>(each, next, name)]),
  ) as T;
}
