import type { AtCut } from './cuts';
import { figures, isInside, isOutside, type Figures } from './figures';
import type { Outcome } from './evaluate';
import type { LabelledQuestion } from './labelled-question';

/** Names the group of a question. */
export type GroupOf = (question: LabelledQuestion) => string;

/** The figures as text: in scope, gaps and out of scope apart; then, in scope, each way of grouping (name → grouping). */
export function report(outcomes: readonly Outcome[], groupings: Readonly<Record<string, GroupOf>>): string {
  const inside = outcomes.filter(isInside);
  const gaps = outcomes.filter(({ question }) => question.gap === true);
  return [
    line('in scope', figures(inside)),
    line('gaps', figures(gaps)),
    outsideLine(outcomes.filter(isOutside)),
    ...Object.entries(groupings).flatMap(([name, groupOf]) => [
      `\nby ${name}`,
      ...groups(inside, groupOf).map(([group, each]) => line(`  ${group}`, figures(each))),
    ]),
  ].join('\n');
}

/** success@1 in scope of clean and of mistyped questions, side by side. */
export function besideNoisy(
  clean: readonly Outcome[],
  mistyped: readonly Outcome[],
  groupings: Readonly<Record<string, GroupOf>>,
): string {
  const row = (name: string, of: (question: LabelledQuestion) => boolean): string => {
    const [before, after] = [clean, mistyped].map((all) =>
      figures(all.filter((each) => isInside(each) && of(each.question))),
    );
    const [was = 0, is = 0] = [before?.success1, after?.success1];
    return `${name.padEnd(24)} ${percent(was)}  ${percent(is)}  ${points(is - was)}`;
  };
  const names = (groupOf: GroupOf): string[] => groups(clean.filter(isInside), groupOf).map(([name]) => name);
  return [
    `${'success@1'.padEnd(24)}  clean  noisy  points`,
    row('in scope', () => true),
    ...Object.values(groupings).flatMap((groupOf) =>
      names(groupOf).map((name) => row(`  ${name}`, (question) => groupOf(question) === name)),
    ),
  ].join('\n');
}

/** The curve of cuts as text, the chosen one marked. `byRule`: the one that the rule gives. */
export function cutTable(curve: readonly AtCut[], chosen: number, byRule: number): string {
  const rows = curve.map(({ cut, answered, right, wrong }) => {
    const share = answered === 0 ? '-' : ((100 * wrong) / answered).toFixed(1);
    const cells = [answered, right, wrong, share].map((cell) => String(cell).padStart(8)).join('  ');
    return `    ${cut.toFixed(2)}  ${cells}${cut === chosen ? '  ← chosen' : ''}`;
  });
  return [
    'of all questions, answered at each cut',
    '     cut  answered     right     wrong  % wrong',
    ...rows,
    `By rule (at most 2 wrong in 100 answered): ${byRule.toFixed(2)}`,
  ].join('\n');
}

function line(name: string, { questions, success1, mrr10, ndcg10, endings }: Figures): string {
  const shares = `success@1 ${percent(success1)}  MRR@10 ${mrr10.toFixed(3)}  nDCG@10 ${ndcg10.toFixed(3)}`;
  const { right, offered, missed, refused, wrong } = endings;
  const answered = right + wrong;
  return `${name.padEnd(24)} ${String(questions).padStart(4)}  ${shares}  answered ${answered} (right ${right}, wrong ${wrong})  offered ${offered + missed} (with the right one ${offered})  refused ${refused}`;
}

function outsideLine(outcomes: readonly Outcome[]): string {
  const { endings, questions } = figures(outcomes);
  return `${'out of scope'.padEnd(24)} ${String(questions).padStart(4)}  refused ${endings.right}  offered ${endings.offered + endings.missed}  answered wrongly ${endings.wrong}`;
}

function groups(outcomes: readonly Outcome[], groupOf: GroupOf): [string, Outcome[]][] {
  const grouped = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const name = groupOf(outcome.question);
    grouped.set(name, [...(grouped.get(name) ?? []), outcome]);
  }
  return [...grouped].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** `77.0%` */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1).padStart(5)}%`;
}

/** `+0.4`: a difference of shares in points of a hundred. */
export function points(difference: number): string {
  const text = (100 * difference).toFixed(1);
  return difference >= 0 && !text.startsWith('-') ? `+${text}` : text;
}
