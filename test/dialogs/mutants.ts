import type { z } from 'zod';
import type { Tree } from '../../src/dialogs';
import type { TreeFile } from '../../src/dialogs/schema';

export type WrittenTree = z.infer<typeof TreeFile>;
type WrittenQuestion = WrittenTree['questions'][number];

/** A guide with one thing wrong in it. */
export interface Mutant {
  readonly kind: 'an option left out' | 'two targets swapped' | 'facts left out' | 'an outcome left out';
  /** What was done, in words. */
  readonly what: string;
  /** The file as it would be written. */
  readonly file: unknown;
  /** The guide that it would make, where that is known without reading the file. */
  readonly tree?: Tree;
}

/** Every guide that differs from this one by an option, a pair of targets, the facts of one line, or an outcome. */
export function mutants(file: WrittenTree, tree: Tree): Mutant[] {
  return [
    ...optionsLeftOut(file, tree),
    ...targetsSwapped(file, tree),
    ...factsLeftOut(file),
    ...outcomesLeftOut(file),
  ];
}

function optionsLeftOut(file: WrittenTree, tree: Tree): Mutant[] {
  return eachQuestion(file, tree).flatMap(({ position, place, targets }) =>
    Object.keys(targets).map((left): Mutant => {
      const kept = Object.fromEntries(Object.entries(targets).filter(([id]) => id !== left));
      return {
        kind: 'an option left out',
        what: `${place}: "${left}"`,
        file: leading(file, position, kept),
        tree: treeLeading(tree, place, kept),
      };
    }),
  );
}

function targetsSwapped(file: WrittenTree, tree: Tree): Mutant[] {
  return eachQuestion(file, tree).flatMap(({ position, place, targets }) =>
    pairs(Object.entries(targets))
      .filter(([[, a], [, b]]) => a !== b)
      .map(([[one, a], [other, b]]): Mutant => {
        const swapped = { ...targets, [one]: b, [other]: a };
        return {
          kind: 'two targets swapped',
          what: `${place}: "${one}" with "${other}"`,
          file: leading(file, position, swapped),
          tree: treeLeading(tree, place, swapped),
        };
      }),
  );
}

/** Where a question's options lead: option → question or outcome. */
type Targets = Readonly<Record<string, string>>;

function eachQuestion(
  file: WrittenTree,
  tree: Tree,
): { position: number; place: string; targets: Targets }[] {
  return file.questions.map((written, position) => {
    const place = 'use' in written ? (written.id ?? written.use) : written.id;
    const options = tree.questions.get(place)?.options ?? [];
    return { position, place, targets: Object.fromEntries(options.map(({ id, next }) => [id, next])) };
  });
}

/** The file with the options of one question leading elsewhere; an option without a target is left out. */
function leading(file: WrittenTree, position: number, targets: Targets): WrittenTree {
  const change = (written: WrittenQuestion): WrittenQuestion =>
    'use' in written ? { ...written, next: targets } : { ...written, options: led(written.options, targets) };
  return { ...file, questions: file.questions.map((each, i) => (i === position ? change(each) : each)) };
}

function treeLeading(tree: Tree, place: string, targets: Targets): Tree {
  const question = tree.questions.get(place);
  if (question === undefined) return tree;
  const changed = { ...question, options: led(question.options, targets) };
  return { ...tree, questions: new Map(tree.questions).set(place, changed) };
}

function led<T extends { id: string; next: string }>(options: readonly T[], targets: Targets): T[] {
  return options.flatMap((option) => {
    const next = targets[option.id];
    return next === undefined ? [] : [{ ...option, next }];
  });
}

/** Every file that differs from this one by the facts of one line. */
export function factsLeftOut(file: unknown): Mutant[] {
  return placesOf('facts', file).map((path) => ({
    kind: 'facts left out',
    what: path.slice(0, -1).join('.'),
    file: without(file, path),
  }));
}

function outcomesLeftOut(file: WrittenTree): Mutant[] {
  return file.outcomes.map((outcome, i) => ({
    kind: 'an outcome left out',
    what: 'use' in outcome ? outcome.use : outcome.id,
    file: { ...file, outcomes: file.outcomes.filter((_, j) => j !== i) },
  }));
}

type Path = readonly string[];

/** Where in a value of lists and objects this key stands. */
function placesOf(key: string, value: unknown): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]): Path[] =>
    name === key ? [[name]] : placesOf(key, inner).map((path) => [name, ...path]),
  );
}

/** The value without what stands at the path. */
function without(value: unknown, [name, ...rest]: Path): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return value.map((inner: unknown, i) => (String(i) === name ? without(inner, rest) : inner));
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
      if (key !== name) return [[key, inner]];
      return rest.length === 0 ? [] : [[key, without(inner, rest)]];
    }),
  );
}

function pairs<T>(all: readonly T[]): [T, T][] {
  return all.flatMap((a, i) => all.slice(i + 1).map((b): [T, T] => [a, b]));
}
