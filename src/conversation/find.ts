import { plainWords } from '../dialogs';
import { judge, search } from '../search';
import type { Hit } from '../search';
import type { Library } from './library';
import { isQuestion } from './understand';

/** What the search came to, in the conversation's terms. Ids are entry ids, or `guide:` and a tree's id. */
export type Finding =
  | {
      readonly kind: 'found';
      readonly id: string;
      readonly confidence: number;
      readonly considered: Considered;
    }
  | {
      readonly kind: 'unsure';
      readonly among: readonly string[];
      readonly confidence: number;
      readonly considered: Considered;
    }
  | {
      readonly kind: 'none';
      readonly reason: 'no-match' | 'weak-match';
      readonly nearest: readonly string[];
      readonly considered: Considered;
    }
  | { readonly kind: 'elsewhere'; readonly outOfScope: string; readonly considered: Considered };

export type Considered = readonly { readonly id: string; readonly score: number }[];

const SCOPE = 'scope:';
const GUIDE = 'guide:';
/** From this 4-gram cosine on, a message is a wording nearly letter for letter, and what it was written for comes first. */
const VERBATIM = 0.9;
/** An entry that fits a question nearly as well as its guide comes before it. */
const AS_NEAR = 0.85;
const DEPTH = 10;
const OVERDUE_WEIGHT = 0.9;
const SUBJECT_WEIGHT = 1.15;
/** From here on an entry answers although the message holds the sign of an emergency ("keep the record after an overdose?"). */
const SURE = 0.85;
/** What stands in the place of an identifier says nothing about the question. */
const REMOVED = /\[[^\]]{1,40} removed\]/g;

/** Searches entries, guides and the kinds of message that belong elsewhere, and judges the result. `guide`: the one that is open. */
export function find(library: Library, text: string, guide?: string): Finding {
  const words = text.replace(REMOVED, ' ');
  const term = termAsked(library, words);
  if (term !== undefined)
    return { kind: 'found', id: term, confidence: SURE, considered: [{ id: term, score: 1 }] };
  const hits = hitsFor(library, text, guide);
  const verdict = judge(library.index, words, hits);
  const sign =
    verdict.kind === 'confident' && verdict.confidence >= SURE ? undefined : signIn(library, words);
  if (sign !== undefined) return { kind: 'elsewhere', outOfScope: sign, considered: [] };
  switch (verdict.kind) {
    case 'confident': {
      const considered = scores([verdict.best, ...verdict.others]);
      const { id } = verdict.best;
      if (id.startsWith(SCOPE)) return { kind: 'elsewhere', outOfScope: id.slice(SCOPE.length), considered };
      return { kind: 'found', id, confidence: verdict.confidence, considered };
    }
    case 'unsure': {
      const considered = scores(verdict.among);
      const best = verdict.among[0]?.id ?? '';
      if (best.startsWith(SCOPE))
        return { kind: 'elsewhere', outOfScope: best.slice(SCOPE.length), considered };
      const among = verdict.among.map(({ id }) => id).filter((id) => !id.startsWith(SCOPE));
      if (among.length < 2) return { kind: 'none', reason: 'weak-match', nearest: among, considered };
      return { kind: 'unsure', among: among.slice(0, 3), confidence: verdict.confidence, considered };
    }
    case 'unknown': {
      const nearest = verdict.nearest.map(({ id }) => id).filter((id) => !id.startsWith(SCOPE));
      return {
        kind: 'none',
        reason: verdict.reason,
        nearest: nearest.slice(0, 3),
        considered: scores(verdict.nearest),
      };
    }
  }
}

/** What a message may mean, best first, each thing once: what the verdict rests on. */
export function hitsFor(library: Library, text: string, guide?: string): Hit[] {
  const words = text.replace(REMOVED, ' ');
  return distinct(library, text, reweigh(library, search(library.index, words, DEPTH), guide));
}

const MEANING =
  /^(?:what|whats|what s|wot|wots)(?: is| are| does| do)? (?:a |an |the |that |this )?(.+?)(?: mean| means| stand for| stands for)?$|^(?:define|meaning of|definition of) (?:a |an |the )?(.+)$|^(.+?) (?:meaning|definition|stands for what|is what|what is it|whats that)$/;

/** The glossary entry, when the question asks only what one of its words means. */
function termAsked({ knowledge }: Library, text: string): string | undefined {
  const [, a, b, c] = MEANING.exec(plainWords(text)) ?? [];
  const asked = a ?? b ?? c;
  if (asked === undefined) return undefined;
  return knowledge.synonyms.find(({ term, long, also }) =>
    [term, ...(long === undefined ? [] : [long]), ...also].some((name) => plainWords(name) === asked),
  )?.entry;
}

/** The kind of message of which a sign stands in the words. */
function signIn({ knowledge }: Library, words: string): string | undefined {
  const said = ` ${plainWords(words)} `;
  return [...knowledge.outOfScope.values()].find(({ signs = [] }) =>
    signs.some((sign) => said.includes(` ${plainWords(sign)} `)),
  )?.id;
}

/**
 * An entry past its review date gives way to a fresher one that fits nearly as well; in a guide (`guide`), what belongs to its subject comes
 * before what fits only a little better.
 */
function reweigh({ knowledge, asOf }: Library, hits: readonly Hit[], guide: string | undefined): Hit[] {
  const weighed = hits.map((hit) => {
    const entry = knowledge.entries.get(hit.id);
    const overdue = entry?.standing.reviewBy !== undefined && entry.standing.reviewBy < asOf;
    const near = guide !== undefined && entry?.guide === guide;
    return { ...hit, score: hit.score * (overdue ? OVERDUE_WEIGHT : 1) * (near ? SUBJECT_WEIGHT : 1) };
  });
  return weighed.sort((a, b) => b.score - a.score);
}

/** What has the very words comes first. Of an entry and the guide that it opens, a question is answered by the entry, which leads on into the guide. */
function distinct({ knowledge }: Library, text: string, hits: readonly Hit[]): Hit[] {
  const guideOf = ({ id }: Hit): string | undefined => {
    const guide = knowledge.entries.get(id)?.guide;
    return guide === undefined ? undefined : GUIDE + guide;
  };
  const inFull = hits.findIndex(({ why }) => why.signals.grams >= VERBATIM);
  const sorted = [...hits.slice(inFull, inFull + 1), ...hits.filter((_, i) => i !== inFull)];
  const [first, second] = sorted;
  const asksFirst =
    first !== undefined &&
    second !== undefined &&
    isQuestion(text) &&
    first.why.signals.grams < VERBATIM &&
    guideOf(second) === first.id &&
    second.score >= first.score * AS_NEAR;
  const ordered = asksFirst ? sorted.slice(1) : sorted;
  return ordered.filter((hit, i) => !ordered.slice(0, i).some((before) => guideOf(before) === hit.id));
}

function scores(hits: readonly { id: string; score: number }[]): Considered {
  return hits.slice(0, 5).map(({ id, score }) => ({ id, score: Math.round(score * 1000) / 1000 }));
}
