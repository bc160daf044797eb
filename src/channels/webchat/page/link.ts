import { element, unseen, type Child } from './element';

/** How an address may begin. Everything else, `javascript:` and `data:` above all, stays words. */
const allowed = /^(?:https?:\/\/|mailto:|tel:|\/(?![/\\]))/i;

/** An address that may be linked: of an allowed scheme, or a path on this server; undefined for every other. */
export function safeAddress(address: string): string | undefined {
  if (!allowed.test(address) || !URL.canParse(address, location.origin)) return undefined;
  const url = new URL(address, location.origin);
  return url.username === '' && url.password === '' ? url.href : undefined;
}

/** The words as a link that opens beside the chat, or as words alone when the address may not be linked. */
export function linkTo(address: string | null, ...words: readonly Child[]): Child[] {
  const href = address === null ? undefined : safeAddress(address);
  return href === undefined
    ? [...words]
    : [
        element(
          'a',
          { href, rel: 'noopener noreferrer', target: '_blank' },
          ...words,
          unseen(' (opens in a new tab)'),
        ),
      ];
}

const address = /(https?:\/\/[^\s<>"')\]]*[^\s<>"')\].,;:!?]|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)/;

/** Text with the web and e-mail addresses in it as links. */
export function withLinks(text: string): Child[] {
  return text.split(address).flatMap((piece, at) => {
    if (at % 2 === 0) return piece === '' ? [] : [piece];
    return linkTo(piece.startsWith('http') ? piece : `mailto:${piece}`, piece);
  });
}
