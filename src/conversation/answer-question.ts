import type { Tree } from '../dialogs';
import { answer, offer, unknown } from './compose';
import type { Desk, Response } from './desk';
import type { Finding } from './find';
import { understoodAtStart } from './guide';
import type { Place } from './guide';
import type { Reply } from './reply';
import { startGuide } from './walk-guide';

/** Searches for an answer. Outside a guide, one that is found is started; inside (`place`) its question is put again. */
export function askDesk(desk: Desk, text: string, place: Place | undefined): Response {
  const finding = desk.find(text);
  const tree = guideFound(desk, finding) ?? guideDescribed(desk, finding, text);
  if (tree !== undefined && place === undefined) return startGuide(desk, tree, understoodAtStart(tree, text));
  return desk.sayAndPutAgain(replyTo(desk, finding));
}

/** The reply to a finding, where guides are offered, not started. */
export function replyTo({ library }: Desk, finding: Finding): Reply {
  switch (finding.kind) {
    case 'found': {
      const entry = library.knowledge.entries.get(finding.id);
      return entry === undefined
        ? offer(library, [finding.id], finding.confidence)
        : answer(library, entry, finding.confidence);
    }
    case 'unsure':
      return offer(library, finding.among, finding.confidence);
    case 'none':
      return unknown(library, finding.reason, finding.nearest);
    case 'elsewhere': {
      const kind = library.knowledge.outOfScope.get(finding.outOfScope);
      return unknown(library, kind?.reason ?? 'out-of-scope', [], kind?.say);
    }
  }
}

function guideFound({ library }: Desk, finding: Finding): Tree | undefined {
  if (finding.kind !== 'found' || !finding.id.startsWith('guide:')) return undefined;
  return library.trees.get(finding.id.slice('guide:'.length));
}

/** The guide of the entry that was found, when the message already answers two of its questions: it tells of a case. */
function guideDescribed({ library }: Desk, finding: Finding, text: string): Tree | undefined {
  if (finding.kind !== 'found') return undefined;
  const tree = library.trees.get(library.knowledge.entries.get(finding.id)?.guide ?? '');
  return tree === undefined || Object.keys(understoodAtStart(tree, text)).length < 2 ? undefined : tree;
}
