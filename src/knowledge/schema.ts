import { z } from 'zod';

/**
 * The shapes of the files in `knowledge/`. These comments are the authors' manual: each says what a field does for the
 * person who asks, and when to leave it out. `knowledge/README.md` shows worked examples.
 */

/** A name used inside the files: lower-case words joined by hyphens, for example `keep-after-death`. Never reused once published. */
export const Id = z
  .string()
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'write lower-case words joined by hyphens, for example keep-after-death',
  );

/** The id of a fact: `F-A048`. */
export const FactId = z.string().regex(/^F-[AB]\d{3}$/, 'write a fact id such as F-A048');

/** A calendar day, written 2026-11-20. */
export const Day = z.iso.date('write a date as year-month-day, for example 2026-11-20');

const Words = z.string().trim().min(1, 'write some words here');

/** How a source was looked at. `live`: the publisher's own page. `archived`: a web archive. `mirror`: a copy on another host. `undated`: the page, but with no date on it. */
export const Seen = z.enum(['live', 'archived', 'mirror', 'undated']);

export const Source = z.strictObject({
  id: Id,
  /** The title as the publisher gives it. Shown beside every statement that rests on it. */
  title: Words,
  /** Who published it. */
  publisher: Words,
  /** The publisher's version number, if there is one. */
  version: Words.optional(),
  /** The date of the text, as far as known: a day, month or year in words ("7 Nov 2023"). Leave out if the page shows none. */
  date: Words.optional(),
  /** The publisher's live page. Leave out if there is none. */
  url: z
    .url({ protocol: /^https?$/, error: 'write a full web address that starts with https://' })
    .optional(),
  seen: Seen,
  /** When it was looked at, if it was not on 2026-11-20 or if the copy itself is dated ("captured 6 May 2026"). */
  seenOn: Words.optional(),
  /** What a reader has to know before trusting it, in a few plain words ("earlier site", "read in part"). */
  caution: Words.optional(),
  /** The id of the source that replaced it. Its statements are then shown as superseded. */
  supersededBy: Id.optional(),
});
export type Source = z.infer<typeof Source>;

export const Fact = z.strictObject({
  id: FactId,
  /** One sentence or two, in our own words, that the sources support. */
  statement: Words,
  /** The sources that support it; the best first. */
  sources: z.array(Id).min(1, 'name at least one source'),
  /** The part of the source, where known. */
  section: Words.optional(),
  /** The date that the fact speaks for, in words. */
  asOf: Words.optional(),
  /** What a person must confirm before it may be stated without a caveat. Its words are shown with every answer that rests on the fact. */
  needsCheck: Words.optional(),
});
export type Fact = z.infer<typeof Fact>;

/** A body that can be asked. */
export const Contact = z.strictObject({
  id: Id,
  /** How the name reads in "Ask …": "PCSE", "your ICB". */
  name: Words,
  /** What to ask it for. */
  for: Words,
  /** The route, where a fact gives one. */
  how: z.strictObject({ say: Words, facts: z.array(FactId).min(1) }).optional(),
});
export type Contact = z.infer<typeof Contact>;

/** One thing that the bot says, and the facts it rests on. */
export const Statement = z.strictObject({
  /** One or two short sentences (20 words), in plain words. It says what its facts say and no more. */
  say: Words,
  /** The facts it rests on. Their sources become the numbers in the answer. */
  facts: z.array(FactId).min(1, 'name the facts that this rests on, for example [F-A048]'),
  /** Puts the statement under a small heading, for an answer that forks ("If the scan is in the NDR"). */
  under: Words.optional(),
  /** First and last day on which it is shown. */
  from: Day.optional(),
  until: Day.optional(),
});
export type Statement = z.infer<typeof Statement>;

/** `unreviewed` until an owner signs the entry off; then `reviewed`, with by whom and when. */
const Standing = {
  /** Who answers for the words: `lmc`, `ig-lead`, `practice`. */
  owner: Id.optional(),
  status: z.enum(['unreviewed', 'reviewed']).optional(),
  reviewedBy: Words.optional(),
  reviewedOn: Day.optional(),
  /** After this day the answer carries a warning. */
  reviewBy: Day.optional(),
};

export const EntryKind = z.enum(['faq', 'guidance', 'term', 'gap', 'conflict']);
export type EntryKind = z.infer<typeof EntryKind>;

