import type { Library, Reply } from '../../src/conversation';
import { pathLine, paths } from '../../src/dialogs';
import type { Tree, TreePath } from '../../src/dialogs';
import { begin, finish, nextAct, NOBODY_YET, say } from './talk';
import type { Act, Talk } from './talk';

/** A place on a way through a guide: so many of its answers are given. */
export interface Stage {
  readonly tree: Tree;
  readonly path: TreePath;
  readonly given: number;
  readonly talk: Talk;
  /** The stage before; undefined where nothing is answered yet. */
  readonly before: Stage | undefined;
  /** What the undisturbed run leaves the person with. */
  readonly end: string;
}

/** Shows once more where a conversation stands, without what was said about its last turn ("Changed: …"). */
export const CONTINUE: Act = { text: 'continue' };

/** Every stage of every way through every guide, from the first question to the outcome. */
export function everyStage(library: Library): Stage[] {
  return [...library.trees.values()].flatMap((tree) =>
    paths(tree).flatMap((path) => {
      const run = undisturbed(library, tree, path);
      const end = endOf(say(library, run.at(-1) ?? NOBODY_YET, CONTINUE).replies);
      return run.reduce<Stage[]>(
        (stages, talk, given) => [...stages, { tree, path, given, talk, end, before: stages.at(-1) }],
        [],
      );
    }),
  );
}

function undisturbed(library: Library, tree: Tree, path: TreePath): Talk[] {
  const all = [say(library, NOBODY_YET, begin(tree))];
  for (;;) {
    const last = all.at(-1) ?? NOBODY_YET;
    const act = nextAct(tree, path, last.replies);
    if (act === undefined) return all;
    all.push(say(library, last, act));
  }
}

/** The last reply, word for word. */
export function endOf(replies: readonly Reply[] = []): string {
  return JSON.stringify(replies.at(-1));
}

/** What a reply is, in two words: `outcome patient-has-left#abroad`. */
export function shortly(end: string): string {
  const { kind, id, about } = JSON.parse(end) as { kind: string; id?: string; about?: string };
  return `${kind} ${id ?? about ?? ''}`;
}

/** Undefined if a run ended as the undisturbed one did; otherwise where and how it went astray. */
export function difference(
  { tree, path, given, end }: Stage,
  came: string,
  after: string,
): string | undefined {
  if (came === end) return undefined;
  const where = shortly(came) === shortly(end) ? 'the same outcome in other words' : shortly(came);
  return `${tree.id}, ${pathLine(path)}, disturbed after ${given} answers by ${after}: came to ${where}`;
}

/** Gives what is left of the answers as if nothing had been, and shows once more where that leads. */
export function goOn(library: Library, { tree, path }: Stage, talk: Talk): Talk {
  return say(library, finish(library, tree, path, talk), CONTINUE);
}

/** Does something else at a stage and then goes on as if nothing had been. `met` says whether the disturbance itself was taken as it should be. */
export function disturb(
  library: Library,
  stage: Stage,
  acts: readonly Act[],
  met: (talk: Talk) => boolean = () => true,
): string | undefined {
  const disturbed = say(library, stage.talk, ...acts);
  const after = acts.map(inWords).join(', ');
  if (!met(disturbed))
    return difference(stage, endOf(disturbed.replies), `${after}, not met as it should be`);
  return difference(stage, endOf(goOn(library, stage, disturbed).replies), after);
}

function inWords(act: Act): string {
  if ('text' in act) return `"${act.text}"`;
  return JSON.stringify(act.pressed);
}
