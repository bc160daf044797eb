/** A new id. `crypto.randomUUID` exists on https and localhost only, and intranets often have neither. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
