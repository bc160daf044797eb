import { buildIndex, search, type Doc, type SearchIndex, type Synonyms } from '../../src/search';

/** A tiny invented library's help pages. */
export const library: readonly Doc[] = [
  {
    id: 'borrow',
    title: 'How do I borrow a book?',
    text: 'Show your card at the desk. You may keep a book for three weeks.',
    wordings: ['taking a novel home', 'what do you need to lend me something'],
  },
  { id: 'hours', title: 'When does the library open?', text: 'At nine on weekdays. At ten on Saturdays.' },
  {
    id: 'late',
    title: 'What happens when a book comes back late?',
    text: 'You pay a fine of ten pence a day.',
  },
  { id: 'bicycle', title: 'Where can I leave my bicycle?', text: 'There are stands behind the building.' },
  {
    id: 'catalogue',
    title: 'Searching',
    trail: ['Online catalogue'],
    text: 'Type the author or the title. Reprints are listed under the first edition.',
  },
  {
    id: 'card',
    title: 'I have lost my card',
    text: 'Report it at the desk. A replacement costs two pounds.',
  },
  { id: 'form', title: 'Form LB12', text: 'Form LB12 is for schools that organise a visit.' },
];

export const synonyms: readonly Synonyms[] = [
  { term: 'ILL', long: 'Inter-library loan', also: ['borrowing from elsewhere'] },
  { term: 'bicycle', also: ['push bike', 'cycle'] },
];

export const index = buildIndex(library, { synonyms });

/** The ids of the hits for a question, best first. */
export function found(query: string, within: SearchIndex = index, k = 10): string[] {
  return search(within, query, k).map((hit) => hit.id);
}
