import { nearest, readMarkdown, readYaml } from '../content';
import type { Authored, Path, Place, Problem, Reading } from '../content';
import type { z } from 'zod';
import type { Disagreement, Entry, Knowledge, Standing, Synonyms } from './entry';
import {
  ConflictFile,
  ContactsFile,
  FactsFile,
  FaqFile,
  GlossaryFile,
  OutOfScopeFile,
  PageFrontMatter,
  SourcesFile,
  WordingsFile,
} from './schema';
import type { Contact, Fact, OutOfScopeClass, Source, Statement } from './schema';

/** Authored files by path from the project's folder, with forward slashes: `knowledge/leaving/labels.yaml` → its text. */
export type Files = ReadonlyMap<string, string>;

/** Something named in a file that must exist elsewhere. */
interface Reference {
  readonly kind: 'source' | 'fact' | 'contact' | 'conflict' | 'entry';
  readonly id: string;
  readonly place: Place;
}

interface StandingFields {
  readonly owner?: string | undefined;
  readonly status?: 'unreviewed' | 'reviewed' | undefined;
  readonly reviewedBy?: string | undefined;
  readonly reviewedOn?: string | undefined;
  readonly reviewBy?: string | undefined;
}

/**
 * Reads and joins all files of `knowledge/`. Every mistake in every file is reported; the knowledge holds what could be read,
 * so that the checks that follow can report the rest. Pure: the files are given, nothing is fetched.
 */
