import { applies } from '../../src/dialogs';
import type { Answers, Outcome, Step } from '../../src/dialogs';

/** One sourced line of an outcome. */
export interface ShownLine {
  readonly part: 'short' | 'steps' | 'checkFirst' | 'doNot' | 'also';
  readonly say: string;
  readonly facts: readonly string[];
}

/** The steps that a person with these answers is shown. */
export function shownSteps(outcome: Outcome, answers: Answers): Step[] {
  return (outcome.steps ?? []).filter((step) => applies(step.if, answers));
}

/** Every sourced line that a person with these answers is shown. */
export function shownLines(outcome: Outcome, answers: Answers): ShownLine[] {
  const remarks = (['short', 'checkFirst', 'doNot', 'also'] as const).flatMap((part) =>
    (outcome[part] ?? [])
      .filter((remark) => applies(remark.if, answers))
      .map(({ say, facts }): ShownLine => ({ part, say, facts })),
  );
  const steps = shownSteps(outcome, answers).map(({ do: say, facts }): ShownLine => ({
    part: 'steps',
    say,
    facts,
  }));
  return [...steps, ...remarks];
}
