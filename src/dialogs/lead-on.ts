import type { Lead } from './schema';
import type { Answers } from './tree';

/** The answers with which an outcome leads on into another tree: those given so far, and what going on from here says besides. */
export function leadOn(answers: Answers, { known = {} }: Lead): Answers {
  return { ...answers, ...known };
}
