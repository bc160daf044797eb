import { dirname } from 'node:path/posix';
import type { Library } from '../conversation';
import type { LabelledQuestion } from './labelled-question';

/**
 * The part of the guidance that a question is about: the folder of the entry that states its best fact. The `subject` of a label is too
 * fine to count by.
 */
export function subjectOf({ knowledge }: Library): (question: LabelledQuestion) => string {
  const folders = new Map<string, string>();
  for (const { statements, place } of knowledge.entries.values()) {
    const folder = dirname(place.file).split('/')[1];
    for (const fact of statements.flatMap(({ facts }) => facts))
      if (folder !== undefined && !folders.has(fact)) folders.set(fact, folder);
  }
  return ({ facts = [] }) => {
    const fact = facts.find((each) => folders.has(each));
    return (fact === undefined ? undefined : folders.get(fact)) ?? 'general';
  };
}
