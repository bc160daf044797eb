import { pathLine, paths } from '../../src/dialogs';
import type { Answers, Tree, TreePath } from '../../src/dialogs';
import { shownLines } from './shown';

/** An instruction to do something that is hard to take back, or not to. */
interface Order {
  readonly verb: string;
  readonly forbids: boolean;
  /** What it is done to; undefined when the sentence does not name one of the usual things. */
  readonly thing: string | undefined;
  readonly say: string;
  readonly facts: readonly string[];
}

const VERBS: Readonly<Record<string, string>> = {
  print: 'print|reprint',
  send: 'send',
  delete: 'delete',
  destroy: 'destroy|shred',
  merge: 'merge',
};
const THINGS =
  /\b(electronic record|scan|paper|envelope|attachments|letter|label|nothing|anything|everything)s?\b/i;
const ALL = /^(nothing|anything|everything)$/i;

/**
 * "Print …" orders; "Do not print or send …", "Never print …" and "Print nothing …" forbid. A verb counts only where it is what the sentence
 * tells: at its beginning, or in the row of verbs that follows "do not".
 */
export function ordersIn(say: string, facts: readonly string[]): Order[] {
  return sentences(say).flatMap((sentence) => {
    const thing = THINGS.exec(sentence)?.[1]?.toLowerCase();
    const denied = /^(?:do not|never) (.*)/i.exec(sentence)?.[1];
    const told = denied ?? sentence;
    return Object.entries(VERBS)
      .filter(([, names]) =>
        new RegExp(
          denied === undefined ? `^(${names})\\b` : `(^|, |\\b(or|and) (do not )?)(${names})\\b`,
          'i',
        ).test(told),
      )
      .map(([verb]) => ({
        verb,
        forbids: denied !== undefined || /^\w+ nothing\b/i.test(sentence),
        thing,
        say,
        facts,
      }));
  });
}

function sentences(say: string): string[] {
  return say.match(/[^.!?]+[.!?]*/g)?.map((each) => each.trim()) ?? [];
}

type Situation = { readonly tree: Tree; readonly path: TreePath; readonly orders: readonly Order[] };

function situations(tree: Tree): Situation[] {
  return paths(tree).map((path) => {
    const outcome = tree.outcomes.get(path.outcome);
    const lines = outcome === undefined ? [] : shownLines(outcome, path.answers);
    return { tree, path, orders: lines.flatMap(({ say, facts }) => ordersIn(say, facts)) };
  });
}

/** Whether everything that was told on the first way was told on the second too, so that the first speaks of the second's case as well. */
export function covers(general: Answers, particular: Answers): boolean {
  const told = Object.entries(general);
  return told.length > 0 && told.every(([question, option]) => particular[question] === option);
}

/** One orders what the other forbids, on the same thing or on the ground of the same fact. */
function oppose(a: Order, b: Order): boolean {
  if (a.verb !== b.verb || a.forbids === b.forbids) return false;
  const [order, ban] = a.forbids ? [b, a] : [a, b];
  const sameThing = order.thing !== undefined && (order.thing === ban.thing || ALL.test(ban.thing ?? ''));
  return sameThing || order.facts.some((fact) => ban.facts.includes(fact));
}

/**
 * Where one guide orders what another forbids although the one's case covers the other's. Two cases that merely share an answer are not
 * compared: a question that only one of them asks may well be what decides.
 */
export function contradictions(trees: Iterable<Tree>): string[] {
  const all = [...trees].flatMap(situations);
  return all.flatMap((a) =>
    all
      .filter((b) => a.tree !== b.tree && covers(a.path.answers, b.path.answers))
      .flatMap((b) =>
        a.orders.flatMap((order) =>
          b.orders
            .filter((other) => oppose(order, other))
            .map(
              (other) =>
                `${a.tree.id} (${pathLine(a.path)}) says "${order.say}"; ${b.tree.id} (${pathLine(b.path)}) says "${other.say}"`,
            ),
        ),
      ),
  );
}
