import type { IncomingMessage } from 'node:http';
import { HttpProblem, type BodyType } from './route';

/** Counted in bytes as they come, whatever the request says about its length. */
export const longestBody = 256 * 1024;
/** How deep lists and objects may stand in each other. */
const deepest = 32;

const tooLong = () => new HttpProblem(413, 'PayloadTooLarge', 'The body is longer than 256 KB.');
const unusable = (message: string) => new HttpProblem(400, 'BadArgument', message);

/** Whether the length that a request states is too much already. Throws HttpProblem. */
export function checkStatedLength({ headers }: IncomingMessage): void {
  if (Number(headers['content-length'] ?? 0) > longestBody) throw tooLong();
}

/** The body as a value, or undefined when none came. Throws HttpProblem for everything that is not plainly of an accepted type. */
export async function readBody(request: IncomingMessage, accepts: readonly BodyType[]): Promise<unknown> {
  const { headers } = request;
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  if (!hasBody) return undefined;
  const type = bodyType(headers['content-type'], accepts);
  const text = decode(await readBytes(request));
  if (text === '') return undefined;
  return type === 'application/json' ? parseJson(text) : Object.fromEntries(new URLSearchParams(text));
}

function bodyType(contentType: string | undefined, accepts: readonly BodyType[]): BodyType {
  const [name, ...parameters] = (contentType ?? '').split(';').map((part) => part.trim().toLowerCase());
  const type = accepts.find((accepted) => accepted === name);
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  if (type === undefined || (charset !== undefined && !/^charset="?utf-?8"?$/.test(charset))) {
    throw new HttpProblem(415, 'UnsupportedMediaType', `Send ${accepts.join(' or ')} in UTF-8.`);
  }
  return type;
}

/** What comes beyond the limit is let pass unread, so that the client lives to see the answer. */
function readBytes(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= longestBody) chunks.push(chunk);
      else reject(tooLong());
    });
    request.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    request.on('error', () => {
      reject(unusable('The body broke off.'));
    });
  });
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw unusable('The body is not UTF-8.');
  }
}

function parseJson(text: string): unknown {
  const value = parsed(text);
  const problem = oddity(value);
  if (problem !== undefined) throw unusable(problem);
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw unusable('The body is not JSON.');
  }
}

/** Looks level by level, without recursion: a body can be nested deeper than the stack. */
function oddity(value: unknown): string | undefined {
  let level = [value].filter(isNested);
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > deepest) return `The body is nested deeper than ${deepest} levels.`;
    if (level.some((each) => Object.hasOwn(each, '__proto__')))
      return 'The body has a field named __proto__.';
    level = level.flatMap((each) => Object.values(each).filter(isNested));
  }
  return undefined;
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
