import { createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import helmet from 'helmet';
import restify from 'restify';
import type { Cloud } from './bot/authentication';
import { createBot } from './bot/cloud-adapter';
import { errorFields, type Log } from './bot/log';
import type { Converse } from './bot/records-desk-bot';
import { clientAddress, type ClientAddress } from './channels/client-address';
import { connectorRoutes } from './channels/connector/endpoint';
import { createDirectLine, type DirectLine } from './channels/directline';
import type { Erase } from './channels/directline/conversations';
import type { Shelf } from './channels/directline/shelf';
import { checkRequest, type GuardOptions } from './channels/guard';
import { healthRoute, type Health } from './channels/health-route';
import { notFoundPage } from './channels/not-found-page';
import { readBody } from './channels/request-body';
import { problemBody, type Answer, type RequestHead, type Route } from './channels/route';
import { problemAnswer, sendAnswer } from './channels/send-answer';
import type { FeedbackBook } from './conversation/feedback';
import { removeIdentifiers } from './privacy';
import { replyToCard, replyToText } from './render';
import type { Settings } from './settings';

declare module 'restify' {
  interface Server {
    /** Runs before restify looks at a request; false means that it was answered. Missing from the published types. */
    first(handler: (request: IncomingMessage, response: ServerResponse) => boolean): Server;
  }
}

export interface ServerOptions {
  readonly settings: Settings;
  readonly converse: Converse;
  /** Undefined until the content is loaded. */
  readonly health: () => Health | undefined;
  /** Routes of others: the widget's pages. */
  readonly pages?: readonly Route[];
  /** Where Direct Line keeps its conversations. */
  readonly directLine: Shelf;
  /** Removes what `converse` remembers. */
  readonly erase: Erase;
  /** Where is kept what people say of answers. */
  readonly feedback: Pick<FeedbackBook, 'keep'>;
  readonly log: Log;
  /** Another issuer of tokens and other service URLs than Microsoft's, for tests. */
  readonly cloud?: Cloud;
  readonly now?: () => Date;
}

export interface DeskServer {
  /** Starts listening and tells the address, for example `http://127.0.0.1:3978`. */
  listen(): Promise<string>;
  /** Takes no more requests, lets those that were taken finish for up to ten seconds, and ends all streams. */
  close(): Promise<void>;
}

/** The whole server: guard, limits and routes. Nothing that a request holds ends the process. */
export function createServer(options: ServerOptions): DeskServer {
  const { settings, health, pages = [], log } = options;
  const directLine = directLineOf(options);
  const messages = connectorRoutes({ settings, bot: directLine.bot });
  const addressOf = clientAddress(settings.trustedProxies);
  const web = restify.createServer({ name: '' });
  limit(web);
  web.first(
    guard(log, {
      settings,
      anyHost: ['/health', ...(settings.microsoftApp ? messages.map(({ path }) => path) : [])],
    }),
  );
  web.on('restifyError', unknownRoute);
  web.on('after', noteRequests(log, addressOf));
  for (const route of [healthRoute(health), ...messages, ...directLine.routes, ...pages])
    mount(web, route, { log, addressOf });
  web.server.on(
    'upgrade',
    (request: IncomingMessage, socket, head) => void directLine.upgrade(request, socket, head),
  );
  return {
    listen: () =>
      listen(web, settings, (error) => {
        log.error(errorFields(error), 'The server had an error');
      }),
    close: () => {
      directLine.close();
      return close(web);
    },
  };
}

function directLineOf({
  settings,
  converse,
  health,
  directLine: shelf,
  erase,
  feedback,
  log,
  cloud,
  now,
}: ServerOptions): DirectLine {
  const clock = now ? { now } : {};
  return createDirectLine({
    settings,
    shelf,
    erase,
    feedback,
    removeIdentifiers,
    log,
    ...clock,
    bot: (deliver) =>
      createBot({
        app: settings.microsoftApp,
        converse,
        rendering: { text: replyToText, card: replyToCard },
        removeIdentifiers,
        deliver,
        feedback,
        log,
        release: () => health()?.release ?? '',
        ...(cloud ? { cloud } : {}),
        ...clock,
      }),
  });
}

/** Slow and hoarding clients: Node's own limits are minutes, and no number of connections is too many for it. */
function limit({ server }: restify.Server): void {
  server.requestTimeout = 10_000;
  server.headersTimeout = 5_000;
  server.maxConnections = 1_000;
  // Node looks for those who are over time every 30 seconds; the property is read when the server starts to listen.
  Object.assign(server, { connectionsCheckingInterval: 1_000 });
}

/** Answers what no route should see, before restify touches it, and sets the security headers of every answer. */
function guard(
  log: Log,
  options: GuardOptions,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const secure = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
    },
    strictTransportSecurity: options.settings.publicUrl.startsWith('https:') ? { maxAge: 31_536_000 } : false,
    // `frame-ancestors` says it better, and pages that may be embedded say it for themselves.
    xFrameOptions: false,
  });
  return (request, response) => {
    secure(request, response, () => undefined);
    try {
      checkRequest(request, options);
      return true;
    } catch (error) {
      const answer = problemAnswer(error, log);
      log.info({ method: request.method, status: answer.status }, 'Turned away');
      sendAnswer(response, answer);
      return false;
    }
  };
}

