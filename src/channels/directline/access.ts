import { createHash, timingSafeEqual } from 'node:crypto';
import { HttpProblem, type RequestHead } from '../route';
import { isTrustedOrigin, type Trust } from './origin';
import { readSigned, readToken, signToken, streamSeconds, tokenSeconds, type Claims } from './token';

export interface AccessSettings extends Trust {
  readonly directLineSecret: string | undefined;
  /** For how many days a page may come back with a token that has run out. */
  readonly resumeDays: number;
}

const day = 24 * 60 * 60 * 1000;

/** Who calls: the holder of the secret, who may do everything, or of a token for one conversation. */
export type Caller = { readonly secret: true } | { readonly secret: false; readonly claims: Claims };

/** Who may do what. Everything is refused by throwing HttpProblem. */
export class Access {
  constructor(
    private readonly settings: AccessSettings,
    private readonly key: () => Promise<Uint8Array>,
    private readonly now: () => number = Date.now,
  ) {}

  /** A page of an origin that is not trusted may call nothing. */
  origin(head: RequestHead): void {
    if (!isTrustedOrigin(head, this.settings)) {
      throw new HttpProblem(
        403,
        'ForbiddenOrigin',
        'Pages of this origin may not call. Add it to TRUSTED_ORIGINS.',
      );
    }
  }

  /** Only on loopback, and only while no secret is set, may anybody have a token. */
  isOpen(): boolean {
    return this.settings.loopback && this.settings.directLineSecret === undefined;
  }

  secret(head: RequestHead): void {
    if (!this.isOpen() && !this.isSecret(bearer(head)))
      throw forbidden('The secret is not the one of this server.');
  }

  /**
   * The widget's page asks without a secret, so that it must be a page: browsers name its origin. Where anybody may have a
   * token, so may a program.
   */
  page(head: RequestHead): void {
    if (head.headers.origin === undefined && !this.isOpen()) {
      throw new HttpProblem(
        403,
        'ForbiddenOrigin',
        'Only pages may ask here; use tokens/generate with the secret instead.',
      );
    }
  }

  async caller(head: RequestHead): Promise<Caller> {
    const given = bearer(head);
    if (this.isSecret(given)) return { secret: true };
    const claims = readToken(given, await this.key(), this.now());
    if (claims?.use !== 'chat') throw forbidden('The token has expired or is not one of this server.');
    return { secret: false, claims };
  }

  /**
   * What a page's token said that may have run out some days ago, as after a night's sleep. It opens nothing any more: all
   * that it proves is whose conversation it was.
   */
  async formerly(head: RequestHead): Promise<Claims> {
    const claims = readSigned(bearer(head), await this.key());
    const until = this.now() - this.settings.resumeDays * day;
    if (claims?.use !== 'chat' || claims.exp * 1000 <= until)
      throw forbidden('The token is not one of this server, or ran out too long ago.');
    return claims;
  }

  /** The same as `caller`, for one conversation. */
  async callerOf(conversation: string, head: RequestHead): Promise<Caller> {
    const caller = await this.caller(head);
    if (!caller.secret && caller.claims.conv !== conversation)
      throw forbidden('The token is for another conversation.');
    return caller;
  }

  /** Whether the token opens the conversation's stream. */
  async opensStream(conversation: string, token: string): Promise<boolean> {
    return readToken(token, await this.key(), this.now())?.conv === conversation;
  }

  async token(conv: string, user: string, use: Claims['use'] = 'chat'): Promise<string> {
    const seconds = use === 'chat' ? tokenSeconds : streamSeconds;
    return signToken({ conv, user, use, exp: Math.floor(this.now() / 1000) + seconds }, await this.key());
  }

  private isSecret(given: string): boolean {
    const { directLineSecret } = this.settings;
    return directLineSecret !== undefined && timingSafeEqual(digest(given), digest(directLineSecret));
  }
}

/** Digests are of one length, so that comparing them tells nothing of the length of the secret. */
const digest = (text: string) => createHash('sha256').update(text).digest();

const forbidden = (message: string) => new HttpProblem(403, 'BadArgument', message);

function bearer({ headers }: RequestHead): string {
  const given = /^Bearer (\S{1,4000})$/i.exec(headers.authorization ?? '')?.[1];
  if (given === undefined)
    throw new HttpProblem(401, 'Unauthorized', 'Send an Authorization header: Bearer and a token.');
  return given;
}
