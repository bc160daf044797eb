/** What a page, a link or the site around the widget asks the chat to do. */
export type Asked =
  | { readonly do: 'ask'; readonly words: string }
  | { readonly do: 'guide'; readonly tree: string }
  | { readonly do: 'startOver' };

/** `#ask=…` or `#guide=…` at the end of an address; undefined for every other. */
export function readHash(hash: string): Asked | undefined {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const words = given.get('ask')?.trim();
  const tree = given.get('guide');
  if (words) return { do: 'ask', words: words.slice(0, 1000) };
  return tree !== null && /^[a-z0-9-]{1,100}$/.test(tree) ? { do: 'guide', tree } : undefined;
}
