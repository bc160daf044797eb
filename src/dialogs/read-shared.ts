import type { z } from 'zod';
import { readYaml } from '../content';
import type { Place, Problem } from '../content';
import { mentions } from './mentions';
import { usedTwice } from './mistake';
import { SharedFile } from './schema';
import type { Outcome } from './schema';
import type { Mention } from './tree';

/** What stands in `_shared.yaml` for every tree to use. */
export interface Shared {
  readonly questions: ReadonlyMap<string, SharedQuestion>;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly mentions: readonly Mention[];
  /** Where each question and outcome is written. */
  readonly places: ReadonlyMap<string, Place>;
}

export type SharedQuestion = NonNullable<z.infer<typeof SharedFile>['questions']>[number];

const NOTHING_SHARED: Shared = {
  questions: new Map(),
  outcomes: new Map(),
  mentions: [],
  places: new Map(),
};

/** Reads the file of shared questions and outcomes, if there is one. */
export function readShared(
  files: ReadonlyMap<string, string>,
): Shared & { readonly problems: readonly Problem[] } {
  const found = [...files].find(([file]) => file.endsWith('/_shared.yaml'));
  if (found === undefined) return { ...NOTHING_SHARED, problems: [] };
  const reading = readYaml(found[0], found[1], SharedFile);
  if (!reading.ok) return { ...NOTHING_SHARED, problems: reading.problems };
  const { value, at } = reading.authored;
  const { questions = [], outcomes = [] } = value;
  const places: [string, Place][] = [
    ...questions.map(({ id }, i): [string, Place] => [id, at(['questions', i])]),
    ...outcomes.map(({ id }, i): [string, Place] => [id, at(['outcomes', i])]),
  ];
  const twice = places.filter(([id], i) => places.findIndex(([other]) => other === id) < i);
  return {
    questions: new Map(questions.map((question) => [question.id, question])),
    outcomes: new Map(outcomes.map((outcome) => [outcome.id, outcome])),
    mentions: mentions(reading.authored),
    places: new Map(places),
    problems: [...reading.warnings, ...twice.map(([id, place]) => usedTwice('shared id', id, '', place))],
  };
}
