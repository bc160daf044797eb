/**
 * What is said to the person about identifiers that were left out: "I left out what looks like an NHS number and a name.
 * Please do not type patient details." Empty when nothing was.
 */
export function describeRemoved(kinds: readonly string[]): string {
  if (kinds.length === 0) return '';
  return `I left out what looks like ${inWords(kinds.map(withArticle))}. Please do not type patient details.`;
}

function withArticle(kind: string): string {
  return `${/^(?:[aeiou]|NHS)/.test(kind) ? 'an' : 'a'} ${kind}`;
}

function inWords(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}
