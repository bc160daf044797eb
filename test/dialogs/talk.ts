import { newSession, respond } from '../../src/conversation';
import type { Library, Pressed, Reply, Session, Turn } from '../../src/conversation';
import type { Tree, TreePath } from '../../src/dialogs';

/** Where a conversation stands: what is remembered, and what was said last. */
export interface Talk {
  readonly session: Session;
  readonly replies: readonly Reply[];
}

/** What a person does in one turn: words, or a button. */
export type Act = { readonly text: string } | { readonly pressed: Pressed };

export const NOBODY_YET: Talk = { session: newSession('c'), replies: [] };

export function turnOf(act: Act, id: string): Turn {
  const common = {
    id,
    conversation: 'c',
    person: 'jo',
    channel: 'test',
    removed: [],
    at: '2026-11-20T09:00:00Z',
  };
  return 'text' in act ? { ...common, text: act.text } : { ...common, text: '', pressed: act.pressed };
}

export function say(library: Library, talk: Talk, ...acts: readonly Act[]): Talk {
  return acts.reduce((now, act): Talk => {
    const { session, replies } = respond(turnOf(act, 't'), now.session, library);
    return { session, replies };
  }, talk);
}

export function begin(tree: Tree): Act {
  return { pressed: { kind: 'guide', tree: tree.id } };
}

export function giving(tree: Tree, question: string, option: string): Act {
  return { pressed: { kind: 'answer', tree: tree.id, question, option } };
}

/** The question of the tree that the last reply puts; undefined when it puts none. */
export function asked(tree: Tree, replies: readonly Reply[]): string | undefined {
  const last = replies.at(-1);
  return last?.kind === 'question' && last.id.startsWith(`${tree.id}#`)
    ? last.id.slice(tree.id.length + 1)
    : undefined;
}

/** The next act of somebody whose answers are those of the path; undefined when nothing is asked, or something that the path does not answer. */
export function nextAct(tree: Tree, { answers }: TreePath, replies: readonly Reply[]): Act | undefined {
  const question = asked(tree, replies);
  const option = answers[question ?? ''];
  return question === undefined || option === undefined ? undefined : giving(tree, question, option);
}

/** Gives the answers of the path as they are asked for, until nothing more is asked. */
export function finish(library: Library, tree: Tree, path: TreePath, talk: Talk): Talk {
  for (let now = talk; ;) {
    const act = nextAct(tree, path, now.replies);
    if (act === undefined) return now;
    now = say(library, now, act);
  }
}
