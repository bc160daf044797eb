import type { Citation, Line } from '../conversation';

/** Sentences that several renderers share. They describe a reply; they never add to what it says. */

/** "NHS England, Migrating records, version 1.2 (11 Mar 2025)" */
export function citationWords({ publisher, title, version, date }: Citation): string {
  const edition = version === null || !/^\d/.test(version) ? '' : `, version ${version}`;
  return `${publisher}, ${title}${edition} (${date ?? 'undated'})`;
}

/** " [1][2]" or nothing. */
export function marks({ cites }: Pick<Line, 'cites'>): string {
  return cites.length === 0 ? '' : ` ${cites.map((number) => `[${number}]`).join('')}`;
}

/** What must be confirmed before the line is relied on. */
export function caveatWords({ caveat }: Line): string {
  return caveat === undefined ? '' : `Needs checking: ${caveat}`;
}

/**
 * The address as it may be linked, in Markdown too: http or https, naming nobody, without marks that could end the link.
 * Undefined for every other (`javascript:`, `data:`, `https://user@…`), which then stays words.
 */
export function webAddress(address: string | null): string | undefined {
  if (address === null || !/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  const { username, password } = new URL(address);
  return username === '' && password === ''
    ? address.replace(/[()'"<>\\\s]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    : undefined;
}

/** The words of the link to an outcome's own page. */
export const OPEN_OR_PRINT = 'Open or print this action sheet';

export const CONFLICT_HEADING = { open: 'Sources disagree', settled: 'Older advice differs' } as const;
