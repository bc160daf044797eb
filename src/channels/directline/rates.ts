import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { networkOf } from '../client-address';
import { HttpProblem } from '../route';

/** What is counted. Both throw a 429 that says when to come back. */
export interface Rates {
  /** 60 messages a minute for a conversation. */
  message(conversation: string): Promise<void>;
  /** 60 tokens a minute for an address; for IPv6, for the network of one subscriber. */
  token(address: string): Promise<void>;
}

export function createRates(on: boolean): Rates {
  const messages = new RateLimiterMemory({ points: 60, duration: 60 });
  const tokens = new RateLimiterMemory({ points: 60, duration: 60 });
  const counted = (limiter: RateLimiterMemory) => (key: string) =>
    on ? consume(limiter, key) : Promise.resolve();
  return { message: counted(messages), token: (address) => counted(tokens)(networkOf(address)) };
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (reached) {
    if (!(reached instanceof RateLimiterRes)) throw reached;
    const seconds = Math.max(1, Math.ceil(reached.msBeforeNext / 1000));
    throw new HttpProblem(429, 'TooManyRequests', `Too many at once. Try again in ${seconds} seconds.`, {
      'retry-after': String(seconds),
    });
  }
}
