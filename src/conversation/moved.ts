import { fill, questionOf, walk } from '../dialogs';
import type { Answers, Tree, Walk } from '../dialogs';
import { told } from './compose';
import type { Library } from './library';
import type { Session, Shown } from './session';

/**
 * What to say to somebody in whose guide a new release altered the way: that it did, what still holds, what must be asked
 * again. Nothing when the guide stands where it stood.
 */
export function movedLines({ phrases }: Library, tree: Tree, session: Session): string[] {
  const shown = session.shown?.[tree.id];
  const answers = session.answers[tree.id] ?? {};
  const walked = walk(tree, answers);
  if (shown === undefined || isSame(shown, shownAt(walked))) return [];
  const { line, kept, again } = phrases.moved;
  const held = told(walked.taken);
  const lost = questionsLost(tree, answers);
  return [
    line,
    ...(held.length === 0 ? [] : [fill(kept, { answers: held.join('; ') })]),
    ...(lost.length === 0 ? [] : [fill(again, { questions: lost.join(' ') })]),
  ];
}

/** The session with what its guide shows now. */
export function rememberShown({ trees }: Library, session: Session): Session {
  const tree = trees.get(session.guide ?? '');
  if (tree === undefined) return session;
  const shown = shownAt(walk(tree, session.answers[tree.id] ?? {}));
  return { ...session, shown: { ...session.shown, [tree.id]: shown } };
}

function shownAt({ at }: Walk): Shown {
  return at.kind === 'question'
    ? { id: at.question.id, options: at.question.options.map(({ id }) => id) }
    : { id: at.outcome.id, options: [] };
}

function isSame(some: Shown, others: Shown): boolean {
  return some.id === others.id && some.options.join() === others.options.join();
}

/** Questions that were answered by an option which is no longer there. */
function questionsLost(tree: Tree, answers: Answers): string[] {
  return Object.entries(answers).flatMap(([id, option]) => {
    const question = questionOf(tree, id);
    return question === undefined || question.options.some((each) => each.id === option)
      ? []
      : [question.ask];
  });
}
