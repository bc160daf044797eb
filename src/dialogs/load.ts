import type { z } from 'zod';
import { readYaml } from '../content';
import type { Authored, Problem } from '../content';
import { addWordings } from './add-wordings';
import { buildTree } from './build-tree';
import { checkLeads } from './check-leads';
import { findCopies } from './find-copies';
import { mistake, usedTwice } from './mistake';
import { readShared } from './read-shared';
import type { Shared } from './read-shared';
import { TreeFile } from './schema';
import type { Tree } from './tree';

type Written = Authored<z.infer<typeof TreeFile>>;

/**
 * Reads the trees of `dialogs/` (path → text; files whose names start with `_` are not trees). Every mistake is reported:
 * options that lead nowhere, questions that nothing reaches, circles, a missing "not sure", one question written in two trees. Pure.
 */
export function loadTrees(files: ReadonlyMap<string, string>): {
  trees: ReadonlyMap<string, Tree>;
  problems: Problem[];
} {
  const shared = readShared(files);
  const { written, problems } = readFiles(files);
  const trees = new Map<string, Tree>();
  for (const authored of written) {
    const { id } = authored.value;
    if (trees.has(id)) problems.push(usedTwice('tree id', id, '', authored.at(['id'])));
    const built = buildTree(authored, shared);
    trees.set(id, built.tree);
    problems.push(...built.problems);
  }
  const wordings = addWordings(trees, files);
  return {
    trees: wordings.trees,
    problems: [
      ...wordings.problems,
      ...shared.problems,
      ...problems,
      ...checkLeads(written, trees),
      ...findCopies(written),
      ...usedByNone(shared, written),
    ],
  };
}

function readFiles(files: ReadonlyMap<string, string>): { written: Written[]; problems: Problem[] } {
  const written: Written[] = [];
  const problems: Problem[] = [];
  for (const [file, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (/\/_[^/]*$/.test(file) || file.includes('/wordings/') || !file.endsWith('.yaml')) continue;
    const reading = readYaml(file, text, TreeFile);
    problems.push(...(reading.ok ? reading.warnings : reading.problems));
    if (reading.ok) written.push(reading.authored);
  }
  return { written, problems };
}

/** What stands in `_shared.yaml` for nobody. */
function usedByNone({ places }: Shared, written: readonly Written[]): Problem[] {
  const used = new Set(
    written.flatMap(({ value }) =>
      [...value.questions, ...value.outcomes].flatMap((each) => ('use' in each ? [each.use] : [])),
    ),
  );
  return [...places]
    .filter(([id]) => !used.has(id))
    .map(([id, place]) => ({
      ...mistake('unused-shared', `No guide uses the shared "${id}".`, 'use it, or take it out', place),
      severity: 'warning',
    }));
}
