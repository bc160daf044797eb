import { mistake } from './authored-text';
import type { Place, Problem } from './problem';
import { quoted, shorten } from './quote';

const BLOCK = 'starts a block of text on the lines below';
const MEANINGS: Readonly<Record<string, readonly [code: string, meaning: string]>> = {
  '*': ['alias', 'stands for another part of the file'],
  '&': ['anchor', 'names a part of the file for use elsewhere'],
  '!': ['tag', 'names the type of a value'],
  '%': ['special-start', 'instructs the program that reads the file'],
  '|': ['special-start', BLOCK],
  '>': ['special-start', BLOCK],
  '?': ['special-start', 'starts the name of a field'],
  ':': ['special-start', 'ends the name of a field'],
  '-': ['special-start', 'starts an item of a list'],
  ',': ['special-start', 'stands between the items of a list'],
};
const RESERVED = ['special-start', 'may not start a text'] as const;

/** A value that starts with a character to which YAML gives a meaning that authored files do not use, or not there. */
export function specialStart(place: Place, text: string): Problem {
  const character = text.charAt(0);
  const [code, meaning] = MEANINGS[character] ?? RESERVED;
  const message = `"${shorten(text)}" starts with ${character} which in YAML ${meaning}`;
  const fix = `put quotes around it if it is text: ${quoted(shorten(text))}`;
  return mistake(
    place,
    code,
    message,
    code === 'special-start' ? fix : `these files do without that; ${fix}`,
  );
}
