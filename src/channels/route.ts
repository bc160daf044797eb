import type { IncomingHttpHeaders } from 'node:http';

/** What is known of a request before its body is read. */
export interface RequestHead {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** The parts of the path that the route names. */
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** The address of whoever asks: the peer's, or what a trusted proxy says. */
  readonly address: string;
}

export interface Request extends RequestHead {
  /** Parsed JSON, the fields of a form as an object of strings, or undefined when no body came. */
  readonly body: unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text and bytes are sent as they are (name their type in `headers`), anything else as JSON. */
  readonly body?: unknown;
}

export type BodyType = 'application/json' | 'application/x-www-form-urlencoded';

/** One route of the server as data, so that what answers it needs no web framework. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE' | 'OPTIONS';
  /** `/a/:name/b`; a `*` at the end stands for any rest. */
  readonly path: string;
  /** What bodies may be; JSON if left out. `ignored`: any body, which is not read. */
  readonly accepts?: readonly BodyType[] | 'ignored';
  /** Headers of every answer of this route, errors included. */
  readonly headers?: (head: RequestHead) => Readonly<Record<string, string>>;
  /** Called before the body is read. Throws HttpProblem to turn the request away. */
  readonly admit?: (head: RequestHead) => void | Promise<void>;
  readonly handle: (request: Request) => Promise<Answer>;
}

/** A request that cannot be fulfilled. The message is shown to the client: fixed words, nothing of the request. */
export class HttpProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = 'HttpProblem';
  }
}

/** The body that goes with a problem, in the shape that Direct Line clients know. */
export function problemBody({ code, message }: { readonly code: string; readonly message: string }): object {
  return { error: { code, message } };
}
