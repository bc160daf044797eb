/**
 * Lexical search over short documents: local, deterministic, explainable; no model, no network. It knows nothing of
 * what the documents are about.
 */
export type { Cut } from './calibration';
export type { Doc } from './doc';
export { explain, type Explanation } from './explain';
export type { FoundPiece, FoundTerm, Hit, Why } from './hit';
export { judge, type Verdict } from './judge';
export { editDistance } from './edit-distance';
export { stem } from './stem';
export { search } from './search';
export { buildIndex, type SearchIndex } from './search-index';
export type { Synonyms } from './synonyms';
export { understand, type Understanding } from './understand';
