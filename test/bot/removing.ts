import type { RemoveIdentifiers } from '../../src/bot/remove-identifiers';

/** Takes out ten digits in a row: enough to see who takes out identifiers and who is told. */
export const removeTenDigits: RemoveIdentifiers = (text) => {
  const cleaned = text.replace(/\d{10}/g, '[NHS number]');
  return { text: cleaned, kinds: cleaned === text ? [] : ['NHS number'] };
};
