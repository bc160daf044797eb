import type { Block, Choice, Citation } from '../../../conversation/reply';

/** What the chat reads of the Direct Line activities that it receives. */
export interface Activity {
  readonly id?: string;
  readonly type: string;
  readonly from: { readonly id: string; readonly role?: string };
  readonly text?: string;
  readonly inputHint?: string;
  /** Of events. */
  readonly name?: string;
  readonly value?: unknown;
  readonly timestamp?: string;
  readonly channelData?: {
    readonly clientActivityID?: string;
    readonly guidance?: {
      readonly kind: string;
      readonly id: string | null;
      readonly title: string;
      readonly choices: readonly Choice[];
      readonly sources: readonly Citation[];
      readonly notices: readonly string[];
      readonly release: string;
    };
    readonly blocks?: readonly Block[];
    readonly told?: readonly string[];
    /** Of an outcome: the address of its own page. */
    readonly link?: string | null;
    readonly progress?: { readonly number: number; readonly about: number };
  };
}

/** What the endpoint sends of a conversation: activities, and the watermark to come back with. */
export interface ActivitySet {
  readonly activities: readonly Activity[];
  readonly watermark: string;
}

/** A conversation as the endpoint hands it out. */
export interface Opened {
  readonly conversationId: string;
  readonly token: string;
  /** Seconds. */
  readonly expires_in: number;
  readonly streamUrl: string;
}

/** Refused or unreachable. */
export class ChatError extends Error {
  constructor(
    /** The HTTP status; 0 when no answer came. */
    readonly status: number,
    message: string,
    /** Milliseconds to wait before the next try, where the server said so. */
    readonly wait?: number,
  ) {
    super(message);
  }

  /** The token no longer opens the conversation, or it is over. */
  get ended(): boolean {
    return [401, 403, 404].includes(this.status);
  }

  /** The same call can succeed later. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** A call that takes longer than this was lost on the way. */
const longestCall = 20_000;

/** One call to the Direct Line endpoint of this origin. */
export async function call<T>(
  method: string,
  path: string,
  token: string | null,
  body?: unknown,
): Promise<T> {
  const response = await fetch(path, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: body === undefined ? null : JSON.stringify(body),
    signal: AbortSignal.timeout(longestCall),
  }).catch(() => {
    throw new ChatError(0, 'The desk cannot be reached just now.');
  });
  if (!response.ok) throw problem(response);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

function problem({ status, headers }: Response): ChatError {
  const seconds = Number(headers.get('retry-after') ?? '') || 30;
  if (status === 429)
    return new ChatError(
      429,
      `That was a lot at once. Please wait ${String(seconds)} ${seconds === 1 ? 'second' : 'seconds'}.`,
      seconds * 1000,
    );
  return new ChatError(
    status,
    status >= 500 ? 'The desk has a problem just now.' : 'The desk did not take that.',
  );
}
