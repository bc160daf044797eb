import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NAME = 'botframework-webchat';
const VERSION = '4.18.1';
/** Of the published tarball, as the registry tells it (`npm view botframework-webchat@4.18.1 dist.integrity`). */
const INTEGRITY =
  'sha512-7jpEUJ7olT62Xm+8eh7BhhIcXVfU2xD4pZDaeBt8K4XcNy6K/83UGIxE9BFkXmHMZ4hDEVOzs5cre07GWuaXzg==';

/**
 * Microsoft's own Web Chat as one script, out of the tarball that npm publishes: as a dependency it would bring 446 others.
 * Fetched once and kept in the machine's temporary folder; its integrity is checked at every use. Throws when it is neither
 * there nor to be had, so that a test never passes without it.
 */
export function stockWebChat(): string {
  const folder = join(tmpdir(), 'records-desk-stock-web-chat');
  const tarball = join(folder, `${NAME}-${VERSION}.tgz`);
  if (!existsSync(tarball)) fetchInto(folder);
  const integrity = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
  if (integrity !== INTEGRITY)
    throw new Error(
      `${tarball} has the integrity ${integrity}, not ${INTEGRITY}. Delete it and run the test again.`,
    );
  return execFileSync('tar', ['-xzOf', tarball, 'package/dist/webchat.js'], {
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
  });
}

function fetchInto(folder: string): void {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('npm', ['pack', `${NAME}@${VERSION}`, '--pack-destination', folder, '--silent'], {
      timeout: 60_000,
      stdio: 'pipe',
    });
  } catch (error) {
    throw new Error(
      `The stock Web Chat (${NAME}@${VERSION}) could not be fetched from the npm registry. These tests need it: run them with a network once.`,
      { cause: error },
    );
  }
}
