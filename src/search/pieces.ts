import type { Doc } from './doc';

/** A part of a document that a question may match by itself. */
export interface Piece {
  /** `headings`: the title with the headings above it. `text`: one sentence. */
  readonly kind: 'title' | 'headings' | 'wording' | 'text';
  readonly text: string;
}

const SENTENCE_END = /(?<=[.!?])\s+|\n+/;

/** Cuts a document into its title, its title under its headings, each wording and each sentence of its text. */
export function piecesOf(doc: Doc): Piece[] {
  const trail = doc.trail ?? [];
  const pieces: Piece[] = [{ kind: 'title', text: doc.title }];
  if (trail.length > 0) pieces.push({ kind: 'headings', text: [...trail, doc.title].join(' ') });
  for (const text of doc.wordings ?? []) pieces.push({ kind: 'wording', text });
  for (const text of doc.text.split(SENTENCE_END)) pieces.push({ kind: 'text', text });
  return pieces.filter((piece) => piece.text.trim() !== '');
}
