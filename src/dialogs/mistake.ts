import { nearest } from '../content';
import type { Place, Problem } from '../content';

/** A mistake of the author, at its place, with what to write instead. */
export function mistake(code: string, message: string, fix: string, place: Place): Problem {
  return { code, severity: 'error', message, fix, ...place };
}

/** A name that stands for nothing; the nearest known one is proposed. `kind` is what it should name: "question". */
export function unknownName(kind: string, id: string, known: Iterable<string>, place: Place): Problem {
  const guess = nearest(id, [...known]);
  return mistake(
    `unknown-${kind.split(' ').pop() ?? kind}`,
    `There is no ${kind} "${id}".`,
    guess === undefined ? 'name one that exists, or add it' : `did you mean "${guess}"?`,
    place,
  );
}

/** Two of one kind under one id. `where` says in what: " in this tree". */
export function usedTwice(kind: string, id: string, where: string, place: Place): Problem {
  return mistake(
    'duplicate-id',
    `The ${kind} "${id}" is used twice${where}.`,
    'give this one another id',
    place,
  );
}
