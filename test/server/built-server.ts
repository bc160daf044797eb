import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const project = join(__dirname, '..', '..');
const patience = 60_000;

/** The whole program, built into a folder of its own and run as a process, so that it can be stopped and started again. */
export class BuiltServer {
  private readonly folder = mkdtempSync(join(tmpdir(), 'built-'));
  private running: ChildProcess | undefined;
  private port = '0';

  /** Where it answers, the same after every start. */
  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Where it keeps what it writes. */
  get dataDir(): string {
    return join(this.folder, 'data');
  }

  constructor(private readonly env: Readonly<Record<string, string>> = {}) {
    execFileSync(process.execPath, ['build.mjs', join(this.folder, 'program')], { cwd: project });
  }

  /** Resolves when it answers. */
  async start(): Promise<void> {
    const running = spawn(process.execPath, [this.built('main.js')], {
      cwd: project,
      env: this.environment(),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.running = running;
    this.port = await answersAt(running);
  }

  /** Resolves when it is gone. */
  async stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const { running } = this;
    if (running === undefined) return;
    this.running = undefined;
    const gone = once(running, 'exit');
    running.kill(signal);
    await gone;
  }

  /** Runs one of the commands beside the server and gives what it prints. */
  command(name: string): string {
    return execFileSync(process.execPath, [this.built(`commands/${name}.js`)], {
      cwd: project,
      env: this.environment(),
      encoding: 'utf8',
    });
  }

  private built(name: string): string {
    return join(this.folder, 'program', name);
  }

  private environment(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      NODE_PATH: join(project, 'node_modules'),
      PORT: this.port,
      PUBLIC_URL: 'http://desk.example',
      DATA_DIR: this.dataDir,
      RATE_LIMIT: 'off',
      ...this.env,
    };
  }

  async remove(): Promise<void> {
    await this.stop('SIGKILL');
    rmSync(this.folder, { recursive: true });
  }
}

/** The port that the server names in its log once it listens. */
function answersAt(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let told = '';
    const late = setTimeout(() => {
      reject(new Error(`The server did not answer within a minute. It said: ${told}`));
    }, patience);
    server.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      told = `${told}${chunk}`.slice(-10_000);
      const port = /answers at http:\/\/127\.0\.0\.1:(\d+)/.exec(told)?.[1];
      if (port === undefined) return;
      clearTimeout(late);
      resolve(port);
    });
    server.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`The server ended with ${code ?? 'a signal'}. It said: ${told}`));
    });
  });
}
