import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { printProblem } from '../content';
import { makeLibrary } from '../conversation';
import type { Library } from '../conversation';
import { evaluate, unknownIds } from '../evaluation/evaluate';
import { loadQuestions } from '../evaluation/labelled-question';
import { figures, report } from '../evaluation/report';
import { readRelease } from '../release';

/**
 * `npm run evaluate`: the labelled questions asked of the search, as the bot would.
 * `-- --set locked` measures on the locked half; `-- --failures` lists what was not right at the first place (never with the locked
 * set); `-- --curve` measures with 0, 1, 2, 5, 10, 20 and all wordings an entry.
 */
const { values } = parseArgs({
  options: {
    set: { type: 'string', default: 'development' },
    failures: { type: 'boolean' },
    curve: { type: 'boolean' },
  },
});

const { library, problems } = readRelease('.', new Date().toISOString().slice(0, 10));
const folder = join('test', 'evaluation', values.set);
const files = new Map(
  readdirSync(folder).map((name) => [join(folder, name), readFileSync(join(folder, name), 'utf8')]),
);
const { questions, problems: inQuestions } = loadQuestions(files);
for (const problem of [...problems.filter(({ severity }) => severity === 'error'), ...inQuestions])
  console.error(printProblem(problem));

if (library === undefined || inQuestions.length > 0) process.exitCode = 1;
else if (unknownIds(library, questions).length > 0) {
  const ids = unknownIds(library, questions).join(', ');
  console.error(`${folder}: "also" names ${ids}; there is no such entry or guide: write its id of today.`);
  process.exitCode = 1;
} else if (values.curve === true) printCurve(library);
else {
  const outcomes = evaluate(library, questions);
  console.log(report(outcomes));
  if (values.failures === true && values.set !== 'locked')
    for (const { question, rank, ending, top, confidence } of outcomes)
      if (ending === 'wrong' || (question.class === undefined && rank !== 0))
        console.log(
          `${ending.padEnd(8)} ${String(rank).padStart(2)} ${(confidence ?? 0).toFixed(2)} ${top ?? '-'} | ${question.text} | ${(question.facts ?? [question.class ?? '']).join(' ')}`,
        );
}

function printCurve(whole: Library): void {
  for (const most of [0, 1, 2, 5, 10, 20, Infinity]) {
    const inside = questions.filter((question) => question.class === undefined && question.gap !== true);
    const { success1, ndcg10 } = figures(evaluate(withWordings(whole, most), inside));
    console.log(
      `${String(most).padStart(8)} wordings  success@1 ${(100 * success1).toFixed(1)}%  nDCG@10 ${ndcg10.toFixed(3)}`,
    );
  }
}

/** The library with at most so many wordings an entry, spread evenly over the styles in which they are written. */
function withWordings(whole: Library, most: number): Library {
  const thin = (wordings: readonly string[]): string[] =>
    wordings.length <= most
      ? [...wordings]
      : Array.from({ length: most }, (_, i) => wordings[Math.floor((i * wordings.length) / most)] ?? '');
  const entries = new Map(
    [...whole.knowledge.entries].map(([id, entry]) => [id, { ...entry, wordings: thin(entry.wordings) }]),
  );
  return makeLibrary({ ...whole, knowledge: { ...whole.knowledge, entries } });
}
