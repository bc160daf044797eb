import type { Knowledge } from '../knowledge/entry';
import type { Source } from '../knowledge/schema';
import type { Citation, Line } from './reply';

const HOW_SEEN: Record<Source['seen'], string | null> = {
  live: null,
  archived: 'Read as a stored copy. Check the live page.',
  mirror: 'Read on a copy of the site. Check the live page.',
  undated: 'Read as an undated copy. Check the live page.',
};

/** Numbers the sources of one reply in the order in which they are first needed, and makes lines that carry the numbers. */
export class Citations {
  private readonly order: string[] = [];

  constructor(
    private readonly knowledge: Knowledge,
    private readonly superseded: string,
  ) {}

  /** The words with the numbers of the sources behind them and the caveats of facts that need checking. */
  line(text: string, facts: readonly string[]): Line {
    const known = facts.flatMap((id) => this.knowledge.facts.get(id) ?? []);
    const cites = [
      ...new Set(known.flatMap(({ sources }) => sources.slice(0, 2)).map((id) => this.number(id))),
    ].sort((a, b) => a - b);
    const caveats = [...new Set(known.flatMap(({ needsCheck }) => needsCheck ?? []))];
    return caveats.length === 0 ? { text, cites } : { text, cites, caveat: caveats.join(' ') };
  }

  /** All sources numbered so far; the first is number 1. */
  list(): Citation[] {
    return this.order.flatMap((id) => {
      const source = this.knowledge.sources.get(id);
      return source === undefined ? [] : [this.citation(source)];
    });
  }

  private number(id: string): number {
    if (!this.order.includes(id)) this.order.push(id);
    return this.order.indexOf(id) + 1;
  }

  private citation(source: Source): Citation {
    const { id, title, publisher, version, url, seen, seenOn } = source;
    const cautions = [
      source.supersededBy === undefined ? null : this.superseded,
      source.caution === undefined ? null : `${source.caution}.`,
      HOW_SEEN[seen],
    ].filter((caution) => caution !== null);
    const date = source.date ?? (seenOn === undefined ? null : `copy of ${seenOn}`);
    return {
      id,
      title,
      publisher,
      version: version ?? null,
      date,
      url: url ?? null,
      seen,
      caution: cautions.length === 0 ? null : cautions.join(' '),
    };
  }
}
