import type { Choice, Citation, Reply, UnknownReason } from '../conversation/reply';

/** What a client finds in `channelData.guidance`: the reply as data, for clients that draw it themselves. */
export interface Guidance {
  readonly kind: Reply['kind'];
  readonly reason?: UnknownReason;
  /** Entry id, `tree#question` or `tree#outcome`. */
  readonly id: string | null;
  readonly title: string;
  /** The calibrated chance, 0 to 1, that the answer is right; null unless answer or offer. */
  readonly confidence: number | null;
  readonly sources: readonly Citation[];
  readonly choices: readonly Choice[];
  readonly notices: readonly string[];
  readonly release: string;
}

export function guidance(reply: Reply): Guidance {
  return {
    kind: reply.kind,
    ...(reply.kind === 'unknown' ? { reason: reply.reason } : {}),
    id: 'id' in reply ? reply.id : null,
    title: reply.title,
    confidence: 'confidence' in reply ? reply.confidence : null,
    sources: reply.citations.map(source),
    choices: reply.choices.map(({ title, value }) => ({ title, value })),
    notices: [...reply.notices],
    release: reply.release,
  };
}

/** Field by field, so that nothing internal that a citation may come to carry reaches a client. */
function source({ id, title, publisher, version, date, url, seen, caution }: Citation): Citation {
  return { id, title, publisher, version, date, url, seen, caution };
}
