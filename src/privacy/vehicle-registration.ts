import { matches, type Detector } from './identifier';
import { readInTurn } from './legible';

/**
 * UK vehicle registrations (DVLA INF104).
 *
 * Is: the form in use since 2001 in capitals (AB12 CDE); that and the two forms before it with three digits (A123 BCD,
 * ABC 123D) in any case soon after "car", "van", "vehicle", "plate", "reg" or "registration".
 * Is not: prescription forms such as FP10 MDA; Northern Ireland's and personal plates.
 */
export const vehicleRegistration: Detector = {
  kind: 'vehicle registration',
  find: (text) =>
    readInTurn(text, [(rest) => matches(rest, PLATE), (rest) => matches(rest, PLATE_AFTER_LABEL)]),
};

const PLATE = /\b(?!FP)[A-Z]{2}[0-9]{2} ?[A-HJ-PR-Z]{3}\b/g;
const PLATE_AFTER_LABEL = new RegExp(
  String.raw`(?<=\b(?:car|van|vehicle|plate|reg|registration)\b[a-z :#.=-]{0,15}[ :#.=-])` +
    String.raw`(?:[a-z]{2}[0-9]{2} ?[a-z]{3}|[a-z][0-9]{3} ?[a-z]{3}|[a-z]{3} ?[0-9]{3}[a-z])\b`,
  'gi',
);
