import { randomBytes } from 'node:crypto';
import { readPressed } from '../../bot/pressed';
import {
  newSession,
  respond,
  type Converse,
  type Exchange,
  type Library,
  type Reply,
  type Turn,
} from '../../conversation';
import { removeIdentifiers } from '../../privacy';
import { escapeHtml, replyToHtml } from '../../render';
import { createRates } from '../directline/rates';
import { htmlPage } from '../page-shell';
import type { Answer, Request, Route } from '../route';

export interface PlainChatOptions {
  readonly converse: Converse;
  /** What was said and replied in a turn of a conversation. */
  readonly exchange: (conversation: string, turn: string) => Promise<Exchange | undefined>;
  readonly library: () => Library;
  /** Deletes a conversation, and what its person had remembered. */
  readonly erase: (what: { readonly conversation: string; readonly person: string }) => Promise<void>;
  readonly rateLimit: boolean;
}

/** A conversation as its form carries it: nothing is in the address, in a cookie or in the browser's storage. */
interface Carried {
  readonly conversation: string;
  /** Its turns so far, so that they can be shown above the form. */
  readonly turns: readonly string[];
}

const mostTurns = 50;
const id = /^[a-f0-9]{32}$/;
const personOf = (conversation: string): string => `plain_${conversation}`;
const newId = (): string => randomBytes(16).toString('hex');

/** The chat as plain forms, for browsers without script: the same replies, a page for each. */
export function plainChat(options: PlainChatOptions): Route[] {
  const rates = createRates(options.rateLimit);
  return [
    {
      method: 'GET',
      path: '/chat',
      handle: ({ query }) =>
        Promise.resolve(
          page({ conversation: newId(), turns: [] }, [welcome(options.library())], query.get('ask') ?? ''),
        ),
    },
    {
      method: 'POST',
      path: '/chat',
      accepts: ['application/x-www-form-urlencoded'],
      admit: ({ address }) => rates.message(address),
      handle: (request) => answer(options, request),
    },
  ];
}

interface Said {
  readonly html: string;
  readonly reply?: Reply | undefined;
}

/** The welcome, without remembering anything: a page that is only looked at leaves nothing behind. */
function welcome(library: Library): Said {
  const conversation = newId();
  const turn: Turn = {
    id: conversation,
    conversation,
    person: conversation,
    channel: 'plain',
    text: '',
    joined: true,
    removed: [],
    at: new Date().toISOString(),
  };
  return { html: '', reply: respond(turn, newSession(conversation), library, {}).replies[0] };
}

async function answer(options: PlainChatOptions, { body }: Request): Promise<Answer> {
  const { converse, exchange, library, erase } = options;
  const form = (body ?? {}) as Readonly<Record<string, string | undefined>>;
  const carried = readCarried(form);
  if (form['over'] !== undefined) {
    await erase({ conversation: carried.conversation, person: personOf(carried.conversation) });
    return { status: 303, headers: { location: '/chat' }, body: '' };
  }
  const { turn, title } = readTurn(form, carried.conversation);
  if (turn.text === '' && turn.pressed === undefined)
    return page(carried, [...(await past(carried, exchange)), welcome(library())], '');
  const before = await past(carried, exchange);
  const replies = await converse(turn);
  const turns = [...carried.turns, turn.id].slice(-mostTurns);
  return page({ ...carried, turns }, [...before, own(title), ...replies.map(said)], '');
}

/** What was said before, from the store, so that no form can put words into the desk's mouth. */
async function past(
  { conversation, turns }: Carried,
  exchange: PlainChatOptions['exchange'],
): Promise<Said[]> {
  const exchanges = await Promise.all(turns.map((turn) => exchange(conversation, turn)));
  return exchanges.flatMap((each) => (each === undefined ? [] : [own(each.text), ...each.replies.map(said)]));
}

