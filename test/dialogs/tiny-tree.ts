import { loadTrees } from '../../src/dialogs';
import type { Tree } from '../../src/dialogs';

/** A small invented tree: a lost umbrella at a station. */
export const TINY = `
id: lost-umbrella
title: A lost umbrella
about: What to do with an umbrella that somebody left.
starts: [someone left an umbrella, found a brolly, umbrella left behind]
start: where-found
questions:
  - id: where-found
    ask: Where was it found?
    why: { say: Trains and platforms have different offices. }
    options:
      - { id: train, label: On a train, says: [train, carriage], next: how-old }
      - { id: platform, label: On a platform, says: [platform, waiting room], next: keep-it }
      - { id: not-sure, label: Not sure, next: ask-finder }
  - id: how-old
    ask: Is it older than a week?
    why: { say: After a week it goes to the depot. }
    options:
      - { id: "yes", label: "Yes", next: depot }
      - { id: "no", label: "No", next: keep-it }
      - { id: not-sure, label: Not sure, next: keep-it }
outcomes:
  - id: depot
    title: Send it to the depot
    short: [{ say: It goes to the depot., facts: [F-A001] }]
  - id: keep-it
    title: Keep it at the desk
    steps:
      - { do: Put a tag on it., who: Desk, facts: [F-A001] }
      - { do: Tell the train office., who: Desk, facts: [F-A001], if: { where-found: train } }
  - id: ask-finder
    title: Ask the finder
    short: [{ say: Ask who found it., facts: [F-A001] }]
`;

/** The trees of some files; throws with the problems when there are any, since the caller wants trees. */
export function trees(...texts: readonly string[]): ReadonlyMap<string, Tree> {
  const loaded = loadTrees(new Map(texts.map((text, i) => [`dialogs/tree-${i}.yaml`, text])));
  if (loaded.problems.length > 0) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));
  return loaded.trees;
}

export function tinyTree(): Tree {
  const tree = trees(TINY).get('lost-umbrella');
  if (tree === undefined) throw new Error('The tiny tree is missing.');
  return tree;
}
