import { checkActivity } from '../../bot/activity-shape';
import { Refused } from '../../bot/authentication';
import type { Bot } from '../../bot/cloud-adapter';
import { isTrustedOrigin, type Trust } from '../directline/origin';
import { HttpProblem, type RequestHead, type Route } from '../route';

export interface ConnectorOptions {
  readonly settings: Trust & { readonly microsoftApp: object | undefined };
  readonly bot: Bot;
}

/**
 * `POST /api/messages`, where the Bot Connector comes in. Without an app id nothing can be verified: then the route exists
 * on loopback only, for programs of this machine (the Emulator), and not for what a proxy brings in from outside.
 */
export function connectorRoutes({ settings, bot }: ConnectorOptions): Route[] {
  const verified = settings.microsoftApp !== undefined;
  if (!verified && !settings.loopback) return [];
  return [
    {
      method: 'POST',
      path: '/api/messages',
      admit: (head) => {
        if (!verified) mustBeLocal(head, settings);
        asProblem(() => {
          bot.admit(head.headers.authorization);
        });
      },
      handle: async ({ body, headers }) => {
        const checked = checkActivity(body);
        if ('problem' in checked) throw new HttpProblem(400, 'BadArgument', checked.problem);
        return bot.receive(headers.authorization, checked.activity).catch(throwProblem);
      },
    },
  ];
}

function mustBeLocal(head: RequestHead, settings: Trust): void {
  const forwarded = Object.keys(head.headers).some(
    (name) => name === 'forwarded' || name.startsWith('x-forwarded-'),
  );
  if (forwarded || !isTrustedOrigin(head, settings)) {
    throw new HttpProblem(403, 'Forbidden', 'Without MicrosoftAppId only programs of this machine may call.');
  }
}

function asProblem(check: () => void): void {
  try {
    check();
  } catch (error) {
    throwProblem(error);
  }
}

const codes = { 401: 'Unauthorized', 403: 'Forbidden', 503: 'ServiceUnavailable' } as const;

function throwProblem(error: unknown): never {
  throw error instanceof Refused ? new HttpProblem(error.status, codes[error.status], error.message) : error;
}