export function loadKnowledge(files: Files): { knowledge: Knowledge; problems: Problem[] } {
  const shelf = new Shelf();
  for (const [file, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) readFile(shelf, file, text);
  return shelf.finish();
}

function readFile(shelf: Shelf, file: string, text: string): void {
  const within = file.replace(/^knowledge\//, '');
  if (/^(README\.md|coverage\b.*)$/.test(within)) return;
  if (within === 'sources.yaml') shelf.read(readYaml(file, text, SourcesFile), (a) => shelf.sourcesFrom(a));
  else if (within === 'contacts.yaml')
    shelf.read(readYaml(file, text, ContactsFile), (a) => shelf.contactsFrom(a));
  else if (within === 'conflicts.yaml')
    shelf.read(readYaml(file, text, ConflictFile), (a) => shelf.conflictsFrom(a));
  else if (within === 'out-of-scope.yaml')
    shelf.read(readYaml(file, text, OutOfScopeFile), (a) => {
      shelf.outOfScopeFrom(a);
    });
  else if (within === 'glossary.yaml')
    shelf.read(readYaml(file, text, GlossaryFile), (a) => shelf.termsFrom(a));
  else if (within.startsWith('facts/'))
    shelf.read(readYaml(file, text, FactsFile), (a) => shelf.factsFrom(a));
  else if (within.endsWith('.wordings.yaml'))
    shelf.read(readYaml(file, text, WordingsFile), (a) => shelf.wordingsFrom(a));
  else if (within.endsWith('.yaml')) shelf.read(readYaml(file, text, FaqFile), (a) => shelf.faqsFrom(a));
  else if (within.endsWith('.md'))
    shelf.read(readMarkdown(file, text, PageFrontMatter), (a) => shelf.pageFrom(a));
}

type Page = { front: z.infer<typeof PageFrontMatter>; sections: readonly Section[] };
interface Section {
  readonly heading: string;
  readonly anchor: string;
  readonly place: Place;
  readonly statements: readonly {
    readonly text: string;
    readonly facts: readonly string[];
    readonly line: number;
    readonly column: number;
  }[];
}

/** Gathers what the files hold while they are read one after another. */
class Shelf {
  private readonly problems: Problem[] = [];
  private readonly references: Reference[] = [];
  private readonly sources = new Map<string, Source>();
  private readonly facts = new Map<string, Fact>();
  private readonly contacts = new Map<string, Contact>();
  private readonly entries = new Map<string, Entry>();
  private readonly disagreements = new Map<string, Disagreement>();
  private readonly synonyms: Synonyms[] = [];
  private readonly outOfScope = new Map<string, OutOfScopeClass>();
  private readonly wordings: {
    readonly entry: string;
    readonly words: readonly string[];
    readonly place: Place;
  }[] = [];

  read<T>(reading: Reading<T>, take: (authored: Authored<T>) => void): void {
    if (reading.ok) {
      this.problems.push(...reading.warnings);
      take(reading.authored);
    } else this.problems.push(...reading.problems);
  }

  sourcesFrom({ value, at }: Authored<z.infer<typeof SourcesFile>>): void {
    value.sources.forEach((source, i) => {
      this.add(this.sources, source.id, source, at(['sources', i, 'id']), 'source');
      if (source.supersededBy !== undefined)
        this.refer('source', source.supersededBy, at(['sources', i, 'supersededBy']));
    });
  }

  factsFrom({ value, at }: Authored<z.infer<typeof FactsFile>>): void {
    value.facts.forEach((fact, i) => {
      this.add(this.facts, fact.id, fact, at(['facts', i, 'id']), 'fact');
      fact.sources.forEach((id, j) => {
        this.refer('source', id, at(['facts', i, 'sources', j]));
      });
    });
  }

  outOfScopeFrom({ value, at }: Authored<z.infer<typeof OutOfScopeFile>>): void {
    value.classes.forEach((kind, i) => {
      this.add(this.outOfScope, kind.id, kind, at(['classes', i, 'id']), 'class');
    });
  }

  contactsFrom({ value, at }: Authored<z.infer<typeof ContactsFile>>): void {
    value.contacts.forEach((contact, i) => {
      this.add(this.contacts, contact.id, contact, at(['contacts', i, 'id']), 'contact');
      contact.how?.facts.forEach((id, j) => {
        this.refer('fact', id, at(['contacts', i, 'how', 'facts', j]));
      });
    });
  }

  conflictsFrom({ value, at }: Authored<z.infer<typeof ConflictFile>>): void {
    value.conflicts.forEach((conflict, i) => {
      const path: Path = ['conflicts', i];
      const disagreement: Disagreement = { ...conflict, meanwhile: conflict.meanwhile ?? [] };
      this.add(this.disagreements, conflict.id, disagreement, at([...path, 'id']), 'conflict');
      this.statements(conflict.positions, at, [...path, 'positions']);
      this.statements(conflict.meanwhile ?? [], at, [...path, 'meanwhile']);
      conflict.decides.forEach((id, j) => {
        this.refer('contact', id, at([...path, 'decides', j]));
      });
      this.entry({
        id: `conflict-${conflict.id}`,
        kind: 'conflict',
        title: conflict.title,
        statements: [],
        ask: conflict.decides,
        conflicts: [conflict.id],
        standing: standing(conflict, value),
        place: at([...path, 'id']),
      });
    });
  }

  termsFrom({ value, at }: Authored<z.infer<typeof GlossaryFile>>): void {
    value.terms.forEach((term, i) => {
      this.statements(term.means, at, ['terms', i, 'means']);
      this.related(term.related, at, ['terms', i, 'related']);
      this.synonyms.push({
        entry: `term-${term.id}`,
        term: term.term,
        long: term.long,
        also: term.also ?? [],
      });
      this.entry({
        id: `term-${term.id}`,
        kind: 'term',
        title: term.long === undefined ? term.term : `${term.term} (${term.long})`,
        statements: term.means,
        wordings: [`What is ${term.term}?`, ...(term.also ?? []).map((word) => `What is ${word}?`)],
        guide: term.guide,
        related: term.related,
        standing: standing(term, value),
        place: at(['terms', i, 'id']),
      });
    });
  }

  faqsFrom({ value, at }: Authored<z.infer<typeof FaqFile>>): void {
    value.entries.forEach((faq, i) => {
      const path: Path = ['entries', i];
      this.statements(faq.answer ?? [], at, [...path, 'answer']);
      this.related(faq.related, at, [...path, 'related']);
      faq.ask?.forEach((id, j) => {
        this.refer('contact', id, at([...path, 'ask', j]));
      });
      faq.conflicts?.forEach((id, j) => {
        this.refer('conflict', id, at([...path, 'conflicts', j]));
      });
      this.gapRules(faq, at(path));
      this.entry({
        ...faq,
        kind: faq.kind ?? 'faq',
        title: faq.question,
        statements: faq.answer ?? [],
        standing: standing(faq, value),
        place: at([...path, 'id']),
      });
    });
  }

  pageFrom({ value: { front, sections }, at }: Authored<Page>): void {
    front.ask?.forEach((id, j) => {
      this.refer('contact', id, at(['ask', j]));
    });
    front.conflicts?.forEach((id, j) => {
      this.refer('conflict', id, at(['conflicts', j]));
    });
    for (const section of sections) {
      const { file } = section.place;
      for (const { facts, line, column } of section.statements)
        for (const id of facts) this.refer('fact', id, { file, line, column });
      this.entry({
        id: `${front.id}#${section.anchor}`,
        kind: 'guidance',
        title: section.heading,
        trail: [front.title],
        statements: section.statements.map(({ text, facts }) => ({ say: text, facts: [...facts] })),
        ask: front.ask,
        conflicts: front.conflicts,
        guide: front.guide,
        standing: standing(front, front),
        place: section.place,
      });
    }
  }

  wordingsFrom({ value, at }: Authored<z.infer<typeof WordingsFile>>): void {
    for (const [entry, styles] of Object.entries(value)) {
      const words = Object.values(styles).flat();
      this.refer('entry', entry, at([entry]));
      this.wordings.push({ entry, words, place: at([entry]) });
    }
  }

  finish(): { knowledge: Knowledge; problems: Problem[] } {
    for (const { entry: id, words } of this.wordings) {
      const entry = this.entries.get(id);
      if (entry !== undefined)
        this.entries.set(id, { ...entry, wordings: [...new Set([...entry.wordings, ...words])] });
    }
    this.checkReferences();
    const { sources, facts, contacts, entries, disagreements, synonyms, outOfScope } = this;
    return {
      knowledge: { sources, facts, contacts, entries, disagreements, synonyms, outOfScope },
      problems: this.problems,
    };
  }

  private entry(
    entry: Omit<Partial<Entry>, 'related'> &
      Pick<Entry, 'id' | 'kind' | 'title' | 'statements' | 'standing' | 'place'> & {
        related?: readonly string[] | undefined;
      },
  ): void {
    const { id, kind, title, statements, standing: state, place, unanswered, guide } = entry;
    const whole: Entry = {
      id,
      kind,
      title,
      statements,
      unanswered,
      guide,
      place,
      trail: entry.trail ?? [],
      wordings: entry.wordings ?? [],
      ask: entry.ask ?? [],
      conflicts: entry.conflicts ?? [],
      related: entry.related ?? [],
      standing: state,
    };
    this.add(this.entries, id, whole, place, 'entry');
  }

  /** A gap says what no source answers and whom to ask; everything else has an answer. */
  private gapRules(faq: z.infer<typeof FaqFile>['entries'][number], place: Place): void {
    const wrong = (message: string, fix: string): void => {
      this.problems.push({ code: 'gap-rules', severity: 'error', message, fix, ...place });
    };
    if (faq.kind === 'gap') {
      if (faq.unanswered === undefined)
        wrong(
          `The gap "${faq.id}" does not say what is unanswered.`,
          'add `unanswered: No published source says …`',
        );
      if ((faq.ask ?? []).length === 0)
        wrong(
          `The gap "${faq.id}" names nobody to ask.`,
          'add `ask: [pcse]` or another contact of contacts.yaml',
        );
    } else if ((faq.answer ?? []).length === 0)
      wrong(
        `The entry "${faq.id}" has no answer.`,
        'add `answer:` with at least one statement, or make it `kind: gap`',
      );
  }

  private statements(statements: readonly Statement[], at: (path: Path) => Place, path: Path): void {
    statements.forEach((statement, i) => {
      statement.facts.forEach((id, j) => {
        this.refer('fact', id, at([...path, i, 'facts', j]));
      });
    });
  }

  private related(ids: readonly string[] | undefined, at: (path: Path) => Place, path: Path): void {
    ids?.forEach((id, i) => {
      this.refer('entry', id, at([...path, i]));
    });
  }

  private refer(kind: Reference['kind'], id: string, place: Place): void {
    this.references.push({ kind, id, place });
  }

  private add<T>(map: Map<string, T>, id: string, value: T, place: Place, what: string): void {
    if (map.has(id))
      this.problems.push({
        code: 'duplicate-id',
        severity: 'error',
        message: `The ${what} id "${id}" is used twice.`,
        fix: 'give this one another id',
        ...place,
      });
    else map.set(id, value);
  }

  private checkReferences(): void {
    const known = {
      source: this.sources,
      fact: this.facts,
      contact: this.contacts,
      conflict: this.disagreements,
      entry: this.entries,
    };
    for (const { kind, id, place } of this.references) {
      const ids: ReadonlyMap<string, unknown> = known[kind];
      if (ids.has(id)) continue;
      const guess = nearest(id, [...ids.keys()]);
      this.problems.push({
        code: `unknown-${kind}`,
        severity: 'error',
        message: `There is no ${kind} with the id "${id}".`,
        fix: guess === undefined ? `add it, or name one that exists` : `did you mean "${guess}"?`,
        ...place,
      });
    }
  }
}

function standing(own: StandingFields, file: StandingFields): Standing {
  return {
    owner: own.owner ?? file.owner ?? 'lmc',
    status: own.status ?? file.status ?? 'unreviewed',
    reviewedBy: own.reviewedBy ?? file.reviewedBy,
    reviewedOn: own.reviewedOn ?? file.reviewedOn,
    reviewBy: own.reviewBy ?? file.reviewBy,
  };
}
