import { z } from 'zod';

/**
 * The shapes of the files in `dialogs/`. These comments are the authors' manual; `dialogs/README.md` shows a worked tree.
 * A tree is option → next and nothing cleverer.
 */

const Id = z
  .string()
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'write lower-case words joined by hyphens, for example where-is-the-scan',
  );
const FactIds = z
  .array(z.string().regex(/^F-[AB]\d{3}$/, 'write a fact id such as F-A048'))
  .min(1, 'name the facts that this rests on, for example [F-A048]');
const Words = z.string().trim().min(1, 'write some words here');
const Day = z.iso.date('write a date as year-month-day, for example 2026-11-20');

export const Option = z.strictObject({
  id: Id,
  /** The button: a few words, as the person would say it. */
  label: Words,
  /** Other words for the same answer: names, abbreviations, short free words ("the cloud one", "scanning company"). */
  says: z.array(Words).optional(),
  /** The question or outcome that follows: an id in this file. */
  next: Id,
  /** How the choice reads in "You told me: …", if the label does not fit. */
  told: Words.optional(),
});

export const Question = z.strictObject({
  id: Id,
  /** The question, in one short sentence. */
  ask: Words,
  /** What "why do you ask?" is answered with. */
  why: z.strictObject({ say: Words, facts: FactIds.optional() }),
  /** The answer is about the practice, not about a patient: the person may have it remembered, and it is then not asked again. */
  aboutPractice: z.boolean().optional(),
  /** Said above the question when it matters already ("Hold the email for a moment …"). */
  first: z.array(z.strictObject({ say: Words, facts: FactIds })).optional(),
  /** Two to ten. One of them must have the id `not-sure`. */
  options: z.array(Option).min(2),
});

export const Step = z.strictObject({
  /** What to do, one action, as an instruction. */
  do: Words,
  /** Who does it: `Reception`, `Records clerk`, `Manager`, `Clinician`. */
  who: Words,
  /** By when, or after what. */
  when: Words.optional(),
  /** The form, label or system used. */
  with: Words.optional(),
  facts: FactIds,
  /** Shown only if the person gave one of these answers: question id → option id or ids. The tree must have them, also where the outcome is shared. */
  if: z.record(Id, z.union([Id, z.array(Id)])).optional(),
});

/** A sourced remark. */
const Remark = z.strictObject({
  say: Words,
  facts: FactIds,
  if: z.record(Id, z.union([Id, z.array(Id)])).optional(),
});

export const Outcome = z.strictObject({
  id: Id,
  /** The heading of the action sheet: the situation in one line. */
  title: Words,
  /** The answer in one or two sentences, before the steps. */
  short: z.array(Remark).optional(),
  /** Numbered steps; may be left out where the outcome only leads on into another tree. */
  steps: z.array(Step).optional(),
  /** What to check before anything is deleted, sent or destroyed. */
  checkFirst: z.array(Remark).optional(),
  /** What not to do. */
  doNot: z.array(Remark).optional(),
  /** What to write down. */
  record: z.array(Words).optional(),
  /** Further remarks: limits, what no source says. */
  also: z.array(Remark).optional(),
  /** What no source answers here, said plainly. */
  unanswered: z.array(Words).optional(),
  /** Conflicts (ids in knowledge/conflicts.yaml) to show. */
  conflicts: z.array(Id).optional(),
  /** Contacts (ids in knowledge/contacts.yaml) to ask. */
  ask: z.array(Id).optional(),
  /**
   * Trees to lead on into. Answers to questions that both trees have are kept; `known` is what going on from here says of the other tree's
   * questions besides: question → option.
   */
  then: z.array(z.strictObject({ tree: Id, label: Words, known: z.record(Id, Id).optional() })).optional(),
});

/** A question of `_shared.yaml`, asked here. */
export const SharedUse = z.strictObject({
  use: Id,
  /** A name for this place, where the question stands at several places of one tree. */
  id: Id.optional(),
  /** Option → question or outcome of this file. An option that is not named is not offered here. */
  next: z.record(Id, Id),
  /** Why it is asked here, and what is said above it here, where that differs. */
  why: Question.shape.why.optional(),
  first: Question.shape.first,
});

export const TreeFile = z.strictObject({
  id: Id,
  /** The name on the button that starts it. */
  title: Words,
  /** What the person is walked through, in one sentence. */
  about: Words,
  owner: Id.optional(),
  status: z.enum(['unreviewed', 'reviewed']).optional(),
  reviewedBy: Words.optional(),
  reviewedOn: Day.optional(),
  reviewBy: Day.optional(),
  /** The decision points that it covers, by their ids in the fact files (`D-A01`, `D7`). Evaluation reads them. */
  situations: z
    .array(z.string().regex(/^D(-A)?\d{1,2}$/, 'write a decision point such as D-A01 or D7'))
    .optional(),
  /** How people tell of this situation; search starts the tree from these. */
  starts: z.array(Words).min(3),
  /** The first question. */
  start: Id,
  /**
   * Questions of this tree. A question kept in _shared.yaml is taken with `use: its-id` and a `next` for each option that is offered.
   * Where the same question stands at two places of the tree, each place has an `id` of its own; the answer is one.
   */
  questions: z.array(z.union([Question, SharedUse])).min(1),
  /** Outcomes of this tree, or `use: its-id` for one kept in _shared.yaml. */
  outcomes: z.array(z.union([Outcome, z.strictObject({ use: Id })])).min(1),
});

/** A shared question has no `next`: each tree that uses it says where its options lead. */
export const SharedFile = z.strictObject({
  questions: z
    .array(z.strictObject({ ...Question.shape, options: z.array(Option.omit({ next: true })).min(2) }))
    .optional(),
  outcomes: z.array(Outcome).optional(),
});

export type OptionText = z.infer<typeof Option>;
export type Question = z.infer<typeof Question>;
export type Step = z.infer<typeof Step>;
export type Remark = z.infer<typeof Remark>;
export type Outcome = z.infer<typeof Outcome>;
export type Lead = NonNullable<Outcome['then']>[number];