function readCarried({
  conversation = '',
  turns = '',
}: Readonly<Record<string, string | undefined>>): Carried {
  return {
    conversation: id.test(conversation) ? conversation : newId(),
    turns: turns
      .split(' ')
      .filter((turn) => id.test(turn))
      .slice(-mostTurns),
  };
}

/** The form's turn. Sent twice (a reload), it has the same id and gets the same replies. */
function readTurn(
  form: Readonly<Record<string, string | undefined>>,
  conversation: string,
): { turn: Turn; title: string } {
  const choice = readChoice(form['choice']);
  const { text, kinds } = removeIdentifiers((choice?.title ?? form['message'] ?? '').trim().slice(0, 4000));
  const turn: Turn = {
    id: id.test(form['turn'] ?? '') ? (form['turn'] ?? '') : newId(),
    conversation,
    person: personOf(conversation),
    channel: 'plain',
    text,
    ...(choice?.pressed ? { pressed: choice.pressed } : {}),
    removed: kinds,
    at: new Date().toISOString(),
  };
  return { turn, title: text };
}

function readChoice(
  given: string | undefined,
): { readonly title: string; readonly pressed: Turn['pressed'] } | undefined {
  try {
    const { title, value } = JSON.parse(given ?? 'null') as { title?: unknown; value?: unknown };
    return typeof title === 'string'
      ? { title, pressed: readPressed(value, removeIdentifiers)?.pressed }
      : undefined;
  } catch {
    return undefined;
  }
}

function own(text: string): Said {
  return {
    html: `<article class="message own"><p class="who">You</p><p class="said">${escapeHtml(text)}</p></article>`,
  };
}

function said(reply: Reply): Said {
  return { html: '', reply };
}

function page(carried: Carried, parts: readonly Said[], draft: string): Answer {
  const hidden = [
    ['conversation', carried.conversation],
    ['turns', carried.turns.join(' ')],
    ['turn', newId()],
  ]
    .map(([name = '', value = '']) => `<input type="hidden" name="${name}" value="${value}">`)
    .join('');
  const articles = parts.map(({ html, reply }, at) => {
    const last = at === parts.length - 1;
    return reply === undefined ? html : replyArticle(reply, hidden, last);
  });
  return htmlPage(
    'Plain chat',
    `<h1>Ask about records</h1>${articles.join('')}${messageForm(hidden, draft)}${carried.turns.length === 0 ? '' : overForm(hidden)}`,
  );
}

function replyArticle(reply: Reply, hidden: string, last: boolean): string {
  const buttons = reply.choices.map(
    (choice) =>
      `<button class="choice" name="choice" value="${escapeHtml(JSON.stringify(choice))}">${escapeHtml(choice.title)}</button>`,
  );
  const choices =
    last && buttons.length > 0
      ? `<form method="post" action="/chat#latest" class="choices" aria-label="Choices">${hidden}${buttons.join('')}</form>`
      : '';
  return `<article class="message desk"${last ? ' id="latest"' : ''}><p class="who">Records Desk</p>${replyToHtml(reply)}${choices}</article>`;
}

function messageForm(hidden: string, draft: string): string {
  return `<form method="post" action="/chat#latest" class="plain-form">${hidden}
<label for="message"><strong>Your message</strong></label> <span id="hint">Do not type patient details. Up to 1,000 characters.</span>
<textarea class="field" id="message" name="message" rows="3" maxlength="1000" aria-describedby="hint" autocomplete="off">${escapeHtml(draft.slice(0, 1000))}</textarea>
<button class="send">Send</button></form>`;
}

/** Asked before it is done, as in the chat: what is folded away is the question. */
function overForm(hidden: string): string {
  return `<details class="over"><summary>Start over</summary><form method="post" action="/chat">${hidden}
<p>This deletes the conversation, here and on the server. Print or copy it first if you need it.</p>
<button class="second" name="over" value="1">Start over</button></form></details>`;
}
