import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Library } from '../conversation';
import {
  ACCEPTED_FILE,
  acceptedRun,
  printAccepted,
  printDifference,
  readAccepted,
  regressions,
  type AcceptedRun,
  type Measured,
} from '../evaluation/accepted';
import { curveOfCuts, cutByRule } from '../evaluation/cuts';
import { ask, evaluate, unknownIds, type Outcome } from '../evaluation/evaluate';
import { figures, isInside, isOutside, measure } from '../evaluation/figures';
import type { LabelledQuestion } from '../evaluation/labelled-question';
import { noisy } from '../evaluation/noise';
import { readSet, SETS, type SetName } from '../evaluation/read-set';
import { besideNoisy, cutTable, percent, report } from '../evaluation/report';
import { subjectOf } from '../evaluation/subject';
import { thinWordings } from '../evaluation/thin-wordings';
import { readRelease } from '../release';
import { calibration } from '../search/calibration';

/**
 * `npm run evaluate`: the labelled questions asked of the search, as the bot would.
 * `-- --set locked` measures on the locked half; `-- --noisy` sets three mistyped copies beside; `-- --failures` lists what was not right
 * at the first place (never with the locked set); `-- --curve` measures with 0, 1, 2, 5, 10, 20 and all wordings an entry;
 * `-- --accept "reason"` makes this run the one that later ones are compared with; `-- --check` fails when search got worse than in it.
 */
function main(): void {
  const { values } = parseArgs({
    options: {
      set: { type: 'string', default: 'development' },
      failures: { type: 'boolean' },
      curve: { type: 'boolean' },
      noisy: { type: 'boolean' },
      accept: { type: 'string' },
      check: { type: 'boolean' },
    },
  });
  const set = SETS.find((name) => name === values.set);
  if (set === undefined) throw new Error(`--set ${values.set}: write one of ${SETS.join(', ')}`);
  if (values.check === true) {
    check();
    return;
  }
  const library = libraryOf(new Date().toISOString().slice(0, 10));
  if (values.accept !== undefined) accept(library, values.accept.trim());
  else if (values.curve === true) printCurve(library, set);
  else printReport(library, set, values.noisy === true, values.failures === true && set !== 'locked');
}

function libraryOf(day: string): Library {
  const { library } = readRelease('.', day);
  if (library === undefined)
    throw new Error('The content has mistakes; npm run check:content -- --errors prints them.');
  return library;
}

/** As of the day of the accepted run, so that nothing fails because a day has passed. */
function check(): void {
  const accepted = acceptedBefore();
  const library = libraryOf(accepted.date);
  const locked = outcomesOf(library, 'locked');
  const development = questionsOf(library, 'development').map((question) => ask(library, question));
  const messages = regressions(accepted, { development, locked });
  if (messages.length === 0) return;
  for (const message of messages) console.error(message);
  console.error(`On the whole, locked: ${printDifference(accepted.locked.clean, measure(locked))}`);
  process.exitCode = 1;
}

function acceptedBefore(): AcceptedRun {
  if (!existsSync(ACCEPTED_FILE))
    throw new Error(`${ACCEPTED_FILE} is missing: npm run evaluate -- --accept "reason" writes it.`);
  return readAccepted(readFileSync(ACCEPTED_FILE, 'utf8'));
}

function printReport(library: Library, set: SetName, withNoisy: boolean, withFailures: boolean): void {
  const groupings = {
    style: ({ style }: { style?: string | undefined }) => style ?? '?',
    subject: subjectOf(library),
  };
  const clean = outcomesOf(library, set);
  const { confident } = calibration.cut;
  console.log(report(clean, groupings));
  console.log(`\n${cutTable(curveOfCuts(clean, [confident]), confident, cutByRule(clean))}`);
  const mistyped = withNoisy ? outcomesOf(library, set, mistype) : undefined;
  if (mistyped !== undefined) console.log(`\n${besideNoisy(clean, mistyped, groupings)}`);
  if (existsSync(ACCEPTED_FILE)) {
    const accepted = acceptedBefore();
    console.log(`\nsince the run accepted on ${accepted.date} (${accepted.reason})`);
    console.log(`  clean  ${printDifference(accepted[set].clean, measure(clean))}`);
    if (mistyped !== undefined)
      console.log(`  noisy  ${printDifference(accepted[set].noisy, measure(mistyped))}`);
  }
  if (withFailures) for (const outcome of clean) printFailure(outcome);
}

function printFailure(outcome: Outcome): void {
  const { question, rank, ending, top, best } = outcome;
  if (ending !== 'wrong' && (isOutside(outcome) || rank === 0)) return;
  console.log(
    `${ending.padEnd(8)} ${String(rank).padStart(2)} ${(best?.confidence ?? 0).toFixed(2)} ${top ?? '-'} | ${question.text} | ${(question.facts ?? [question.class ?? '']).join(' ')}`,
  );
}

function printCurve(library: Library, set: SetName): void {
  for (const most of [0, 1, 2, 5, 10, 20, Infinity]) {
    const inside = outcomesOf(thinWordings(library, most), set).filter(isInside);
    const { success1, ndcg10 } = figures(inside);
    console.log(
      `${String(most).padStart(8)} wordings  success@1 ${percent(success1)}  nDCG@10 ${ndcg10.toFixed(3)}`,
    );
  }
}

function accept(library: Library, reason: string): void {
  if (reason === '') throw new Error('--accept: say why, for example --accept "wordings for adoption"');
  const both = (set: SetName): Measured => ({
    clean: outcomesOf(library, set),
    noisy: outcomesOf(library, set, mistype),
  });
  const { release, asOf: date } = library;
  const run = acceptedRun(
    { date, release, reason },
    { development: both('development'), locked: both('locked') },
  );
  writeFileSync(ACCEPTED_FILE, printAccepted(run));
  console.log(`Written to ${ACCEPTED_FILE}; commit it, so that it can be reviewed.`);
}

function outcomesOf(
  library: Library,
  set: SetName,
  alter = (questions: LabelledQuestion[]): LabelledQuestion[] => questions,
): Outcome[] {
  return evaluate(library, alter(questionsOf(library, set)));
}

function questionsOf(library: Library, set: SetName): LabelledQuestion[] {
  const questions = readSet('.', set);
  const lost = unknownIds(library, questions);
  if (lost.length > 0)
    throw new Error(`test/evaluation/${set}: "also" names ${lost.join(', ')}, which is no entry or guide.`);
  return questions;
}

/** Three copies, because in one alone success@1 may be two points off by luck. */
function mistype(questions: LabelledQuestion[]): LabelledQuestion[] {
  return [1, 2, 3].flatMap((copy) =>
    questions.map((question) => ({ ...question, text: noisy(question.text, copy) })),
  );
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
