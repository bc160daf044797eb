import type { Problem } from '../content';
import type { Content, Rule } from './content';
import { identifierInContent } from './identifier-in-content';
import { knownNames } from './known-names';
import { longSentence } from './long-sentence';
import { notFoundByWording } from './not-found-by-wording';
import { overdueReview } from './overdue-review';
import { sharedWording } from './shared-wording';
import { stumblingWord } from './stumbling-word';

/** Rules that must hold before content is served; run at every start. */
const AT_START: readonly Rule[] = [knownNames];

/** Rules for authors, run by `npm run check:content`. A new rule is a file beside this one and a line here. */
const FOR_AUTHORS: readonly Rule[] = [
  overdueReview,
  sharedWording,
  longSentence,
  stumblingWord,
  identifierInContent,
];

/** Rules that search for every wording; minutes, so only on demand. */
const SLOW: readonly Rule[] = [notFoundByWording];

export type Depth = 'start' | 'authors' | 'wordings';

/** Runs the rules over the joined content: those for a start, those for authors too, or all. */
export function check(content: Content, depth: Depth = 'start'): Problem[] {
  const rules = {
    start: AT_START,
    authors: [...AT_START, ...FOR_AUTHORS],
    wordings: [...AT_START, ...FOR_AUTHORS, ...SLOW],
  }[depth];
  return rules.flatMap((rule) => rule(content));
}

export type { Content, Rule };
