import type { Detector } from './identifier';
import { labelled } from './labelled';

/**
 * NHS numbers that are said to be one, whatever is wrong with them.
 *
 * Is: six to fourteen digits after "NHS number", "NHS no", "CHI number", "H&C number" and the like.
 * Is not: "NHS 111", "NHS 2025/26 contract": the word for number must be there.
 */
export const labelledNhsNumber: Detector = {
  kind: 'NHS number',
  find: (text) => labelled(text, LABEL, 6, 14),
};

const LABEL = /\b(?:nhs|chi|hcn|h ?& ?c) ?(?:(?:no|num|number|nr|id)\b\.?|#)/gi;
