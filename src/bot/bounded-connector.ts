import { ConnectorFactory, type ConnectorClient } from 'botframework-connector';
import { setTimeout as wait } from 'node:timers/promises';

/** What all calls of one turn may take together. Microsoft gives up on a turn after 10 to 15 seconds. */
export const longestCalls = 10_000;

/** Refusals that say "not taken, come again". Others, a lost answer above all, may mean that the message was shown. */
const takenLater = [412, 429];
const attempts = 3;

interface Answer {
  readonly status: number;
  readonly headers: { get(name: string): string | undefined };
}
interface Request {
  abortSignal?: AbortSignal;
}
type Send = (request: Request) => Promise<Answer>;
/** The part of Azure's HTTP pipeline that is used here; the SDK keeps its own behind a private field without a type. */
interface Pipeline {
  removePolicy(which: { name?: string; phase?: string }): unknown;
  addPolicy(
    policy: { name: string; sendRequest(request: Request, next: Send): Promise<Answer> },
    order: { beforePolicies?: string[]; phase?: string },
  ): void;
}

/**
 * Gives out the SDK's connectors with three habits changed: all calls of a turn end within `longestCalls`, redirects are
 * not followed, and a message is sent again only when the channel said that it did not take it.
 */
export class BoundedConnectorFactory extends ConnectorFactory {
  constructor(
    private readonly inner: ConnectorFactory,
    private readonly milliseconds = longestCalls,
  ) {
    super();
  }

  override async create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    const connector = await this.inner.create(serviceUrl, audience);
    const { pipeline } = (connector as unknown as { client: { pipeline: Pipeline } }).client;
    let deadline: AbortSignal | undefined;
    const sendWithin = (request: Request, next: Send) => {
      deadline ??= AbortSignal.timeout(this.milliseconds);
      deadline.throwIfAborted();
      request.abortSignal = deadline;
      return Promise.race([next(request), aborted(deadline)]);
    };
    pipeline.removePolicy({ name: 'redirectPolicy' });
    pipeline.removePolicy({ phase: 'Retry' });
    pipeline.addPolicy({ name: 'records-desk-resend', sendRequest: resend }, { phase: 'Retry' });
    // Fetching a token for the call counts as part of it.
    const outermost = { beforePolicies: ['ServiceClientContext_Credentials_SignRequest'] };
    pipeline.addPolicy(
      { name: 'records-desk-deadline', sendRequest: async (...call) => sendWithin(...call) },
      outermost,
    );
    return connector;
  }
}

async function resend(request: Request, next: Send): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await next(request);
    if (!takenLater.includes(answer.status) || attempt === attempts) return answer;
    await wait(pause(answer, attempt), undefined, request.abortSignal ? { signal: request.abortSignal } : {});
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });
}

/** As long as the channel asks, else about a second, then two; spread, so that many turns do not come back together. */
function pause({ headers }: Answer, attempt: number): number {
  const asked = Number(headers.get('retry-after'));
  return asked > 0 ? Math.min(asked, 60) * 1000 : attempt * 1000 * (0.5 + Math.random());
}
