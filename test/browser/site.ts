import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Served {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Another site: its pages are somebody else's, on an origin that is not the desk's. */
export class Site {
  private readonly files = new Map<string, Served>();

  private constructor(private readonly server: Server) {}

  static start(): Promise<Site> {
    return new Promise((resolve) => {
      const server = createServer((request, response) => {
        const page = site.files.get(request.url ?? '');
        response.writeHead(page ? 200 : 404, {
          'content-type': 'text/html; charset=utf-8',
          ...page?.headers,
        });
        response.end(page?.body ?? '');
      });
      const site = new Site(server);
      server.unref();
      server.listen(0, '127.0.0.1', () => {
        resolve(site);
      });
    });
  }

  private get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** The name under which the desk trusts it. */
  get url(): string {
    return `http://localhost:${this.port}`;
  }

  /** The same pages under a name that the desk does not know. */
  get stranger(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** A page with this in it. */
  page(path: string, html: string, headers: Readonly<Record<string, string>> = {}): void {
    this.put(path, `<!doctype html><html lang="en"><title>A site</title>${html}</html>`, headers);
  }

  /** A file as it is; HTML unless a header says otherwise. */
  put(path: string, body: string, headers: Readonly<Record<string, string>> = {}): void {
    this.files.set(path, { body, headers });
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.server.closeAllConnections();
      this.server.close(() => {
        resolve();
      });
    });
  }
}
