import { matches, type Detector } from './identifier';

/**
 * National Insurance numbers (HMRC manual NIM39110): two letters, six digits, a letter from A to D, with or without
 * spaces, dots or hyphens between pairs.
 *
 * Is: every prefix of two letters, also ones never issued (QQ, TN): what is typed may be mistyped.
 * Is not: six digits without the last letter, unless "NI number" or the like stands before.
 */
export const nationalInsuranceNumber: Detector = {
  kind: 'National Insurance number',
  find: (text) => matches(text, NUMBER),
};

const NUMBER = new RegExp(
  [
    String.raw`\b[a-z]{2}[ .-]?[0-9]{2}[ .-]?[0-9]{2}[ .-]?[0-9]{2}[ .-]?[a-d]\b`,
    String.raw`(?<=\b(?:nino|ni(?: no| number)|national insurance(?: no| number)?)[ :.#=-]{1,4}(?:is )?)[a-z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2}\b`,
  ].join('|'),
  'gi',
);
