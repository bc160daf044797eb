import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { check } from './checks';
import type { Depth } from './checks';
import { decodeUtf8, sortProblems } from './content';
import type { Problem } from './content';
import { makeLibrary } from './conversation';
import type { Library, MakeIndex } from './conversation';
import { loadPhrases, loadTrees } from './dialogs';
import { loadKnowledge } from './knowledge/load';

/** One release of the content: what was authored in `knowledge/` and `dialogs/`, read, joined and checked. */
export interface Release {
  /** Undefined when an error was found: bad content is never served. */
  readonly library: Library | undefined;
  readonly problems: readonly Problem[];
}

const PHRASES = 'dialogs/_phrases.yaml';

/**
 * Reads the release that stands in `folder` (the project's folder). `asOf` is the day for which ageing is judged; `depth` says how many
 * rules are run; `makeIndex`, if it is not to be built anew, where its index comes from.
 */
export function readRelease(
  folder: string,
  asOf: string,
  depth: Depth = 'start',
  makeIndex?: MakeIndex,
): Release {
  const { files, problems } = readFiles(folder);
  const part = (name: string): Map<string, string> =>
    new Map([...files].filter(([file]) => file.startsWith(`${name}/`)));
  const { knowledge, problems: inKnowledge } = loadKnowledge(part('knowledge'));
  const { trees, problems: inTrees } = loadTrees(part('dialogs'));
  const { phrases, problems: inPhrases } = loadPhrases(PHRASES, files.get(PHRASES) ?? '');
  const all = sortProblems([
    ...problems,
    ...inKnowledge,
    ...inTrees,
    ...inPhrases,
    ...check({ knowledge, trees, asOf }, depth),
  ]);
  const broken = phrases === undefined || all.some(({ severity }) => severity === 'error');
  return {
    library: broken
      ? undefined
      : makeLibrary({ knowledge, trees, phrases, release: releaseName(files, asOf), asOf }, makeIndex),
    problems: all,
  };
}

/** `2026-11-20-1a2b3c4d`: the day and the start of a hash of every authored file. */
function releaseName(files: ReadonlyMap<string, string>, asOf: string): string {
  const hash = createHash('sha256');
  for (const [file, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${file}\0${text}\0`);
  return `${asOf}-${hash.digest('hex').slice(0, 8)}`;
}

function readFiles(folder: string): { files: Map<string, string>; problems: Problem[] } {
  const files = new Map<string, string>();
  const problems: Problem[] = [];
  for (const part of ['knowledge', 'dialogs'])
    for (const entry of readdirSync(join(folder, part), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(ya?ml|md)$/.test(entry.name)) continue;
      const path = join(entry.parentPath, entry.name);
      const file = relative(folder, path).split(sep).join('/');
      const decoded = decodeUtf8(file, readFileSync(path));
      if (typeof decoded === 'string') files.set(file, decoded);
      else problems.push(decoded);
    }
  return { files, problems };
}
