import type { ServerResponse } from 'node:http';
import { errorFields, newReference, type Log } from '../bot/log';
import { HttpProblem, problemBody, type Answer } from './route';

/** What is known to be wrong is said; everything else is one sentence with a reference, and the log has the rest. */
export function problemAnswer(error: unknown, log: Log): Answer {
  if (error instanceof HttpProblem)
    return { status: error.status, headers: error.headers, body: problemBody(error) };
  const reference = newReference();
  log.error({ reference, ...errorFields(error) }, 'A request failed');
  const message = `Something went wrong here. Quote reference ${reference}.`;
  return { status: 500, body: problemBody({ code: 'InternalError', message }) };
}

export function sendAnswer(response: ServerResponse, { status, headers = {}, body }: Answer): void {
  const asIs = typeof body === 'string' || Buffer.isBuffer(body) || body === undefined;
  const payload = Buffer.from(asIs ? (body ?? '') : JSON.stringify(body));
  response.statusCode = status;
  response.setHeader('cache-control', 'no-store');
  if (!asIs) response.setHeader('content-type', 'application/json; charset=utf-8');
  if (status !== 204) response.setHeader('content-length', payload.length);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.end(payload);
}
