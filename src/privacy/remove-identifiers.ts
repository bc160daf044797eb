import { dateOfBirth } from './date-of-birth';
import { emailAddress } from './email-address';
import { hospitalNumber } from './hospital-number';
import { matches, type Detector, type Kind, type Span } from './identifier';
import { labelledNhsNumber } from './labelled-nhs-number';
import { legible, masked, replaceSpans } from './legible';
import { name } from './name';
import { nationalInsuranceNumber } from './national-insurance-number';
import { nhsNumber } from './nhs-number';
import { passportNumber } from './passport-number';
import { phoneNumber } from './phone-number';
import { postcode } from './postcode';
import { PUBLISHED_CONTACT } from './published-contacts';
import { reveal } from './reveal';
import { streetAddress } from './street-address';
import { vehicleRegistration } from './vehicle-registration';

/**
 * Everything that is looked for. The order matters where two could claim the same characters: the first has them, so what
 * has a fixed form comes before what needs words around it.
 */
export const DETECTORS: readonly Detector[] = [
  emailAddress,
  nationalInsuranceNumber,
  labelledNhsNumber,
  phoneNumber,
  nhsNumber,
  hospitalNumber,
  passportNumber,
  dateOfBirth,
  postcode,
  streetAddress,
  vehicleRegistration,
  name,
];

/** A text freed of identifiers. */
export interface Cleaned {
  readonly text: string;
  /** What was taken out, in the order of the text, each kind once: the names for `describeRemoved`. */
  readonly kinds: Kind[];
}

/**
 * Takes out what looks like it identifies a patient and leaves a short note in its place, `[NHS number removed]`. Characters
 * that cannot be seen are dropped first, since they hide identifiers. Never throws. Cleaning a cleaned text changes nothing.
 *
 * It works by form and wording alone: a rare name without a title, or a number split over two messages, gets through. The
 * kinds and what each of them is and is not are described at the detectors.
 */
export function removeIdentifiers(message: string): Cleaned {
  return takeOut(DETECTORS, reveal(message));
}

/**
 * Taking one identifier out can bring another to light. No text typed in good faith needs more than three passes; one that
 * needs ten was made to get something past, and nothing of it is kept.
 */
const MOST_PASSES = 10;

/** The text without what the detectors find in it, and in what is left of it. */
export function takeOut(detectors: readonly Detector[], revealed: string): Cleaned {
  const kinds = new Set<Kind>();
  let text = revealed;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const found = findAll(detectors, text);
    if (found.length === 0) return { text, kinds: [...kinds] };
    for (const { kind } of found) kinds.add(kind);
    text = replaceSpans(text, found, ({ kind }) => `[${kind} removed]`);
  }
  return { text: '[message removed]', kinds: [...kinds] };
}

interface Found extends Span {
  readonly kind: Kind;
}

/** What each detector finds in what the ones before it left over, in the order of the text. */
function findAll(detectors: readonly Detector[], text: string): Found[] {
  const view = legible(text);
  let rest = masked(view, matches(view, SETTLED));
  const found = detectors.flatMap(({ kind, find }) => {
    const spans = find(rest);
    rest = masked(rest, spans);
    return spans.map((span) => ({ ...span, kind }));
  });
  return found.sort((a, b) => a.start - b.start);
}

/** Notes left by an earlier cleaning, and contacts that may stay. */
const SETTLED = new RegExp(
  String.raw`\[(?:${DETECTORS.map(({ kind }) => kind).join('|')}|message) removed\]|${PUBLISHED_CONTACT.source}`,
  'gi',
);
