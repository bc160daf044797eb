import { loadPhrases } from '../../src/dialogs';
import { makeLibrary } from '../../src/conversation';
import type { Library } from '../../src/conversation';
import { loadKnowledge } from '../../src/knowledge/load';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TINY, trees } from '../dialogs/tiny-tree';

/** A second guide, with a question about the station that can be remembered. */
export const HAT = `
id: lost-hat
title: A lost hat
about: What to do with a hat that somebody left.
starts: [someone left a hat, found a cap, bonnet on a seat]
start: has-office
questions:
  - id: has-office
    ask: Does the station have an office?
    aboutPractice: true
    why: { say: A hat goes to the office where there is one. }
    options:
      - { id: "yes", label: "Yes", told: the station has an office, next: to-office }
      - { id: "no", label: "No", told: the station has no office, next: to-depot }
      - { id: not-sure, label: Not sure, next: to-depot }
outcomes:
  - { id: to-office, title: To the office, short: [{ say: Take it to the office., facts: [F-A001] }] }
  - { id: to-depot, title: To the depot, short: [{ say: Send it to the depot., facts: [F-A001] }] }
`;

/** A small invented desk: lost property at a station. The phrases are the real ones. */
export const TINY_FILES: ReadonlyMap<string, string> = new Map([
  [
    'knowledge/sources.yaml',
    `
sources:
  - { id: rail-book, title: The rail book, publisher: The Railway, version: "2", date: 1 May 2024, url: https://rail.example/book, seen: live }
  - { id: old-book, title: The old book, publisher: The Railway, seen: undated, supersededBy: rail-book }
`,
  ],
  [
    'knowledge/facts/lost.yaml',
    `
facts:
  - { id: F-A001, statement: Umbrellas are kept for ninety days., sources: [rail-book] }
  - { id: F-A002, statement: Hats are kept for thirty days., sources: [old-book], needsCheck: The page was cut off. }
`,
  ],
  [
    'knowledge/contacts.yaml',
    'contacts:\n  - { id: office, name: the lost property office, for: things that were found }\n',
  ],
  [
    'knowledge/conflicts.yaml',
    `
conflicts:
  - id: hat-days
    title: How long hats are kept
    state: open
    positions:
      - { say: The old book says thirty days., facts: [F-A002] }
      - { say: The rail book says ninety., facts: [F-A001] }
    newer: The rail book is newer.
    decides: [office]
    check: Ask before you throw a hat away.
`,
  ],
  [
    'knowledge/lost/keeping.yaml',
    `
reviewBy: 2026-06-01
entries:
  - id: umbrella-days
    question: How long do we keep an umbrella?
    answer: [{ say: Keep it for ninety days., facts: [F-A001] }]
    guide: lost-umbrella
    related: [hat-days]
  - id: hat-days
    question: How long do we keep a hat?
    answer: [{ say: The old book says thirty days., facts: [F-A002] }]
    conflicts: [hat-days]
  - id: glove-days
    kind: gap
    question: How long do we keep a single glove?
    unanswered: No book says how long a single glove is kept.
    ask: [office]
`,
  ],
  [
    'knowledge/lost/keeping.wordings.yaml',
    `
umbrella-days:
  terse: [umbrella how long, brolly period]
  colloquial: [when can we bin a brolly]
hat-days:
  terse: [hat how long, cap period]
`,
  ],
  [
    'knowledge/out-of-scope.yaml',
    `
classes:
  - { id: trains, reason: out-of-scope, say: Ask the ticket office., wordings: [when is the next train, is my train late, train times today] }
  - { id: danger, reason: emergency, say: Call the guard., wordings: [someone fell on the track, fire on the platform, person on the line] }
`,
  ],
]);

export function tinyLibrary(asOf = '2026-05-01', guides: readonly string[] = [TINY, HAT]): Library {
  const { knowledge, problems } = loadKnowledge(TINY_FILES);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const file = 'dialogs/_phrases.yaml';
  const { phrases } = loadPhrases(file, readFileSync(join(__dirname, '..', '..', file), 'utf8'));
  if (phrases === undefined) throw new Error('The phrases cannot be read.');
  return makeLibrary({ knowledge, trees: trees(...guides), phrases, release: 'test', asOf });
}
