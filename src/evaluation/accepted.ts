import { createHash } from 'node:crypto';
import { z } from 'zod';
import { printProblem, readYaml } from '../content';
import type { Outcome, Reply } from './evaluate';
import { measure, type Measures } from './figures';
import { percent, points } from './report';
import type { SetName } from './read-set';

const Count = z.int().nonnegative();
const Share = z.number().min(0).max(1);
const MeasuresOf = z.strictObject({
  questions: Count,
  success1: Share,
  mrr10: Share,
  ndcg10: Share,
  right: Count,
  wrong: Count,
  offered: Count,
  missed: Count,
  refused: Count,
});
const BothWays = z.strictObject({ clean: MeasuresOf, noisy: MeasuresOf });

/** The run that was last accepted: what later ones are compared with. */
const AcceptedRun = z.strictObject({
  /** `2026-11-20` */
  date: z.iso.date(),
  release: z.string(),
  reason: z.string().min(1),
  development: BothWays,
  locked: BothWays,
  /** Questions whose wrong answer is accepted. Those of the locked half are hashed, so that nobody reads them here. */
  wrong: z.strictObject({
    development: z.array(z.strictObject({ question: z.string(), answer: z.string() })),
    locked: z.array(z.string().regex(/^[0-9a-f]{16}$/)),
  }),
});
export type AcceptedRun = z.infer<typeof AcceptedRun>;

/** What was measured on one set, as it is and mistyped (three copies). */
export interface Measured {
  readonly clean: readonly Outcome[];
  readonly noisy: readonly Outcome[];
}

export const ACCEPTED_FILE = 'test/evaluation/accepted.yaml';

/** How far success@1 on the locked half may fall; the last part allows for rounding. */
const MOST_DROP = 0.01 + 1e-6;

/** @throws Error if the file has a mistake: the message names each with its place */
export function readAccepted(text: string): AcceptedRun {
  const reading = readYaml(ACCEPTED_FILE, text, AcceptedRun);
  if (!reading.ok) throw new Error(reading.problems.map(printProblem).join('\n'));
  return reading.authored.value;
}

/** A run as the one to compare with from now on. */
export function acceptedRun(
  about: Pick<AcceptedRun, 'date' | 'release' | 'reason'>,
  measured: Readonly<Record<SetName, Measured>>,
): AcceptedRun {
  const both = ({ clean, noisy }: Measured) => ({ clean: measure(clean), noisy: measure(noisy) });
  return {
    ...about,
    development: both(measured.development),
    locked: both(measured.locked),
    wrong: {
      development: wrongOnes(measured.development.clean).map(({ question, best }) => ({
        question: question.text,
        answer: best?.id ?? '',
      })),
      locked: wrongOnes(measured.locked.clean)
        .map(({ question }) => hashOf(question.text))
        .sort(),
    },
  };
}

/** The file's text; a line changes only where a figure or a question does, so that a review can be read. */
export function printAccepted({ date, release, reason, wrong, ...sets }: AcceptedRun): string {
  const figures = (name: SetName): string[] => [
    `${name}:`,
    ...(['clean', 'noisy'] as const).flatMap((way) => [
      `  ${way}:`,
      ...Object.entries(sets[name][way]).map(([measured, value]) => `    ${measured}: ${value}`),
    ]),
  ];
  const list = (lines: readonly string[]): string => (lines.length === 0 ? ' []' : `\n${lines.join('\n')}`);
  return [
    '# The accepted run. Written by `npm run evaluate -- --accept "reason"`; never by hand.',
    `date: ${JSON.stringify(date)}`,
    `release: ${JSON.stringify(release)}`,
    `reason: ${JSON.stringify(reason)}`,
    ...figures('development'),
    ...figures('locked'),
    'wrong:',
    `  development:${list(wrong.development.map(({ question, answer }) => `    - question: ${JSON.stringify(question)}\n      answer: ${JSON.stringify(answer)}`))}`,
    `  locked:${list(wrong.locked.map((hash) => `    - "${hash}"`))}`,
    '',
  ].join('\n');
}

/** What got worse than was accepted, one message each, and at the end what to do; none when all is well. */
export function regressions(
  accepted: AcceptedRun,
  now: { readonly development: readonly Reply[]; readonly locked: readonly Outcome[] },
): string[] {
  const messages = [
    ...dropOf(accepted.locked.clean.success1, measure(now.locked).success1),
    ...newWrongOnes(accepted, now.development),
    ...unseenWrongOnes(accepted, now.locked),
  ];
  return messages.length === 0
    ? []
    : [
        ...messages,
        `Mend the cause, or accept it and commit ${ACCEPTED_FILE}: npm run evaluate -- --accept "why this is better on the whole"`,
      ];
}

function dropOf(was: number, is: number): string[] {
  return was - is > MOST_DROP
    ? [
        `success@1 on the locked questions fell from ${percent(was).trim()} to ${percent(is).trim()}, more than one point.`,
      ]
    : [];
}

function newWrongOnes({ wrong }: AcceptedRun, replies: readonly Reply[]): string[] {
  const known = new Set(wrong.development.map(({ question }) => question));
  return wrongOnes(replies)
    .filter(({ question }) => !known.has(question.text))
    .map(
      ({ question, best }) =>
        `"${question.text}" is now answered wrongly, with ${best?.id ?? '-'}; npm run explain shows why.`,
    );
}

function unseenWrongOnes({ wrong }: AcceptedRun, replies: readonly Reply[]): string[] {
  const known = new Set(wrong.locked);
  const { length } = wrongOnes(replies).filter(({ question }) => !known.has(hashOf(question.text)));
  return length === 0
    ? []
    : [
        `${length} more of the locked questions ${length === 1 ? 'is' : 'are'} now answered wrongly (not shown: who works on search must not read them).`,
      ];
}

/** One line: how measures differ from the accepted ones. */
export function printDifference(accepted: Measures, now: Measures): string {
  const counts = (['right', 'wrong', 'offered', 'missed', 'refused'] as const).map((name) => {
    const difference = now[name] - accepted[name];
    return `${name} ${difference > 0 ? '+' : ''}${difference}`;
  });
  return `success@1 ${points(now.success1 - accepted.success1)} points  MRR@10 ${signed(now.mrr10 - accepted.mrr10)}  nDCG@10 ${signed(now.ndcg10 - accepted.ndcg10)}  ${counts.join('  ')}`;
}

function signed(difference: number): string {
  const text = difference.toFixed(3);
  return text.startsWith('-') ? text : `+${text}`;
}

function wrongOnes(replies: readonly Reply[]): Reply[] {
  return replies.filter(({ ending }) => ending === 'wrong');
}

/** The start of SHA-256 over the text. */
function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
