import type { Problem } from '../content';
import type { Content, Rule } from './content';
import { knownNames } from './known-names';

/** Every rule, in the order in which they are run. A new rule is a file beside this one and a line here. */
const RULES: readonly Rule[] = [knownNames];

/** Runs all rules over the joined content. */
export function check(content: Content): Problem[] {
  return RULES.flatMap((rule) => rule(content));
}

export type { Content, Rule };
