/** What the site can set, as `data-` attributes of the script tag or by `RecordsDesk(name, value)`. */
export interface Options {
  /** Of the launcher and the chat's bar: `#` and six hexadecimal digits. */
  colour: string;
  /** The corner of the launcher. */
  position: string;
  /** Of the words; there is English (Great Britain) only. */
  language: string;
  /** `light` and `dark`; `auto` follows the person's setting. */
  theme: string;
  /** The words on the launcher. */
  label: string;
  /** Selector of the element that the chat stands in; none: a launcher in the corner. */
  target: string;
}

export type Name = keyof Options;

/** What a value must look like, what is said of one that does not, and what is used then. */
const rules: Readonly<Record<Name, readonly [pattern: RegExp, advice: string, otherwise: string]>> = {
  colour: [/^#[\da-f]{6}$/i, '# and six hexadecimal digits', '#005eb8'],
  position: [/^(left|right)$/, 'left or right', 'right'],
  language: [/^en(-GB)?$/i, 'en-GB', 'en-GB'],
  theme: [/^(auto|light|dark)$/, 'auto, light or dark', 'auto'],
  label: [/^.{1,40}$/, 'up to 40 characters', 'Ask about records'],
  target: [/^/, 'a selector found on the page', ''],
};

export const names = Object.keys(rules) as readonly Name[];

/** One clear line on the console. */
export function warn(words: string): void {
  console.warn(`Records Desk: ${words}`);
}

/** The value to use. A wrong one is named on the console and replaced. */
export function checked(name: Name, given: unknown = rules[name][2]): string {
  const [pattern, advice, otherwise] = rules[name];
  const value = String(given);
  if (pattern.test(value) && (name !== 'target' || value === '' || isThere(value))) return value;
  warn(`${name} is "${value}"; write ${advice}. Using ${otherwise || 'the launcher'}.`);
  return otherwise;
}

function isThere(selector: string): boolean {
  try {
    return document.querySelector(selector) !== null;
  } catch {
    return false;
  }
}

/** Black or white, whichever reads better on the colour (WCAG 2.2, relative luminance). One of them always reaches 4.5:1. */
export function inkOn(colour: string): string {
  const light = [0.2126, 0.7152, 0.0722].reduce((sum, share, at) => {
    const part = parseInt(colour.slice(2 * at + 1, 2 * at + 3), 16) / 255;
    return sum + share * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  }, 0);
  return light > 0.179 ? '#000' : '#fff';
}
