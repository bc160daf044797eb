export { replyToCard } from './card';
export type { AdaptiveCard } from './card';
export { escapeHtml, replyToHtml } from './html';
export { replyToPlain } from './plain';
export { replyToText } from './text';
