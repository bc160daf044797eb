import MiniSearch from 'minisearch';
import type { Doc } from '../search';

/** Finds documents: their ids, best first. */
export type Find = (question: string) => string[];

/** MiniSearch as it comes, over title, wordings and text: what the bench compares with. Nothing that runs uses it. */
export function stockSearch(docs: readonly Doc[]): Find {
  const index = new MiniSearch<Doc>({ fields: ['title', 'wordings', 'text'] });
  index.addAll(docs);
  return (question) => index.search(question).map(({ id }) => String(id));
}
