import { parseArgs } from 'node:util';
import { removeIdentifiers } from '../privacy';
import { readRelease } from '../release';
import { explain } from '../search';

/** `npm run explain -- "question"`: what the words became, which entries scored what and why, and the verdict with its reason. */
const { positionals } = parseArgs({ allowPositionals: true });
const { text } = removeIdentifiers(positionals.join(' '));
const { library } = readRelease('.', new Date().toISOString().slice(0, 10));
if (library === undefined || text === '') {
  console.error(
    library === undefined
      ? 'The content has mistakes; npm run check:content prints them.'
      : 'Name the question: npm run explain -- "label not come"',
  );
  process.exitCode = 1;
} else {
  const { understanding, hits, evidence, confidence, because, verdict } = explain(library.index, text, 5);
  const { tokens, repaired, stopWords, unknown, expansions } = understanding;
  const arrows = (changes: readonly { from: string; to: string }[]): string =>
    changes.map(({ from, to }) => `${from} → ${to}`).join(', ');
  const line = (name: string, words: string): void => {
    if (words !== '') console.log(`${name.padEnd(12)} ${words}`);
  };
  line('words', tokens.join(' '));
  line('repaired', arrows(repaired));
  line('little said', stopWords.join(' '));
  line('unknown', unknown.join(' '));
  line('beside', arrows(expansions));
  for (const [i, { id, score, why }] of hits.entries()) {
    console.log(`\n${i + 1}. ${id}  ${score.toFixed(3)}`);
    line(
      '   signals',
      Object.entries(why.signals)
        .map(([name, value]) => `${name} ${Number(value).toFixed(2)}`)
        .join('  '),
    );
    line(
      '   matched',
      why.terms
        .map(({ word, found, origin }) => `${word}${word === found ? '' : `→${found}`} (${origin})`)
        .join(', '),
    );
    for (const { kind, text: piece } of why.pieces) line(`   ${kind}`, piece.slice(0, 100));
  }
  const [first, second] = hits;
  if (first !== undefined && second !== undefined) line('\nmargin', (first.score - second.score).toFixed(3));
  line(
    'evidence',
    Object.entries(evidence ?? {})
      .map(([name, value]) => `${name} ${Number(value).toFixed(2)}`)
      .join('  '),
  );
  line('verdict', `${verdict.kind}, confidence ${confidence.toFixed(2)}: ${because}`);
}
