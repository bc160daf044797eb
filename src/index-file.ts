import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MakeIndex } from './conversation';
import { buildIndex, type SearchIndex } from './search';
import { openIndex, saveIndex } from './search/saved-index';

/** Where indexes are saved, and what is told of it. */
export interface IndexPlace {
  /** Made when it is missing. When it cannot be written to, every start builds the index. */
  readonly folder: string;
  /** What tells one program from another: a new one may read words differently, and builds the index anew. */
  readonly program: string;
  readonly log: (message: string) => void;
}

/** Raised when the bytes of a saved index change their meaning. */
const FORMAT = 1;
const OURS = /^index-[0-9a-f]{16}\.bin(?:\.\d+\.tmp)?$/;

/**
 * Opens the index that was saved for the release, or builds and saves it, one file at a time: `index-KEY.bin`. A file that is cut off,
 * damaged or none of ours is replaced. Never throws for the sake of the file.
 */
export function indexFile({ folder, program, log }: IndexPlace): MakeIndex {
  return (docs, synonyms, release) => {
    const key = keyOf(release, program);
    const path = join(folder, `index-${key}.bin`);
    const bytes = read(path, log);
    const opened = bytes && openIndex(bytes, key, docs, { synonyms });
    if (opened !== undefined) return opened;
    if (bytes !== undefined) log(`The saved index ${path} cannot be used; it is built anew and replaced.`);
    const built = buildIndex(docs, { synonyms });
    save(built, key, folder, path, log);
    return built;
  };
}

/** The day in a release's name does not change what is found. */
function keyOf(release: string, program: string): string {
  const content = release.replace(/^\d{4}-\d{2}-\d{2}-/, '');
  return createHash('sha256').update([FORMAT, content, program].join('\0')).digest('hex').slice(0, 16);
}

function read(path: string, log: IndexPlace['log']): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT')
      log(`The saved index ${path} cannot be read (${codeOf(error)}); it is built anew.`);
    return undefined;
  }
}

/** Under another name first: who starts at the same time finds a whole file or none. */
function save(index: SearchIndex, key: string, folder: string, path: string, log: IndexPlace['log']): void {
  const unfinished = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(unfinished, saveIndex(index, key));
    renameSync(unfinished, path);
    for (const name of readdirSync(folder))
      if (OURS.test(name) && join(folder, name) !== path) rmSync(join(folder, name), { force: true });
  } catch (error) {
    rmQuietly(unfinished);
    log(`The index cannot be saved in ${folder} (${codeOf(error)}); the next start builds it again.`);
  }
}

function rmQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Where nothing can be written nothing can be left behind.
  }
}

function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : String(error);
}
