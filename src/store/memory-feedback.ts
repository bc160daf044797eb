import type { Feedback, FeedbackBook } from '../conversation/feedback';

/** Feedback in memory, for tests and for a chat that is to leave no trace. */
export function memoryFeedback(): FeedbackBook {
  const kept = new Map<string, Feedback>();
  return {
    keep: (feedback) => {
      kept.set(feedback.by, { ...feedback });
      return Promise.resolve();
    },
    all: () =>
      Promise.resolve([...kept.values()].sort((a, b) => (a.at < b.at ? -1 : 1)).map((each) => ({ ...each }))),
    forget: (before) => {
      for (const [by, { at }] of kept) if (at < before) kept.delete(by);
      return Promise.resolve();
    },
  };
}
