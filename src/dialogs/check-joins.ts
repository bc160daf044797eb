import type { z } from 'zod';
import type { Authored, Place, Problem } from '../content';
import { mistake, unknownName } from './mistake';
import type { Outcome, TreeFile } from './schema';
import type { Tree } from './tree';

type Written = z.infer<typeof TreeFile>;

/** What does not join up in one tree: ways that lead nowhere, circles, what nothing reaches, conditions on what is not asked. */
export function checkJoins(authored: Authored<Written>, tree: Tree): Problem[] {
  const { value, at } = authored;
  const { start, questions } = tree;
  return [
    ...optionsLeadNowhere(authored, tree),
    ...(questions.has(start) ? [] : [unknownName('question', start, questions.keys(), at(['start']))]),
    ...circles(tree, at(['questions'])),
    ...notReached(authored, tree),
    ...value.outcomes.flatMap((written, i) => {
      const outcome = 'use' in written ? tree.outcomes.get(written.use) : written;
      const shared = 'use' in written ? at(['outcomes', i, 'use']) : undefined;
      return outcome === undefined
        ? []
        : conditionsOf(outcome).flatMap(({ path, question, options }) =>
            notAsked(tree, question, options, shared ?? at(['outcomes', i, ...path])),
          );
    }),
  ];
}

function optionsLeadNowhere({ value, at }: Authored<Written>, { questions, outcomes }: Tree): Problem[] {
  const ways = value.questions.flatMap((written, i): [string, Place][] =>
    'use' in written
      ? Object.entries(written.next).map(([option, next]) => [next, at(['questions', i, 'next', option])])
      : written.options.map(({ next }, j) => [next, at(['questions', i, 'options', j, 'next'])]),
  );
  return ways
    .filter(([next]) => !questions.has(next) && !outcomes.has(next))
    .map(([next, place]) =>
      unknownName('question or outcome', next, [...questions.keys(), ...outcomes.keys()], place),
    );
}

function circles({ start, questions }: Tree, place: Place): Problem[] {
  const done = new Set<string>();
  const visit = (id: string, above: readonly string[]): Problem[] => {
    if (above.includes(id)) {
      const circle = [...above.slice(above.indexOf(id)), id].join(' → ');
      const message = `The questions ${circle} go round in a circle.`;
      return [mistake('circle', message, 'let one of them lead to an outcome', place)];
    }
    if (done.has(id)) return [];
    done.add(id);
    return (questions.get(id)?.options ?? []).flatMap(({ next }) => visit(next, [...above, id]));
  };
  return visit(start, []);
}

function notReached({ value, at }: Authored<Written>, { start, questions }: Tree): Problem[] {
  const reached = new Set<string>();
  const visit = (id: string): void => {
    if (reached.has(id)) return;
    reached.add(id);
    for (const { next } of questions.get(id)?.options ?? []) visit(next);
  };
  visit(start);
  const missed = (kind: string, id: string, place: Place): Problem[] =>
    reached.has(id)
      ? []
      : [
          mistake(
            'unreachable',
            `Nothing leads to the ${kind} "${id}".`,
            'let an option lead to it, or take it out',
            place,
          ),
        ];
  const idOf = (written: { id?: string | undefined; use?: string }): string =>
    written.id ?? written.use ?? '';
  return [
    ...value.questions.flatMap((each, i) => missed('question', idOf(each), at(['questions', i]))),
    ...value.outcomes.flatMap((each, i) => missed('outcome', idOf(each), at(['outcomes', i]))),
  ];
}

const CONDITIONED = ['steps', 'short', 'checkFirst', 'doNot', 'also'] as const;

function conditionsOf(
  outcome: Outcome,
): { path: (string | number)[]; question: string; options: readonly string[] }[] {
  return CONDITIONED.flatMap((part) =>
    (outcome[part] ?? []).flatMap(({ if: condition }, j) =>
      Object.entries(condition ?? {}).map(([question, options]) => ({
        path: [part, j, 'if', question],
        question,
        options: [options].flat(),
      })),
    ),
  );
}

/** A condition on a question or an option that the tree does not have can never hold; in a shared outcome too it is a mistake of the tree that uses it. */
function notAsked(tree: Tree, question: string, options: readonly string[], place: Place): Problem[] {
  const all = [...tree.questions.values()];
  const known = all.filter(({ id }) => id === question).flatMap((each) => each.options.map(({ id }) => id));
  if (known.length === 0)
    return [
      unknownName(
        'question',
        question,
        all.map(({ id }) => id),
        place,
      ),
    ];
  return options
    .filter((option) => !known.includes(option))
    .map((option) => unknownName('option', option, known, place));
}
