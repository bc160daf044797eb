import type { Detector } from './identifier';
import { labelled } from './labelled';

/**
 * Numbers under which a hospital or a practice's system holds a patient. They have no form of their own.
 *
 * Is: four to twelve digits, with up to three letters in front, after "hospital number", "MRN", "EMIS no" and the like.
 * Is not: a practice's code, a list size ("patient numbers"), any number without such words before it.
 */
export const hospitalNumber: Detector = {
  kind: 'hospital number',
  find: (text) => labelled(text, LABEL, 4, 12),
};

const LABEL =
  /\b(?:mrn|(?:hospital|hosp|unit|patient|pt|emis|systmone|medical record|case) ?(?:(?:no|num|number|nr|id|ref)\b\.?|#))/gi;
