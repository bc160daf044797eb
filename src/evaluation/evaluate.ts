import type { Library } from '../conversation';
import { search } from '../search';
import { find } from '../conversation/find';
import type { LabelledQuestion } from './labelled-question';

/**
 * How one question ended. `right`: answered, and rightly. `offered`: the right one was among two or three to choose from.
 * `refused`: no answer was given. `missed`: an offer without the right one. `wrong`: answered wrongly.
 */
export type Ending = 'right' | 'offered' | 'refused' | 'missed' | 'wrong';

export interface Outcome {
  readonly question: LabelledQuestion;
  readonly ending: Ending;
  /** Position of the first right entry among ten, from 0; -1 when there is none. */
  readonly rank: number;
  readonly reciprocalRank: number;
  /** Discounted gain of the first ten over that of the best possible order. */
  readonly ndcg: number;
  /** What came first. */
  readonly top: string | undefined;
  readonly confidence: number | undefined;
}

const DEPTH = 10;

/** Asks every question as the running bot would, and judges what comes back. */
export function evaluate(library: Library, questions: readonly LabelledQuestion[]): Outcome[] {
  return questions.map((question) => {
    const right = rightIds(library, question);
    const hits = search(library.index, question.text, DEPTH).map(({ id }) => id);
    const rank = hits.findIndex((id) => right.has(id));
    const { ending, confidence } = ask(library, question, right);
    return {
      question,
      ending,
      rank,
      reciprocalRank: rank === -1 ? 0 : 1 / (rank + 1),
      ndcg: gain(hits, right),
      top: hits[0],
      confidence,
    };
  });
}

function ask(
  library: Library,
  question: LabelledQuestion,
  right: ReadonlySet<string>,
): { ending: Ending; confidence: number | undefined } {
  const finding = find(library, question.text);
  const outside = question.class !== undefined;
  switch (finding.kind) {
    case 'found':
      return { ending: right.has(finding.id) ? 'right' : 'wrong', confidence: finding.confidence };
    case 'unsure':
      return {
        ending: finding.among.some((id) => right.has(id)) ? 'offered' : 'missed',
        confidence: finding.confidence,
      };
    case 'none':
    case 'elsewhere':
      return { ending: outside ? 'right' : 'refused', confidence: undefined };
  }
}

/**
 * Entries that state one of the facts, gaps where no source answers, guides that cover the situation, and what was judged right on
 * reading. A guide's id is `guide:` and the id of its tree, with which a label may leave `guide:` out.
 */
export function rightIds(
  { knowledge, trees }: Library,
  { facts = [], gap, situation, also = [] }: LabelledQuestion,
): Set<string> {
  const stated = (id: string): readonly string[] => {
    const entry = knowledge.entries.get(id);
    const disagreement =
      entry?.kind === 'conflict' ? knowledge.disagreements.get(entry.conflicts[0] ?? '') : undefined;
    return [...(entry?.statements ?? []), ...(disagreement?.positions ?? [])].flatMap(
      (statement) => statement.facts,
    );
  };
  const entries = [...knowledge.entries.values()].filter(({ id, kind }) =>
    gap === true ? kind === 'gap' : stated(id).some((fact) => facts.includes(fact)),
  );
  const guides = [...trees.values()].filter(
    ({ situations }) => situation !== undefined && situations.includes(situation),
  );
  const judged = also.map((id) => (!knowledge.entries.has(id) && trees.has(id) ? `guide:${id}` : id));
  return new Set([...entries.map(({ id }) => id), ...guides.map(({ id }) => `guide:${id}`), ...judged]);
}

/** The `also` of questions that name neither an entry nor a guide: a label that was not moved with what it names. */
export function unknownIds({ knowledge, trees }: Library, questions: readonly LabelledQuestion[]): string[] {
  const known = (id: string): boolean =>
    knowledge.entries.has(id) || trees.has(id.startsWith('guide:') ? id.slice('guide:'.length) : id);
  return [...new Set(questions.flatMap(({ also = [] }) => also))].filter((id) => !known(id));
}

function gain(hits: readonly string[], right: ReadonlySet<string>): number {
  const discount = (i: number): number => 1 / Math.log2(i + 2);
  const got = hits.reduce((sum, id, i) => sum + (right.has(id) ? discount(i) : 0), 0);
  const best = Array.from({ length: Math.min(DEPTH, right.size) }, (_, i) => discount(i)).reduce(
    (sum, each) => sum + each,
    0,
  );
  return best === 0 ? 0 : got / best;
}
