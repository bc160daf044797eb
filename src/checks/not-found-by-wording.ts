import type { Problem } from '../content';
import type { Entry } from '../knowledge/entry';
import { buildIndex, search } from '../search';
import type { Doc } from '../search';
import type { Content } from './content';

/** How deep an editor may have to look before a wording counts as pulling elsewhere. */
const DEPTH = 10;

/** Each time this share of an entry's wordings is held back and searched for: one fold in so many. */
const FOLDS = 8;

/**
 * A wording that, left out, finds its own entry nowhere among ten says something that nothing else of the entry says: it may belong
 * elsewhere, or the entry needs more like it. An entry that none of its wordings finds is reached by nobody.
 */
export function notFoundByWording({ knowledge }: Content): Problem[] {
  const entries = [...knowledge.entries.values()];
  const found = new Map<string, number>();
  const problems: Problem[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const index = buildIndex(entries.map((entry) => documentWithout(entry, fold)));
    for (const entry of entries)
      for (const wording of heldBack(entry, fold)) {
        if (search(index, wording, DEPTH).some(({ id }) => id === entry.id))
          found.set(entry.id, (found.get(entry.id) ?? 0) + 1);
        else
          problems.push({
            code: 'wording-astray',
            severity: 'warning',
            message: `Without the wording "${wording}", nothing of "${entry.id}" would be found by it.`,
            fix: 'see whether another entry answers it better, or add wordings like it',
            ...entry.place,
          });
      }
  }
  return [
    ...problems,
    ...entries.filter(({ id, wordings }) => wordings.length > 0 && !found.has(id)).map(unreached),
  ];
}

function unreached({ id, place }: Entry): Problem {
  return {
    code: 'entry-unreached',
    severity: 'warning',
    message: `Nothing reaches "${id}": none of its wordings finds it when left out.`,
    fix: 'add wordings, or merge it with the entry that wins',
    ...place,
  };
}

function heldBack({ wordings }: Entry, fold: number): string[] {
  return wordings.filter((_, i) => i % FOLDS === fold);
}

function documentWithout({ id, title, trail, wordings, statements }: Entry, fold: number): Doc {
  return {
    id,
    title,
    trail,
    wordings: wordings.filter((_, i) => i % FOLDS !== fold),
    text: statements.map(({ say }) => say).join(' '),
  };
}
