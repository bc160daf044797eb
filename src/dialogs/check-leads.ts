import type { z } from 'zod';
import type { Authored, Path, Place, Problem } from '../content';
import { unknownName } from './mistake';
import type { Lead, TreeFile } from './schema';
import type { Tree } from './tree';

/**
 * Outcomes that lead on into a tree that does not exist, or say something of a question or an option that it does not have. A shared outcome
 * is blamed where it is used.
 */
export function checkLeads(
  written: readonly Authored<z.infer<typeof TreeFile>>[],
  trees: ReadonlyMap<string, Tree>,
): Problem[] {
  return written.flatMap(({ value, at }) =>
    value.outcomes.flatMap((each, i) => {
      const shared = 'use' in each;
      const outcome = shared ? trees.get(value.id)?.outcomes.get(each.use) : each;
      return (outcome?.then ?? []).flatMap((lead, j) =>
        inLead(lead, trees, (path) =>
          at(shared ? ['outcomes', i, 'use'] : ['outcomes', i, 'then', j, ...path]),
        ),
      );
    }),
  );
}

function inLead(
  { tree: id, known = {} }: Lead,
  trees: ReadonlyMap<string, Tree>,
  at: (path: Path) => Place,
): Problem[] {
  const tree = trees.get(id);
  if (tree === undefined) return [unknownName('tree', id, trees.keys(), at(['tree']))];
  const questions = [...tree.questions.values()];
  return Object.entries(known).flatMap(([question, option]) => {
    const asked = questions.filter((each) => each.id === question);
    const place = at(['known', question]);
    if (asked.length === 0)
      return [
        unknownName(
          'question',
          question,
          questions.map((each) => each.id),
          place,
        ),
      ];
    const options = asked.flatMap((each) => each.options.map((offered) => offered.id));
    return options.includes(option) ? [] : [unknownName('option', option, options, place)];
  });
}