function mount(
  web: restify.Server,
  route: Route,
  { log, addressOf }: { readonly log: Log; readonly addressOf: ClientAddress },
): void {
  const { path } = route;
  const handler = async (request: restify.Request, response: restify.Response): Promise<void> => {
    const head = headOf(request, addressOf);
    const answer = await answerOf(route, head, request).catch((error: unknown) => problemAnswer(error, log));
    if (!response.destroyed)
      sendAnswer(response, { ...answer, headers: { ...route.headers?.(head), ...answer.headers } });
  };
  if (route.method === 'POST') web.post(path, handler);
  else if (route.method === 'DELETE') web.del(path, handler);
  else if (route.method === 'OPTIONS') web.opts(path, handler);
  else {
    web.get(path, handler);
    web.head(path, async (request, response) => handler(request, response));
  }
}

async function answerOf(route: Route, head: RequestHead, request: IncomingMessage): Promise<Answer> {
  await route.admit?.(head);
  const { method, accepts = ['application/json'] } = route;
  const hasBody = method === 'POST' && accepts !== 'ignored';
  return route.handle({ ...head, body: hasBody ? await readBody(request, accepts) : undefined });
}

function headOf(
  { method = '', url = '', headers, params, socket }: restify.Request,
  addressOf: ClientAddress,
): RequestHead {
  const { pathname, searchParams } = new URL(`http://records-desk.invalid${url}`);
  const named = params as Record<string, string | undefined>;
  return {
    method,
    path: pathname,
    params: named,
    query: searchParams,
    headers,
    address: addressOf(socket.remoteAddress, headers),
  };
}

/** restify finds no route, or none for the method, and would repeat the path in its answer. A person gets a page. */
function unknownRoute(
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  error: { statusCode?: number; toJSON?: () => object },
  done: () => void,
): void {
  const isWrongMethod = error.statusCode === 405;
  const isPerson = method === 'GET' && (headers.accept ?? '').includes('text/html');
  if (!isWrongMethod && isPerson) {
    sendAnswer(response, notFoundPage());
    return;
  }
  const problem = isWrongMethod
    ? { code: 'MethodNotAllowed', message: 'This address does not take that method.' }
    : { code: 'NotFound', message: 'There is nothing at this address.' };
  error.toJSON = () => problemBody(problem);
  done();
}

/** One line a request: the route rather than the address, since queries hold tokens, and who asked only as a passing hash. */
function noteRequests(log: Log, addressOf: ClientAddress) {
  const key = randomBytes(16);
  return (request: restify.Request, response: restify.Response, route?: { path?: unknown }) => {
    if (route?.path === '/health') return;
    const from = createHmac('sha256', key)
      .update(addressOf(request.socket.remoteAddress, request.headers))
      .digest('hex')
      .slice(0, 12);
    const { method } = request;
    log.info(
      {
        method,
        route: route?.path ?? 'none',
        status: response.statusCode,
        milliseconds: Date.now() - request.time(),
        from,
      },
      'Request',
    );
  };
}

function listen(
  web: restify.Server,
  { host, port }: Settings,
  failed: (error: unknown) => void,
): Promise<string> {
  return new Promise((resolve, reject) => {
    // restify passes errors of its server on, and one that nobody listens for ends the process.
    web.once('error', reject);
    web.listen(port, host, () => {
      web.off('error', reject);
      web.on('error', failed);
      const { address, family, port: actual } = web.server.address() as AddressInfo;
      resolve(`http://${family === 'IPv6' ? `[${address}]` : address}:${actual}`);
    });
  });
}

const graceful = 10_000;

function close(web: restify.Server): Promise<void> {
  if (!web.server.listening) return Promise.resolve();
  return new Promise((resolve) => {
    const idle = setInterval(() => {
      web.server.closeIdleConnections();
    }, 100);
    const late = setTimeout(() => {
      web.server.closeAllConnections();
    }, graceful);
    web.close(() => {
      clearInterval(idle);
      clearTimeout(late);
      resolve();
    });
  });
}
