import type { z } from 'zod';
import { readYaml } from '../content';
import type { Problem } from '../content';
import type { Knowledge } from './entry';
import { CoverageFile } from './schema';

export type NotStated = z.infer<typeof CoverageFile>['notStated'][number];

/** Reads `coverage.yaml`: facts that no entry states, each with the reason. */
export function loadCoverage(
  file: string,
  text: string,
): { notStated: readonly NotStated[]; problems: readonly Problem[] } {
  const reading = readYaml(file, text, CoverageFile);
  return reading.ok
    ? { notStated: reading.authored.value.notStated, problems: [] }
    : { notStated: [], problems: reading.problems };
}

/** Ids of all facts that some entry or conflict states. */
export function statedFacts({ entries, disagreements, contacts }: Knowledge): Set<string> {
  const statements = [
    ...[...entries.values()].flatMap((entry) => entry.statements),
    ...[...disagreements.values()].flatMap(({ positions, meanwhile }) => [...positions, ...meanwhile]),
    ...[...contacts.values()].flatMap(({ how }) => (how === undefined ? [] : [how])),
  ];
  return new Set(statements.flatMap(({ facts }) => facts));
}
