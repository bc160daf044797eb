import { z } from 'zod';
import { printProblem, readYaml } from '../../src/content';
import { pathLine, paths } from '../../src/dialogs';
import type { Answers, Tree } from '../../src/dialogs';

/**
 * Where the ways through a guide lead, written from the facts by somebody other than the guide's author. A list of rules, of which the first
 * that fits a way decides it:
 *
 *     - when: { where-found: train, how-old: [not-sure, "no"] } # question → option, or one of several options
 *       outcome: keep-it
 */
export type PathTable = z.infer<typeof PathTable>;

const Id = z.string().min(1);
const PathTable = z
  .array(z.strictObject({ when: z.record(Id, z.union([Id, z.array(Id).min(1)])), outcome: Id }))
  .min(1);

/** Reads a table; throws with its mistakes, each at its line. */
export function readPathTable(file: string, text: string): PathTable {
  const reading = readYaml(file, text, PathTable);
  if (!reading.ok) throw new Error(reading.problems.map(printProblem).join('\n'));
  return reading.authored.value;
}

/** Everything in which the guide and the table differ, in words: ways that lead elsewhere, ways and rules without each other, names that only the table knows. */
export function differences(tree: Tree, table: PathTable): string[] {
  const used = new Set<number>();
  const wrong = paths(tree).flatMap((path) => {
    const position = table.findIndex(({ when }) => fits(when, path.answers));
    const rule = table[position];
    used.add(position);
    if (rule === undefined) return [`no rule fits ${pathLine(path)}`];
    return rule.outcome === path.outcome ? [] : [`${pathLine(path)}, but the table says ${rule.outcome}`];
  });
  const idle = table.flatMap((rule, i) =>
    used.has(i) ? [] : [`rule ${i + 1} decides no way: ${JSON.stringify(rule)}`],
  );
  return [...wrong, ...idle, ...unknownNames(tree, table)];
}

function fits(when: PathTable[number]['when'], answers: Answers): boolean {
  return Object.entries(when).every(([question, options]) =>
    [options].flat().includes(answers[question] ?? ''),
  );
}

function unknownNames(tree: Tree, table: PathTable): string[] {
  const questions = [...tree.questions.values()];
  return table.flatMap(({ when, outcome }) => [
    ...(tree.outcomes.has(outcome) ? [] : [`the guide has no outcome "${outcome}"`]),
    ...Object.entries(when).flatMap(([id, options]) => {
      const known = questions
        .filter((question) => question.id === id)
        .flatMap((question) => question.options.map((option) => option.id));
      if (known.length === 0) return [`the guide has no question "${id}"`];
      return [options]
        .flat()
        .filter((option) => !known.includes(option))
        .map((option) => `the question "${id}" has no option "${option}"`);
    }),
  ]);
}
