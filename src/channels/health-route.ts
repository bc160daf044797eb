import { HttpProblem, type Route } from './route';

export interface Health {
  /** The hash of the content that replies are made from. */
  readonly release: string;
  readonly entries: number;
  readonly trees: number;
}

/** `GET /health`: 503 until the content is loaded. */
export function healthRoute(health: () => Health | undefined): Route {
  return {
    method: 'GET',
    path: '/health',
    handle: () => {
      const content = health();
      if (!content) throw new HttpProblem(503, 'NotReady', 'The content is not loaded yet.');
      const { release, entries, trees } = content;
      return Promise.resolve({ status: 200, body: { status: 'ok', release, entries, trees } });
    },
  };
}
