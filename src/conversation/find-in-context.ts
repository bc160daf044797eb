import { fill, plainWords } from '../dialogs';
import { search, understand } from '../search';
import { find } from './find';
import type { Finding } from './find';
import type { Library } from './library';
import { isQuestion } from './understand';

/** What the conversation is about when something is asked. */
export interface Context {
  /** The guide that is being walked. */
  readonly guide?: string | undefined;
  /** The guide's title, or the heading of the last answer. */
  readonly title: string;
  /** The same with what was told. */
  readonly words: string;
}

/** A finding, with what the person should know of how the question was read. */
export type Reading = Finding & { readonly notices: readonly string[] };

/** From here on an answer stands although the conversation is about something else. */
const STANDS_ALONE = 0.95;
/** From here on a question that sounds like a follow-up is taken by itself. */
const COMPLETE = 0.9;
/** A finding must be among so many for the question together with its context. */
const NEAR = 3;

/**
 * Searches as `find` does, and minds what the conversation is about: in a guide, an answer that fits the words but not the situation is
 * offered beside the one that fits both; after an answer, a follow-up ("and if they died?") is read together with it.
 */
export function findInContext(library: Library, text: string, context: Context | undefined): Reading {
  const alone = find(library, text, context?.guide);
  const read = context === undefined ? alone : inContext(library, text, alone, context);
  const finding =
    context === undefined || read !== alone ? read : subjectFirst(library, text, alone, context);
  const isRead = finding.kind === 'found' || finding.kind === 'unsure';
  const notices = isRead
    ? [...(read === alone ? [] : together(library, finding, context)), ...corrected(library, text)]
    : [];
  return { ...finding, notices };
}

function inContext(library: Library, text: string, alone: Finding, context: Context): Finding {
  return context.guide === undefined
    ? followUp(library, text, alone, context)
    : forSituation(library, text, alone, { ...context, guide: context.guide });
}

/** An answer about another situation is not given in a guide; it is offered beside the nearest for this one. */
function forSituation(
  library: Library,
  text: string,
  alone: Finding,
  { guide, title, words }: Context & { readonly guide: string },
): Finding {
  if (alone.kind !== 'found') return followUp(library, text, alone, { title, words });
  if (alone.confidence >= STANDS_ALONE) return alone;
  const { index, knowledge } = library;
  const entry = knowledge.entries.get(alone.id);
  if (entry === undefined || entry.kind === 'term' || entry.guide === guide) return alone;
  const near = search(index, `${text} ${words}`, NEAR).map(({ id }) => id);
  if (near.includes(alone.id)) return alone;
  const fitting = near.filter((id) => knowledge.entries.has(id)).slice(0, 2);
  if (fitting.length === 0) return alone;
  return {
    kind: 'unsure',
    among: [...fitting, alone.id],
    confidence: alone.confidence,
    considered: alone.considered,
  };
}

const FOLLOWING =
  /^(ok |right |thanks |great |so )*(and|but|what about|how about|what if|even if|also|same (for|if|with)|then)\b/;
const POINTING = /\b(it|that|this|those|these|them|they)\b/;
/** What is found with the context must also be among so many for the words alone. */
const FITTING = 20;
/** A question that points at something ("who pays for it") is short. */
const SHORT = 8;

function followUp(
  library: Library,
  text: string,
  alone: Finding,
  { title, words }: Omit<Context, 'guide'>,
): Finding {
  const said = plainWords(text);
  const isFollowing = FOLLOWING.test(said);
  const isPointing = said.split(' ').length <= SHORT && (POINTING.test(said) || isQuestion(text));
  if (!isFollowing && !isPointing) return alone;
  if (alone.kind === 'elsewhere') return alone;
  if (alone.kind === 'found' && (!isFollowing || alone.confidence >= COMPLETE)) return alone;
  const both = find(library, `${text} ${words}`);
  if (both.kind === 'none' || both.kind === 'elsewhere') return alone;
  const fitting = new Set(search(library.index, text, FITTING).map(({ id }) => id));
  const isNew = (id: string): boolean =>
    fitting.has(id) && library.knowledge.entries.get(id)?.title !== title;
  if (both.kind === 'found') return isNew(both.id) ? both : alone;
  return both.among.some(isNew) ? both : alone;
}

/** What stands for the subject in an offer: at most so many, and none that fits the words much less than the best does. */
const OF_SUBJECT = 2;
const FITS_WELL = 0.5;
const DEPTH = 50;

/** A short question that is not clear by itself is more likely about the subject: what belongs to it comes first in the offer. */
function subjectFirst(library: Library, text: string, alone: Finding, { guide, title }: Context): Finding {
  const isShort = plainWords(text).split(' ').length <= SHORT;
  if (alone.kind === 'found' || alone.kind === 'elsewhere' || !isShort || !isQuestion(text)) return alone;
  const { entries } = library.knowledge;
  const answered = [...entries.values()].find((entry) => entry.title === title);
  const subject = guide ?? answered?.guide;
  const isNear = (id: string): boolean =>
    (subject !== undefined && entries.get(id)?.guide === subject) || answered?.related.includes(id) === true;
  const hits = search(library.index, text, DEPTH);
  const least = (hits[0]?.score ?? 0) * FITS_WELL;
  const near = hits.filter(
    ({ id, score }) => score >= least && isNear(id) && entries.get(id)?.title !== title,
  );
  if (near.length === 0) return alone;
  const others = alone.kind === 'unsure' ? alone.among : alone.nearest;
  const among = [...new Set([...near.slice(0, OF_SUBJECT).map(({ id }) => id), ...others])].slice(0, NEAR);
  const confidence = alone.kind === 'unsure' ? alone.confidence : 0;
  return { kind: 'unsure', among, confidence, considered: alone.considered };
}

function together({ phrases }: Library, finding: Finding, context: Context | undefined): string[] {
  return context === undefined || finding.kind === 'none'
    ? []
    : [fill(phrases.notices.together, { question: context.title })];
}

/** "Showing answers for: digitised", when words that are not known were read as others. */
function corrected({ index, phrases }: Library, text: string): string[] {
  const words = understand(index, text).repaired.map(({ to }) => to);
  return words.length === 0 ? [] : [fill(phrases.notices.corrected, { words: words.join(', ') })];
}
