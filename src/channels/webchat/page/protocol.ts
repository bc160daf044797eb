import type { Block, Choice, Citation } from '../../../conversation/reply';

/** What the page reads of the Direct Line activities that it receives. */
export interface Activity {
  readonly id?: string;
  readonly type: string;
  readonly from: { readonly id: string; readonly role?: string };
  readonly text?: string;
  readonly inputHint?: string;
  readonly channelData?: {
    readonly clientActivityID?: string;
    readonly guidance?: {
      readonly kind: string;
      readonly title: string;
      readonly choices: readonly Choice[];
      readonly sources: readonly Citation[];
      readonly notices: readonly string[];
    };
    readonly blocks?: readonly Block[];
    readonly told?: readonly string[];
    readonly progress?: { readonly number: number; readonly about: number };
  };
}

/** A conversation as the endpoint hands it out. */
export interface Conversation {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
}

/** Refused or unreachable. `status` is 0 when no answer came. */
export class ChatError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** One call to the Direct Line endpoint of this origin. */
export async function call<T>(
  method: string,
  path: string,
  token: string | null,
  body?: unknown,
): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new ChatError(0, 'The desk cannot be reached just now.');
  }
  if (!response.ok)
    throw new ChatError(
      response.status,
      response.status === 429
        ? 'That was a lot of messages. Wait a moment, then try again.'
        : 'The message could not be sent.',
    );
  return (await response.json()) as T;
}
