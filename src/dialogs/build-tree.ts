import type { z } from 'zod';
import type { Authored, Place, Problem } from '../content';
import { checkJoins } from './check-joins';
import { mentions } from './mentions';
import { mistake, unknownName, usedTwice } from './mistake';
import type { Shared } from './read-shared';
import type { Outcome, Question, SharedUse, TreeFile } from './schema';
import type { Tree } from './tree';

type Written = z.infer<typeof TreeFile>;

/** Turns one checked file into a tree and tells what does not join up. Shared questions and outcomes are put in where they are used. */
export function buildTree(authored: Authored<Written>, shared: Shared): { tree: Tree; problems: Problem[] } {
  const { value, at } = authored;
  const questions = readQuestions(authored, shared);
  const outcomes = readOutcomes(authored, shared, questions.found);
  const { id, title, about, situations = [], starts, start } = value;
  const { owner = 'lmc', status = 'unreviewed', reviewedBy, reviewedOn, reviewBy } = value;
  const tree: Tree = {
    id,
    title,
    about,
    situations,
    starts,
    start,
    questions: questions.found,
    outcomes: outcomes.found,
    standing: { owner, status, reviewedBy, reviewedOn, reviewBy },
    place: at(['id']),
    mentions: [...mentions(authored), ...shared.mentions],
  };
  return { tree, problems: [...questions.problems, ...outcomes.problems, ...checkJoins(authored, tree)] };
}

/** The name of the place at which a question stands in its tree. */
function placeName(written: Written['questions'][number]): string {
  return 'use' in written ? (written.id ?? written.use) : written.id;
}

type Read<T> = { readonly found: ReadonlyMap<string, T>; readonly problems: readonly Problem[] };

function readQuestions({ value, at }: Authored<Written>, shared: Shared): Read<Question> {
  const found = new Map<string, Question>();
  const problems = value.questions.flatMap((written, i) => {
    const place = at(['questions', i]);
    const { question, problems: inUse } =
      'use' in written ? takeQuestion(written, shared, place) : { question: written, problems: [] };
    if (question === undefined) return inUse;
    const name = placeName(written);
    const twice = found.has(name) ? [usedTwice('question id', name, ' in this tree', place)] : [];
    found.set(name, question);
    return [...inUse, ...twice, ...inQuestion(question, place)];
  });
  return { found, problems };
}

function inQuestion({ id, options }: Question, place: Place): Problem[] {
  const ids = options.map((option) => option.id);
  const twice = ids.find((each, i) => ids.indexOf(each) !== i);
  return [
    ...(ids.includes('not-sure')
      ? []
      : [
          mistake(
            'no-not-sure',
            `The question "${id}" has no option "not-sure".`,
            'let `not-sure` lead to an outcome that says how to find out',
            place,
          ),
        ]),
    ...(twice === undefined ? [] : [usedTwice('option id', twice, ` in the question "${id}"`, place)]),
  ];
}

/** A shared question as one tree asks it: the options to which the tree gives a way. */
function takeQuestion(
  { use, next, why, first }: z.infer<typeof SharedUse>,
  shared: Shared,
  place: Place,
): { question: Question | undefined; problems: Problem[] } {
  const question = shared.questions.get(use);
  if (question === undefined)
    return {
      question,
      problems: [unknownName('shared question', use, shared.questions.keys(), place)],
    };
  const known = question.options.map(({ id }) => id);
  const options = question.options.flatMap((option) => {
    const target = next[option.id];
    return target === undefined ? [] : [{ ...option, next: target }];
  });
  const problems = Object.keys(next)
    .filter((id) => !known.includes(id))
    .map((id) => unknownName('option', id, known, place));
  const above = first ?? question.first;
  return {
    question: {
      ...question,
      why: why ?? question.why,
      ...(above === undefined ? {} : { first: above }),
      options,
    },
    problems,
  };
}

function readOutcomes(
  { value, at }: Authored<Written>,
  shared: Shared,
  questions: ReadonlyMap<string, Question>,
): Read<Outcome> {
  const found = new Map<string, Outcome>();
  const problems = value.outcomes.flatMap((written, i) => {
    const place = at(['outcomes', i]);
    const outcome = 'use' in written ? shared.outcomes.get(written.use) : written;
    if (outcome === undefined)
      return 'use' in written
        ? [unknownName('shared outcome', written.use, shared.outcomes.keys(), place)]
        : [];
    const { id, short = [], steps = [], unanswered = [], then = [] } = outcome;
    const twice = found.has(id) || questions.has(id) ? [usedTwice('id', id, ' in this tree', place)] : [];
    found.set(id, outcome);
    if (short.length + steps.length + unanswered.length + then.length > 0) return twice;
    const fix = 'add `short`, `steps`, `unanswered` or `then`';
    return [...twice, mistake('empty-outcome', `The outcome "${id}" says nothing.`, fix, place)];
  });
  return { found, problems };
}
