/** What can be said of an answer. `unhelpful` is a thumb turned down without a reason, as Teams and Web Chat send it. */
export const VERDICTS = ['wrong', 'old', 'unclear', 'not-my-area', 'unhelpful', 'helpful'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a person said of an answer. Nothing in it tells who, in which conversation, or about whom. */
export interface Feedback {
  /** Stands for the person and the answer, so that the last thing said counts; nobody can be found by it. */
  readonly by: string;
  /** Entry id, `tree#question` or `tree#outcome`; the kind of the reply (`unknown`, `offer` …) where it has no id. */
  readonly answer: string;
  readonly verdict: Verdict;
  /** Up to 300 characters in one line, freed of identifiers; often empty. */
  readonly comment: string;
  /** The release that the answer was made from. */
  readonly release: string;
  readonly channel: string;
  /** ISO date and time. */
  readonly at: string;
}

/** Where feedback is kept. */
export interface FeedbackBook {
  /** Puts it in place of what the same person said of the same answer before. */
  keep(feedback: Feedback): Promise<void>;
  /** Everything that is kept, oldest first. */
  all(): Promise<readonly Feedback[]>;
  /** Forgets what was said before (ISO date and time). */
  forget(before: string): Promise<void>;
}
