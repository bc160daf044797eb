import { nearest, readYaml } from '../content';
import type { Authored, Path, Place, Problem } from '../content';
import type { z } from 'zod';
import { SharedFile, TreeFile } from './schema';
import type { Outcome, Question } from './schema';
import type { Mention, Tree } from './tree';

type Files = ReadonlyMap<string, string>;
type Shared = {
  questions: ReadonlyMap<string, NonNullable<z.infer<typeof SharedFile>['questions']>[number]>;
  outcomes: ReadonlyMap<string, Outcome>;
  mentions: readonly Mention[];
};

const NOTHING_SHARED: Shared = { questions: new Map(), outcomes: new Map(), mentions: [] };

/**
 * Reads the trees of `dialogs/` (path → text; files whose names start with `_` are not trees). Every mistake is reported:
 * options that lead nowhere, questions that nothing reaches, circles, a missing "not sure". Pure.
 */
export function loadTrees(files: Files): { trees: ReadonlyMap<string, Tree>; problems: Problem[] } {
  const problems: Problem[] = [];
  const shared = readShared(files, problems);
  const trees = new Map<string, Tree>();
  const leads: { tree: string; place: Place }[] = [];
  for (const [file, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (/\/_[^/]*$/.test(file) || !file.endsWith('.yaml')) continue;
    const reading = readYaml(file, text, TreeFile);
    if (!reading.ok) {
      problems.push(...reading.problems);
      continue;
    }
    problems.push(...reading.warnings);
    const { authored } = reading;
    const { id } = authored.value;
    if (trees.has(id))
      problems.push(
        error(
          'duplicate-id',
          `The tree id "${id}" is used twice.`,
          'give this one another id',
          authored.at(['id']),
        ),
      );
    trees.set(id, new TreeBuilder(authored, shared, problems).build());
    authored.value.outcomes.forEach((outcome, i) => {
      if (!('use' in outcome))
        outcome.then?.forEach(({ tree }, j) =>
          leads.push({ tree, place: authored.at(['outcomes', i, 'then', j, 'tree']) }),
        );
    });
  }
  for (const { tree, place } of leads)
    if (!trees.has(tree)) problems.push(unknown('tree', tree, trees.keys(), place));
  return { trees, problems };
}

function readShared(files: Files, problems: Problem[]): Shared {
  const found = [...files].find(([file]) => file.endsWith('/_shared.yaml'));
  if (found === undefined) return NOTHING_SHARED;
  const reading = readYaml(found[0], found[1], SharedFile);
  if (!reading.ok) {
    problems.push(...reading.problems);
    return NOTHING_SHARED;
  }
  const { questions, outcomes } = reading.authored.value;
  return {
    questions: new Map((questions ?? []).map((question) => [question.id, question])),
    outcomes: new Map((outcomes ?? []).map((outcome) => [outcome.id, outcome])),
    mentions: mentions(reading.authored),
  };
}

/** Turns one checked file into a tree and reports what does not join up. */
class TreeBuilder {
  private readonly questions = new Map<string, Question>();
  private readonly outcomes = new Map<string, Outcome>();

  constructor(
    private readonly authored: Authored<z.infer<typeof TreeFile>>,
    private readonly shared: Shared,
    private readonly problems: Problem[],
  ) {}

  build(): Tree {
    const { value, at } = this.authored;
    value.questions.forEach((question, i) => {
      this.question(question, i);
    });
    value.outcomes.forEach((outcome, i) => {
      this.outcome(outcome, i);
    });
    value.questions.forEach((question, i) => {
      this.optionsLeadSomewhere(question, i);
    });
    if (!this.questions.has(value.start))
      this.problems.push(unknown('question', value.start, this.questions.keys(), at(['start'])));
    this.everythingIsReached();
    this.conditionsExist();
    const { id, title, about, situations = [], starts, start } = value;
    const { owner = 'lmc', status = 'unreviewed', reviewedBy, reviewedOn, reviewBy } = value;
    return {
      id,
      title,
      about,
      situations,
      starts,
      start,
      questions: this.questions,
      outcomes: this.outcomes,
      standing: { owner, status, reviewedBy, reviewedOn, reviewBy },
      place: at(['id']),
      mentions: [...mentions(this.authored), ...this.shared.mentions],
    };
  }

  private question(written: z.infer<typeof TreeFile>['questions'][number], i: number): void {
    const place = this.authored.at(['questions', i]);
    const question = 'use' in written ? this.sharedQuestion(written, place) : written;
    if (question === undefined) return;
    const name = placeName(written);
    if (this.questions.has(name))
      this.problems.push(
        error(
          'duplicate-id',
          `The question id "${name}" is used twice in this tree.`,
          'give this one another id',
          place,
        ),
      );
    if (!question.options.some(({ id }) => id === 'not-sure'))
      this.problems.push(
        error(
          'no-not-sure',
          `The question "${question.id}" has no option "not-sure".`,
          'add `- id: not-sure`, leading to an outcome that says how to find out',
          place,
        ),
      );
    const ids = question.options.map(({ id }) => id);
    const twice = ids.find((id, j) => ids.indexOf(id) !== j);
    if (twice !== undefined)
      this.problems.push(
        error(
          'duplicate-id',
          `The option id "${twice}" is used twice in the question "${question.id}".`,
          'give one of them another id',
          place,
        ),
      );
    this.questions.set(name, question);
  }

  private sharedQuestion(
    { use, next }: { use: string; next: Record<string, string> },
    place: Place,
  ): Question | undefined {
    const shared = this.shared.questions.get(use);
    if (shared === undefined) {
      this.problems.push(unknown('shared question', use, this.shared.questions.keys(), place));
      return undefined;
    }
    const options = shared.options.flatMap((option) => {
      const target = next[option.id];
      if (target !== undefined) return [{ ...option, next: target }];
      this.problems.push(
        error(
          'option-without-next',
          `The shared question "${use}" has an option "${option.id}" that leads nowhere here.`,
          `add \`${option.id}: …\` under \`next\``,
          place,
        ),
      );
      return [];
    });
    for (const id of Object.keys(next))
      if (!shared.options.some((option) => option.id === id))
        this.problems.push(
          unknown(
            'option',
            id,
            shared.options.map((option) => option.id),
            place,
          ),
        );
    return { ...shared, options };
  }

  private outcome(written: z.infer<typeof TreeFile>['outcomes'][number], i: number): void {
    const place = this.authored.at(['outcomes', i]);
    const outcome = 'use' in written ? this.shared.outcomes.get(written.use) : written;
    if (outcome === undefined) {
      this.problems.push(
        unknown('shared outcome', 'use' in written ? written.use : '', this.shared.outcomes.keys(), place),
      );
      return;
    }
    if (this.outcomes.has(outcome.id) || this.questions.has(outcome.id))
      this.problems.push(
        error(
          'duplicate-id',
          `The id "${outcome.id}" is used twice in this tree.`,
          'give this one another id',
          place,
        ),
      );
    const { short, steps, unanswered, then } = outcome;
    if ([short, steps, unanswered, then].every((part) => (part ?? []).length === 0))
      this.problems.push(
        error(
          'empty-outcome',
          `The outcome "${outcome.id}" says nothing.`,
          'add `short`, `steps`, `unanswered` or `then`',
          place,
        ),
      );
    this.outcomes.set(outcome.id, outcome);
  }

  private optionsLeadSomewhere(written: z.infer<typeof TreeFile>['questions'][number], i: number): void {
    const targets: [string, Place][] =
      'use' in written
        ? Object.entries(written.next).map(([option, next]) => [
            next,
            this.authored.at(['questions', i, 'next', option]),
          ])
        : written.options.map(({ next }, j) => [
            next,
            this.authored.at(['questions', i, 'options', j, 'next']),
          ]);
    for (const [next, place] of targets)
      if (!this.questions.has(next) && !this.outcomes.has(next))
        this.problems.push(
          unknown('question or outcome', next, [...this.questions.keys(), ...this.outcomes.keys()], place),
        );
  }

  private everythingIsReached(): void {
    const { value, at } = this.authored;
    const reached = new Set<string>();
    const visit = (id: string, above: readonly string[]): void => {
      if (above.includes(id)) {
        this.problems.push(
          error(
            'circle',
            `The questions ${[...above.slice(above.indexOf(id)), id].join(' → ')} go round in a circle.`,
            'let one of them lead to an outcome',
            at(['questions']),
          ),
        );
        return;
      }
      if (reached.has(id)) return;
      reached.add(id);
      for (const { next } of this.questions.get(id)?.options ?? []) visit(next, [...above, id]);
    };
    visit(value.start, []);
    value.questions.forEach((question, i) => {
      const id = placeName(question);
      if (!reached.has(id))
        this.problems.push(
          error(
            'unreachable',
            `Nothing leads to the question "${id}".`,
            'let an option lead to it, or take it out',
            at(['questions', i]),
          ),
        );
    });
    value.outcomes.forEach((outcome, i) => {
      const id = 'use' in outcome ? outcome.use : outcome.id;
      if (!reached.has(id))
        this.problems.push(
          error(
            'unreachable',
            `Nothing leads to the outcome "${id}".`,
            'let an option lead to it, or take it out',
            at(['outcomes', i]),
          ),
        );
    });
  }

  private conditionsExist(): void {
    const { value, at } = this.authored;
    value.outcomes.forEach((outcome, i) => {
      if ('use' in outcome) return;
      for (const part of ['steps', 'short', 'checkFirst', 'doNot', 'also'] as const)
        (outcome[part] ?? []).forEach(({ if: condition }, j) => {
          for (const [question, options] of Object.entries(condition ?? {})) {
            const place = at(['outcomes', i, part, j, 'if', question]);
            const ids = [...this.questions.values()].map(({ id }) => id);
            const known = [...this.questions.values()]
              .find(({ id }) => id === question)
              ?.options.map(({ id }) => id);
            if (known === undefined) this.problems.push(unknown('question', question, ids, place));
            else
              for (const option of [options].flat())
                if (!known.includes(option)) this.problems.push(unknown('option', option, known, place));
          }
        });
    });
  }
}

function placeName(written: z.infer<typeof TreeFile>['questions'][number]): string {
  return 'use' in written ? (written.id ?? written.use) : written.id;
}

/** Every fact, contact and conflict named anywhere in the file. */
function mentions({ value, at }: Authored<unknown>): Mention[] {
  const kinds = { facts: 'fact', ask: 'contact', conflicts: 'conflict' } as const;
  const visit = (part: unknown, path: Path): Mention[] => {
    if (Array.isArray(part)) return part.flatMap((each, i) => visit(each, [...path, i]));
    if (typeof part !== 'object' || part === null) return [];
    return Object.entries(part).flatMap(([key, inner]: [string, unknown]) => {
      if (!isKind(key) || !Array.isArray(inner)) return visit(inner, [...path, key]);
      return inner.map((id, i) => ({ kind: kinds[key], id: String(id), place: at([...path, key, i]) }));
    });
  };
  const isKind = (key: string): key is keyof typeof kinds => key in kinds;
  return visit(value, []);
}

function error(code: string, message: string, fix: string, place: Place): Problem {
  return { code, severity: 'error', message, fix, ...place };
}

function unknown(kind: string, id: string, known: Iterable<string>, place: Place): Problem {
  const guess = nearest(id, [...known]);
  return error(
    `unknown-${kind.split(' ').pop() ?? kind}`,
    `There is no ${kind} "${id}".`,
    guess === undefined ? 'name one that exists, or add it' : `did you mean "${guess}"?`,
    place,
  );
}
