import { mistake } from './authored-text';
import { PageBlocks, type Block } from './page-blocks';
import type { Place, Problem } from './problem';
import { shorten } from './quote';

/** A paragraph or list item and the facts that it rests on. */
export interface PageStatement {
  readonly text: string;
  readonly facts: readonly string[];
  readonly line: number;
  readonly column: number;
  /** Written as a list item. */
  readonly list: boolean;
}

/** What stands under one `##` heading. */
export interface Section {
  readonly heading: string;
  /** The heading in lower case, its words joined by hyphens. Unique in the page. */
  readonly anchor: string;
  readonly statements: readonly PageStatement[];
  readonly place: Place;
}

const FACT = /^F-[A-Z]\d{3}$/;
const FACTS = /\bF-[A-Z]\d{3}\b/g;

/** The sections of the lines from index `from` on, and all that is wrong with them. */
export function readBody(
  file: string,
  lines: readonly string[],
  from: number,
): { sections: Section[]; problems: Problem[] } {
  const reader = new PageBlocks(file);
  lines.slice(from).forEach((line, index) => {
    reader.add(line, from + index + 1);
  });
  const { blocks, problems } = reader;
  const first = blocks.findIndex(({ kind }) => kind === 'heading');
  const [stray] = first === -1 ? blocks : blocks.slice(0, first);
  if (stray !== undefined) {
    const message = `"${shorten(stray.text)}" stands before the first ## heading, so that it belongs to no section`;
    problems.push(mistake(stray.place, 'text-before-heading', message, 'put a ## heading above it'));
  } else if (first === -1) {
    const place = { file, line: from + 1, column: 1 };
    problems.push(
      mistake(place, 'no-section', 'The page has no sections', 'write a ## heading with statements below it'),
    );
  }
  const groups = first === -1 ? [] : grouped(blocks.slice(first));
  const sections = groups.map((group) => section(group, problems));
  problems.push(...duplicates(sections));
  return { sections, problems };
}

interface Group {
  readonly heading: Block;
  readonly blocks: Block[];
}

function grouped(blocks: readonly Block[]): Group[] {
  const groups: Group[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') groups.push({ heading: block, blocks: [] });
    else groups.at(-1)?.blocks.push(block);
  }
  return groups;
}

function section({ heading: { text, place }, blocks }: Group, problems: Problem[]): Section {
  const anchor = anchorOf(text);
  if (anchor === '')
    problems.push(
      mistake(place, 'empty', 'This heading has no words', 'write the question or topic after ##'),
    );
  else if (blocks.length === 0) {
    const message = `There is nothing under the heading "${shorten(text)}"`;
    problems.push(
      mistake(place, 'empty-section', message, 'write a statement below it, or take the heading away'),
    );
  }
  const statements = blocks.map((block) => statement(block, problems));
  return { heading: text, anchor, statements, place };
}

function anchorOf(heading: string): string {
  const letters = heading
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase();
  return letters
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .join('-');
}

function duplicates(sections: readonly Section[]): Problem[] {
  const first = new Map<string, Section>();
  return sections.flatMap((section) => {
    const earlier = first.get(section.anchor);
    if (section.anchor === '') return [];
    if (earlier === undefined) {
      first.set(section.anchor, section);
      return [];
    }
    const message = `The heading "${shorten(section.heading)}" is there already, in line ${earlier.place.line}`;
    return [mistake(section.place, 'duplicate-heading', message, 'give one of the two other words')];
  });
}

function statement({ kind, text: whole, place, faulty }: Block, problems: Problem[]): PageStatement {
  const open = whole.endsWith(']') ? whole.lastIndexOf('[') : -1;
  const text = open === -1 ? whole : whole.slice(0, open).trimEnd();
  const facts =
    open === -1
      ? []
      : whole
          .slice(open + 1, -1)
          .split(',')
          .map((id) => id.trim());
  const problem = faulty ? undefined : markerProblem(place, whole, text, facts);
  if (problem !== undefined) problems.push(problem);
  return { text, facts, line: place.line, column: place.column, list: kind === 'item' };
}

function markerProblem(
  place: Place,
  whole: string,
  text: string,
  facts: readonly string[],
): Problem | undefined {
  const named = whole.match(FACTS) ?? [];
  if (facts.length > 0 && facts.every((id) => FACT.test(id)) && named.length === facts.length) {
    if (text !== '') return undefined;
    return mistake(
      place,
      'empty',
      `There is no text before [${facts.join(', ')}]`,
      'write what the facts say',
    );
  }
  if (named.length === 0 && !/\bF-[A-Z]?\d/i.test(whole)) {
    const message = `"${shorten(whole)}" does not say which facts it rests on`;
    return mistake(
      place,
      'statement-without-fact',
      message,
      'end it with their ids in square brackets, for example [F-A048]',
    );
  }
  const isWellEnded = facts.every((id) => FACT.test(id)) && facts.length > 0;
  const amiss = isWellEnded
    ? 'has ids of facts before its end too'
    : 'does not end with ids of facts in square brackets';
  const message = `"${shorten(whole)}" ${amiss}`;
  const example = named.length === 0 ? '[F-A048] or [F-A048, F-B012]' : `[${[...new Set(named)].join(', ')}]`;
  return mistake(place, 'bad-marker', message, `end the statement with ${example} and nothing after it`);
}
