import type { Phrases, Tree } from '../dialogs';
import type { Knowledge } from '../knowledge/entry';
import { buildIndex } from '../search';
import type { Doc, SearchIndex, Synonyms } from '../search';

/** All that replies are made from: one release of the content. */
export interface Library {
  readonly knowledge: Knowledge;
  readonly trees: ReadonlyMap<string, Tree>;
  readonly phrases: Phrases;
  readonly index: SearchIndex;
  /** A hash of all knowledge, trees and phrases. */
  readonly release: string;
  /** The day for which standing is judged, `2026-11-20`. */
  readonly asOf: string;
  /** The origin of the pages, `https://desk.example`; without it outcomes carry no link. */
  readonly publicUrl?: string | undefined;
}

/** Makes the index of a release's documents: anew, or from where one is kept. */
export type MakeIndex = (docs: readonly Doc[], synonyms: readonly Synonyms[], release: string) => SearchIndex;

const anew: MakeIndex = (docs, synonyms) => buildIndex(docs, { synonyms });

/** Indexes everything that a message can lead to: entries, guides (`guide:id`) and what belongs elsewhere (`scope:id`). */
export function makeLibrary(parts: Omit<Library, 'index'>, makeIndex = anew): Library {
  return { ...parts, index: makeIndex(documents(parts), parts.knowledge.synonyms, parts.release) };
}

export function documents({ knowledge, trees }: Pick<Library, 'knowledge' | 'trees'>): Doc[] {
  return [
    ...[...knowledge.entries.values()].map(({ id, title, trail, wordings, statements, unanswered }) => ({
      id,
      title,
      trail,
      wordings,
      text: [...(unanswered === undefined ? [] : [unanswered]), ...statements.map(({ say }) => say)].join(
        ' ',
      ),
    })),
    ...[...trees.values()].map(({ id, title, about, starts }) => ({
      id: `guide:${id}`,
      title,
      text: about,
      wordings: starts,
    })),
    ...[...knowledge.outOfScope.values()].map(({ id, wordings }) => ({
      id: `scope:${id}`,
      title: '',
      text: '',
      wordings,
    })),
  ];
}
