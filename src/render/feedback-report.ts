import { VERDICTS, type Feedback } from '../conversation/feedback';

/** What was said of one answer. */
interface Group {
  readonly answer: string;
  readonly said: readonly Feedback[];
  readonly complaints: number;
}

/**
 * Feedback as an LMC officer reads it: by answer, the one with most complaints first, with every comment. `titleOf` gives
 * the heading of an answer, where the present content still has it.
 */
export function feedbackReport(
  all: readonly Feedback[],
  titleOf: (answer: string) => string | undefined,
): string {
  if (all.length === 0) return 'There is no feedback.';
  const groups = byAnswer(all);
  const heading = `Feedback: ${all.length} on ${counted(groups.length, 'answer')}, worst first.`;
  return [heading, ...groups.map((group) => groupText(group, titleOf(group.answer)))].join('\n\n');
}

function byAnswer(all: readonly Feedback[]): Group[] {
  const answers = [...new Set(all.map(({ answer }) => answer))];
  const groups = answers.map((answer): Group => {
    const said = all.filter((each) => each.answer === answer);
    return { answer, said, complaints: said.filter(({ verdict }) => verdict !== 'helpful').length };
  });
  return groups.sort((a, b) => b.complaints - a.complaints || a.said.length - b.said.length);
}

function groupText({ answer, said, complaints }: Group, title: string | undefined): string {
  const tally = VERDICTS.map(
    (verdict) => [verdict, said.filter((each) => each.verdict === verdict).length] as const,
  )
    .filter(([, count]) => count > 0)
    .map(([verdict, count]) => `${count} ${verdict}`);
  const share = `  ${complaints} of ${said.length} not content: ${tally.join(', ')}`;
  return [title === undefined ? answer : `${answer}: ${title}`, share, ...comments(said)].join('\n');
}

/** The newest first, since it is about the newest words. */
function comments(said: readonly Feedback[]): string[] {
  return said
    .filter(({ comment }) => comment !== '')
    .reverse()
    .map(({ at, verdict, comment, release }) => `  ${at.slice(0, 10)} ${verdict}: "${comment}" (${release})`);
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
