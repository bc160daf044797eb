import { HttpProblem, type Answer, type RequestHead, type Route } from '../route';
import type { AccessSettings } from './access';
import { Calls, conversationIn, type CallOptions } from './calls';
import { corsHeaders, ownUrl, preflightHeaders } from './origin';

export interface EndpointOptions extends Omit<CallOptions, 'streamUrl'> {
  readonly settings: AccessSettings;
}

const base = '/v3/directline';
const conversations = `${base}/conversations`;

/** Who may make a call. Throws HttpProblem to turn it away. */
type Gate = (head: RequestHead) => unknown;

/** Direct Line 3.0, as far as chat clients need it, and the widget's own way to a token. */
export function directLineRoutes(options: EndpointOptions): Route[] {
  const { settings, access } = options;
  const calls = new Calls({
    ...options,
    streamUrl: (id, { headers }) =>
      `${ownUrl(headers.host, settings).replace(/^http/, 'ws')}${streamPath(id)}`,
  });
  const holder: Gate = (head) => access.caller(head);
  const member: Gate = (head) => access.callerOf(conversationIn(head), head);
  const secret: Gate = (head) => {
    access.secret(head);
  };
  const page: Gate = (head) => {
    access.page(head);
  };

  const route = (
    method: Route['method'],
    path: string,
    gate: Gate,
    handle: Route['handle'],
    accepts?: Route['accepts'],
  ): Route => ({
    method,
    path,
    handle,
    ...(accepts ? { accepts } : {}),
    headers: (head) => corsHeaders(head, settings),
    admit: async (head) => {
      access.origin(head);
      await gate(head);
    },
  });

  return [
    route('POST', `${base}/tokens/generate`, secret, (request) => calls.generate(request)),
    route('POST', '/webchat/token', page, (request) => calls.generateForPage(request)),
    route('POST', '/webchat/resume', page, (request) => calls.resume(request)),
    route('POST', `${base}/tokens/refresh`, holder, (request) => calls.refresh(request)),
    route('POST', conversations, holder, (request) => calls.start(request)),
    route('GET', `${conversations}/:id`, member, (request) => calls.reconnect(request)),
    route('DELETE', `${conversations}/:id`, member, (request) => calls.remove(request)),
    route('POST', `${conversations}/:id/activities`, member, (request) => calls.post(request)),
    route('GET', `${conversations}/:id/activities`, member, (request) => calls.read(request)),
    route('POST', `${conversations}/:id/upload`, member, refuseUpload, 'ignored'),
    route('GET', `${base}/session/getsessionid`, holder, noSession),
    route('OPTIONS', `${base}/*`, anybody, preflight, 'ignored'),
    route('OPTIONS', '/webchat/token', anybody, preflight, 'ignored'),
    route('OPTIONS', '/webchat/resume', anybody, preflight, 'ignored'),
  ];
}

export function streamPath(conversation: string): string {
  return `${conversations}/${conversation}/stream`;
}

/** The conversation whose stream a path names. */
export function conversationOfStream(path: string): string | undefined {
  return /^\/v3\/directline\/conversations\/([\w-]{1,100})\/stream$/.exec(path)?.[1];
}

const anybody: Gate = () => undefined;

const preflight = (): Promise<Answer> => Promise.resolve({ status: 204, headers: preflightHeaders });

/** Only sign-in cards ask for it, and there are none. */
const noSession = (): Promise<Answer> => Promise.resolve({ status: 200, body: { sessionId: '' } });

/** Files could be about patients, and nothing here would read them. */
const refuseUpload = (): Promise<Answer> =>
  Promise.reject(
    new HttpProblem(
      501,
      'NotImplemented',
      'Files are not taken here. Please do not send anything about patients; ask in words.',
    ),
  );
