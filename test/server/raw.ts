import { connect } from 'node:net';

/** Writes bytes to the server as they are and gives back what came until the line was closed, or nothing more came. */
export function raw(
  url: string,
  bytes: string | Buffer,
  { patience = 300, end = false } = {},
): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const quiet = setTimeout(() => socket.destroy(), patience);
    socket.on('connect', () => {
      socket.write(bytes);
      if (end) socket.end();
    });
    socket.on('data', (data) => {
      answer += data.toString('latin1');
      quiet.refresh();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(quiet);
      resolve(answer);
    });
  });
}

/** The statuses of all answers in what came back. */
export function statuses(answer: string): number[] {
  return [...answer.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
}
