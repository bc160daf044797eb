import type { Library } from '../conversation';
import { find, type Finding } from '../conversation/find';
import { judge, search } from '../search';
import type { LabelledQuestion } from './labelled-question';

/**
 * How one question ended. `right`: answered, and rightly. `offered`: the right one was among two or three to choose from.
 * `refused`: no answer was given. `missed`: an offer without the right one. `wrong`: answered wrongly.
 */
export type Ending = 'right' | 'offered' | 'refused' | 'missed' | 'wrong';

/** What came of one question. */
export interface Reply {
  readonly question: LabelledQuestion;
  readonly ending: Ending;
  /** What would be answered if less confidence were asked for; undefined when a message belongs elsewhere or nothing was found. */
  readonly best: Best | undefined;
}

/** What came of it, and where the search has what is right. */
export interface Outcome extends Reply {
  /** Position of the first right entry among ten, from 0; -1 when there is none. */
  readonly rank: number;
  readonly reciprocalRank: number;
  /** Discounted gain of the first ten over that of the best possible order. */
  readonly ndcg: number;
  /** What the search has first. */
  readonly top: string | undefined;
}

/** What comes first once age and the rules of a conversation have had their say. */
export interface Best {
  readonly id: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly right: boolean;
}

const DEPTH = 10;

/** Asks every question as the running bot would, and judges what comes back. */
export function evaluate(library: Library, questions: readonly LabelledQuestion[]): Outcome[] {
  return questions.map((question) => {
    const right = rightIds(library, question);
    const ids = search(library.index, question.text, DEPTH).map(({ id }) => id);
    const rank = ids.findIndex((id) => right.has(id));
    return {
      ...ask(library, question),
      rank,
      reciprocalRank: rank === -1 ? 0 : 1 / (rank + 1),
      ndcg: gain(ids, right),
      top: ids[0],
    };
  });
}

/** Asks one question, without looking at the order of what was found. */
export function ask(library: Library, question: LabelledQuestion): Reply {
  const right = rightIds(library, question);
  const finding = find(library, question.text);
  const best = bestOf(library, question.text, finding);
  return {
    question,
    ending: endingOf(question, finding, right),
    best: best && { ...best, right: right.has(best.id) },
  };
}

function endingOf(question: LabelledQuestion, finding: Finding, right: ReadonlySet<string>): Ending {
  switch (finding.kind) {
    case 'found':
      return right.has(finding.id) ? 'right' : 'wrong';
    case 'unsure':
      return finding.among.some((id) => right.has(id)) ? 'offered' : 'missed';
    case 'none':
    case 'elsewhere':
      return question.class === undefined ? 'refused' : 'right';
  }
}

function bestOf({ index }: Library, text: string, finding: Finding): Omit<Best, 'right'> | undefined {
  switch (finding.kind) {
    case 'found':
      return { id: finding.id, confidence: finding.confidence };
    case 'unsure':
      return { id: finding.among[0] ?? '', confidence: finding.confidence };
    case 'none': {
      const [id] = finding.nearest;
      const verdict = judge(index, text, undefined, { confident: 0, unsure: 0 });
      return id === undefined || verdict.kind !== 'confident'
        ? undefined
        : { id, confidence: verdict.confidence };
    }
    case 'elsewhere':
      return undefined;
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
