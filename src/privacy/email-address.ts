import { matches, type Detector } from './identifier';

/**
 * E-mail addresses.
 *
 * Is: anything with an @ between a local part in any script and a domain of two labels or more; also with a space beside
 * the @, or "[at]" in its place.
 * Is not: published mailboxes (`PUBLISHED_CONTACT`); a mention such as "@pcse"; a domain alone.
 */
export const emailAddress: Detector = {
  kind: 'e-mail address',
  find: (text) => matches(text, ADDRESS),
};

const ADDRESS =
  /(?<![^\s@<>()[\],;:|"])[^\s@<>()[\],;:|"]{1,254}(?:@ ?| @ | ?[[(]at[\])] ?)[a-z0-9][a-z0-9-]{0,62}\.[a-z0-9.-]{0,190}[a-z0-9]/gi;
