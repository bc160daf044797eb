import type { Detector } from './identifier';
import { labelled } from './labelled';

/**
 * Passport numbers.
 *
 * Is: six to nine digits, with up to three letters in front, after the word "passport".
 * Is not: any number without that word before it.
 */
export const passportNumber: Detector = {
  kind: 'passport number',
  find: (text) => labelled(text, LABEL, 6, 9),
};

const LABEL = /\bpassport\b(?: ?(?:(?:no|num|number|nr|id)\b\.?|#))?/gi;
