import type { Library } from '../conversation';
import { find } from '../conversation/find';
import { explain, type Explanation, type Hit, type Understanding } from '../search';

/** A part of the account of a question: a heading, and rows of a name and what there is to say. */
export interface Section {
  readonly heading: string;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly name: string;
  readonly text: string;
}

const DEPTH = 10;
const SHOWN = 5;
const LONGEST_PIECE = 120;

/**
 * How a question was understood, what was found and why, and what became of it: for editors, as data that a page, a card or a terminal can
 * show. Identifiers must have been taken out of the text before.
 */
export function account(library: Library, text: string): Section[] {
  const explanation = explain(library.index, text, DEPTH);
  return [
    { heading: 'Words', rows: wordRows(explanation.understanding) },
    ...explanation.hits
      .slice(0, SHOWN)
      .map((hit, at) => ({ heading: headingOf(library, hit, at), rows: hitRows(hit) })),
    {
      heading: 'Verdict',
      rows: [...verdictRows(explanation), { name: 'reply', text: replyTo(library, text) }],
    },
  ].map(({ heading, rows }) => ({ heading, rows: rows.filter((row) => row.text !== '') }));
}

/** The account as plain text. */
export function printAccount(sections: readonly Section[]): string {
  return sections
    .map(({ heading, rows }) =>
      [heading, ...rows.map(({ name, text }) => `  ${name.padEnd(12)} ${text}`)].join('\n'),
    )
    .join('\n\n');
}

function wordRows({ tokens, repaired, stopWords, unknown, expansions }: Understanding): Row[] {
  const changes = (all: readonly { from: string; to: string }[]): string =>
    all.map(({ from, to }) => `${from} → ${to}`).join(', ');
  return [
    { name: 'read as', text: tokens.join(' ') },
    { name: 'repaired', text: changes(repaired) },
    { name: 'say little', text: stopWords.join(' ') },
    { name: 'unknown', text: unknown.join(' ') },
    { name: 'also sought', text: changes(expansions) },
  ];
}

function headingOf({ knowledge }: Library, { id, title, score }: Hit, at: number): string {
  const place = knowledge.entries.get(id)?.place;
  const where = place === undefined ? '' : `  ${place.file}:${place.line}`;
  return `${at + 1}. ${id}  ${score.toFixed(3)}  ${title}${where}`;
}

function hitRows({ why }: Hit): Row[] {
  return [
    {
      name: 'signals',
      text: figures(Object.entries(why.signals)),
    },
    {
      name: 'matched',
      text: why.terms
        .map(({ word, found, origin }) => `${word}${word === found ? '' : ` → ${found}`} (${origin})`)
        .join(', '),
    },
    ...why.pieces.map(({ kind, text, grams, stems }) => ({
      name: kind,
      text: `${shorten(text)}  ${figures(Object.entries({ grams, stems }))}`,
    })),
  ];
}

function verdictRows({ hits, evidence, calibration, confidence, verdict, because }: Explanation): Row[] {
  const [first, second] = hits;
  const weights: Readonly<Record<string, number>> = calibration.weights;
  const weighed = Object.entries(evidence ?? {}).map(
    ([name, value]) => `${name} ${Number(value).toFixed(2)} × ${weights[name] ?? 0}`,
  );
  return [
    {
      name: 'runner-up',
      text: first && second ? `${second.id}, ${(first.score - second.score).toFixed(3)} behind` : '',
    },
    {
      name: 'evidence',
      text: weighed.length === 0 ? '' : `${calibration.intercept} + ${weighed.join(' + ')}`,
    },
    { name: 'confidence', text: confidence.toFixed(2) },
    { name: 'verdict', text: `${verdict.kind}: ${because}` },
  ];
}

/** What the bot does, by the rules of a conversation: ageing, words of the glossary, signs of an emergency. */
function replyTo(library: Library, text: string): string {
  const finding = find(library, text);
  switch (finding.kind) {
    case 'found':
      return `answers with ${finding.id}`;
    case 'unsure':
      return `offers ${finding.among.join(', ')}`;
    case 'none':
      return `does not know (${finding.reason}); nearest: ${finding.nearest.join(', ') || 'nothing'}`;
    case 'elsewhere':
      return `belongs elsewhere: ${finding.outOfScope}`;
  }
}

function figures(named: readonly (readonly [string, number])[]): string {
  return named.map(([name, value]) => `${name} ${value.toFixed(2)}`).join('  ');
}

function shorten(text: string): string {
  return text.length > LONGEST_PIECE ? `${text.slice(0, LONGEST_PIECE)}…` : text;
}