/** One question and its answer, in a list in `knowledge/<subject>/*.yaml`. */
export const FaqEntry = z.strictObject({
  id: Id,
  /** `faq` (leave out) or `gap`: a question to which the sources have no answer; it then says so and whom to ask. */
  kind: z.enum(['faq', 'gap']).optional(),
  /** The question as the heading of the answer. */
  question: Words,
  /** The answer: the direct answer first, then what to do, then limits. */
  answer: z.array(Statement).optional(),
  /** Only with `kind: gap`: the sentence that says what no source answers. */
  unanswered: Words.optional(),
  /** Contacts (ids in contacts.yaml) to ask when this is not enough. A gap needs at least one. */
  ask: z.array(Id).optional(),
  /** Conflicts (ids in conflicts.yaml) that the answer touches. They are then always shown with it. */
  conflicts: z.array(Id).optional(),
  /** The tree in dialogs/ that walks the person through it, offered below the answer. */
  guide: Id.optional(),
  /** Other entries worth a look, at most three. */
  related: z.array(z.string()).max(3).optional(),
  ...Standing,
});

/** A file of questions and answers. Standing written at the top holds for all its entries. */
export const FaqFile = z.strictObject({ ...Standing, entries: z.array(FaqEntry).min(1) });

/** The front matter of a guidance page in `knowledge/<subject>/*.md`. Each `##` section of the page is one answer. */
export const PageFrontMatter = z.strictObject({
  id: Id,
  title: Words,
  ask: z.array(Id).optional(),
  conflicts: z.array(Id).optional(),
  guide: Id.optional(),
  ...Standing,
});

/** A word that practices use, in glossary.yaml. */
export const Term = z.strictObject({
  id: Id,
  /** The word or abbreviation as staff meet it. */
  term: Words,
  /** The long form of an abbreviation. */
  long: Words.optional(),
  /** What it means: the answer to "what is …?". */
  means: z.array(Statement).min(1),
  /** What else people call it. Search treats these as the same thing. */
  also: z.array(Words).optional(),
  guide: Id.optional(),
  related: z.array(z.string()).max(3).optional(),
  ...Standing,
});
export const GlossaryFile = z.strictObject({ ...Standing, terms: z.array(Term).min(1) });

/** A disagreement between sources, in conflicts.yaml. */
export const Conflict = z.strictObject({
  id: Id,
  title: Words,
  /** `open`: both sides are always shown. `settled`: a newer text stands; the older is named so that it can be recognised. */
  state: z.enum(['open', 'settled']),
  /** What each side says. Each becomes one line with its source and date. */
  positions: z.array(Statement).min(2, 'a conflict has at least two positions'),
  /** Which text is newer, or that this cannot be told. */
  newer: Words,
  /** Who can decide (ids in contacts.yaml). */
  decides: z.array(Id).min(1),
  /** What to check before acting. */
  check: Words,
  /** What a careful practice does meanwhile. */
  meanwhile: z.array(Statement).optional(),
  ...Standing,
});
export const ConflictFile = z.strictObject({ ...Standing, conflicts: z.array(Conflict).min(1) });

/** The nine ways in which other wordings are written; `knowledge/README.md` explains each. */
export const WordingStyle = z.enum([
  'plain',
  'terse',
  'shorthand',
  'colloquial',
  'indirect',
  'story',
  'other-side',
  'worried-manager',
  'lmc-officer',
]);

/** `<subject>/<file>.wordings.yaml`, beside the file whose entries it serves: entry id → style → how people would ask it. */
export const WordingsFile = z.record(z.string(), z.partialRecord(WordingStyle, z.array(Words)));

export const SourcesFile = z.strictObject({ sources: z.array(Source).min(1) });
export const FactsFile = z.strictObject({ facts: z.array(Fact).min(1) });
export const ContactsFile = z.strictObject({ contacts: z.array(Contact).min(1) });
/** coverage.yaml: why a fact is stated by no entry. */
export const CoverageFile = z.strictObject({
  notStated: z.array(
    z.strictObject({
      fact: FactId,
      because: z.enum(['out-of-scope', 'superseded', 'too-weak']),
      note: Words.optional(),
    }),
  ),
});

/** A kind of message that this desk does not answer, in out-of-scope.yaml; its wordings compete with the entries in search. */
export const OutOfScopeClass = z.strictObject({
  id: Id,
  /** `clinical` and `emergency` have replies of their own; everything else is `out-of-scope`. */
  reason: z.enum(['clinical', 'emergency', 'out-of-scope']),
  /** Where to turn instead, in one or two sentences. */
  say: Words,
  /**
   * Words that are enough on their own to be of this kind, unless an entry answers with great confidence. Only for emergencies, where
   * missing one is worse than a needless warning.
   */
  signs: z.array(Words).optional(),
  /** How such messages are typed. */
  wordings: z.array(Words).min(1),
});
export type OutOfScopeClass = z.infer<typeof OutOfScopeClass>;
export const OutOfScopeFile = z.strictObject({ classes: z.array(OutOfScopeClass).min(1) });
