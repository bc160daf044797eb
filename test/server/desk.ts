import type { FeedbackBook } from '../../src/conversation/feedback';
import type { Reply } from '../../src/conversation/reply';
import type { Pressed, Turn } from '../../src/conversation/turn';
import { memoryShelf } from '../../src/channels/directline/memory-shelf';
import { memoryFeedback } from '../../src/store';
import { createServer, type ServerOptions } from '../../src/server';
import { readSettings } from '../../src/settings';

const common = { blocks: [], choices: [], citations: [], notices: [], release: 'r1' } as const;
const button = (title: string, option: string) => ({
  title,
  value: { kind: 'answer', tree: 'way', question: 'how', option } satisfies Pressed,
});

/** A bot of few words: it welcomes, asks how you come, and repeats everything else. */
export function smallTalk({ joined, text, pressed, removed }: Turn): readonly Reply[] {
  const notices = removed.map((kind) => `I left out ${kind}.`);
  if (joined) return [{ ...common, kind: 'notice', about: 'welcome', title: 'Welcome' }];
  if (pressed?.kind === 'answer' || text === 'By bike') {
    return [{ ...common, kind: 'outcome', id: 'way#by-bike', title: 'Take the lane', told: [], link: null }];
  }
  const echo: Reply = {
    ...common,
    kind: 'answer',
    id: 'echo',
    title: `You said ${text}`,
    confidence: 0.9,
    notices,
  };
  if (text !== 'how do I come?') return [echo];
  const choices = [button('By bike', 'bike'), button('By bus', 'bus')];
  const progress = { number: 1, about: 1 };
  return [
    echo,
    { ...common, kind: 'question', id: 'way#how', title: 'How do you come?', progress, told: [], choices },
  ];
}

export interface DeskOptions extends Partial<ServerOptions> {
  readonly env?: Readonly<Record<string, string>>;
}

export interface Desk {
  readonly url: string;
  readonly turns: Turn[];
  readonly logged: string[];
  /** What people said of answers. */
  readonly feedback: FeedbackBook;
  /** Whether the server still answers. */
  readonly healthy: () => Promise<boolean>;
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  readonly post: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>;
}

const started: (() => Promise<void>)[] = [];

/** Stops every server that was started since. */
export async function closeDesks(): Promise<void> {
  await Promise.all(started.splice(0).map((close) => close()));
}

/** A real server on a free port of this machine, with a bot of few words behind it. */
export async function startDesk({ env = {}, ...options }: DeskOptions = {}): Promise<Desk> {
  const reading = readSettings({ PORT: '0', RATE_LIMIT: 'off', ...env });
  if (!reading.ok) throw new Error(reading.problems.join('\n'));
  const turns: Turn[] = [];
  const logged: string[] = [];
  const feedback = memoryFeedback();
  const note = (fields: object, message: string) => void logged.push(JSON.stringify({ ...fields, message }));
  const server = createServer({
    settings: reading.settings,
    converse: (turn) => {
      turns.push(turn);
      return Promise.resolve(smallTalk(turn));
    },
    health: () => ({ release: 'r1', entries: 2, trees: 1 }),
    directLine: memoryShelf(),
    erase: () => Promise.resolve(),
    feedback,
    log: { info: note, warn: note, error: note },
    ...options,
  });
  started.push(() => server.close());
  const url = (await server.listen()).replace('0.0.0.0', '127.0.0.1');
  const get = (path: string, headers = {}) => fetch(url + path, { headers });
  return {
    url,
    turns,
    logged,
    feedback,
    get,
    healthy: async () => (await get('/health')).status === 200,
    post: (path, body, headers = {}) =>
      fetch(url + path, {
        method: 'POST',
        headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
  };
}

/** What came back, as JSON of no known shape. */
export async function json(response: Response): Promise<Record<string, unknown>> {
  return (await response.json()) as Record<string, unknown>;
}

export const bearer = (token: unknown) => ({ authorization: `Bearer ${String(token)}` });
