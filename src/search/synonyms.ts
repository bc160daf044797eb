import { isStop, tokenOf } from './token';
import { wordsOf } from './words';

/** Words that mean the same to the people who ask. */
export interface Synonyms {
  /** `NDR` */
  readonly term: string;
  /** `National Document Repository` */
  readonly long?: string | undefined;
  readonly also: readonly string[];
}

/** A form of a term. */
export interface Form {
  readonly text: string;
  /** The stems of its content words and compounds. */
  readonly stems: readonly string[];
}

/** A place in a question where a form stands, and the other forms of its terms. */
export interface Match {
  /** Place of its first word, and after its last. */
  readonly from: number;
  readonly to: number;
  readonly others: readonly Form[];
}

/** Synonyms ready for look-up. */
export interface Thesaurus {
  /** The stems of all forms. */
  readonly stems: ReadonlySet<string>;
  /** Forms in a row of stems: the longest first, none overlapping. */
  match(stems: readonly string[]): Match[];
}

/** The stems of a form as typed, joined → the other forms of its terms. */
type Table = Map<string, Form[]>;

/** Reads synonyms. A form of stop words alone (`IT`) is left out: it would match everywhere. */
export function buildThesaurus(groups: readonly Synonyms[]): Thesaurus {
  const table: Table = new Map();
  for (const { term, long, also } of groups)
    addGroup(table, [term, ...(long === undefined ? [] : [long]), ...also]);
  const rows = [...table.keys()].map((key) => key.split(' '));
  const longest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return { stems: new Set(rows.flat()), match: (stems) => matchLongest(stems, table, longest) };
}

function addGroup(table: Table, texts: readonly string[]): void {
  const forms = new Map<string, Form>();
  for (const text of texts) {
    const { words, compounds } = wordsOf(text);
    const tokens = words.map(tokenOf);
    const key = tokens.map(({ stem }) => stem).join(' ');
    const content = [...tokens, ...compounds.map(tokenOf)].filter((token) => !isStop(token));
    if (content.length === 0 || forms.has(key)) continue;
    forms.set(key, { text, stems: [...new Set(content.map(({ stem }) => stem))] });
  }
  for (const key of forms.keys()) {
    const others = [...forms].filter(([other]) => other !== key).map(([, form]) => form);
    table.set(key, [...(table.get(key) ?? []), ...others]);
  }
}

function matchLongest(stems: readonly string[], table: Table, longest: number): Match[] {
  const matches: Match[] = [];
  for (let from = 0; from < stems.length;) {
    let to = Math.min(stems.length, from + longest);
    while (to > from && !table.has(stems.slice(from, to).join(' '))) to--;
    const others = table.get(stems.slice(from, to).join(' '));
    if (others) matches.push({ from, to, others });
    from = Math.max(to, from + 1);
  }
  return matches;
}
