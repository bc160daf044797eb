import type { Tree } from '../tree';

/** A question, with where its options lead. Options that lead to the same place share an arrow. */
export interface QuestionShape {
  readonly kind: 'question';
  /** `1`, `2`, …: from left to right, then from top to bottom. */
  readonly mark: string;
  readonly words: string;
  readonly arrows: readonly Arrow[];
}

export interface Arrow {
  readonly labels: readonly string[];
  /** The arrow of "not sure" alone. */
  readonly unsure: boolean;
  readonly to: Shape;
}

export type Shape =
  | QuestionShape
  /** An outcome: `A`, `B`, … */
  | { readonly kind: 'outcome'; readonly mark: string; readonly words: string }
  /** A question or an outcome that is drawn elsewhere, under this mark. */
  | {
      readonly kind: 'reference';
      readonly of: 'question' | 'outcome';
      readonly mark: string;
      readonly words: string;
    };

type Growing = Omit<QuestionShape, 'arrows'> & { readonly place: string; readonly arrows: Arrow[] };

/**
 * What is drawn of a tree, from its first question on. Every question and every outcome is drawn once, as far to the left as it is
 * reached; any other arrow to it ends at a reference. So a drawing branches and never joins, and no two of its arrows cross.
 */
export function sketch(tree: Tree): QuestionShape {
  const drawn = new Map<string, Growing | Extract<Shape, { kind: 'outcome' }>>();
  const waiting: Growing[] = [];
  let questions = 0;
  let outcomes = 0;
  const question = (place: string): Growing => {
    const shape: Growing = {
      kind: 'question',
      mark: String(++questions),
      words: tree.questions.get(place)?.ask ?? place,
      place,
      arrows: [],
    };
    drawn.set(place, shape);
    waiting.push(shape);
    return shape;
  };
  const shapeOf = (id: string): Shape => {
    const before = drawn.get(id);
    if (before !== undefined)
      return { kind: 'reference', of: before.kind, mark: before.mark, words: before.words };
    if (tree.questions.has(id)) return question(id);
    const outcome = {
      kind: 'outcome' as const,
      mark: letters(outcomes++),
      words: tree.outcomes.get(id)?.title ?? id,
    };
    drawn.set(id, outcome);
    return outcome;
  };
  const first = question(tree.start);
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
    for (const [target, options] of byTarget(tree, next.place))
      next.arrows.push({
        labels: options.map(({ label }) => label),
        unsure: options.every(({ id }) => id === 'not-sure'),
        to: shapeOf(target),
      });
  return first;
}

/** The options of a question by where they lead, in their written order. */
function byTarget(tree: Tree, place: string): Map<string, { id: string; label: string }[]> {
  const groups = new Map<string, { id: string; label: string }[]>();
  for (const { id, label, next } of tree.questions.get(place)?.options ?? [])
    groups.set(next, [...(groups.get(next) ?? []), { id, label }]);
  return groups;
}

/** 0 → A, 25 → Z, 26 → AA. */
function letters(position: number): string {
  const rest = Math.floor(position / 26);
  return (rest === 0 ? '' : letters(rest - 1)) + String.fromCharCode(65 + (position % 26));
}
