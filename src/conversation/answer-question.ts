import { walk } from '../dialogs';
import type { Tree } from '../dialogs';
import { answer, offer, unknown } from './compose';
import type { Desk, Response } from './desk';
import type { Finding } from './find';
import type { Reading } from './find-in-context';
import type { Library } from './library';
import { understoodAtStart } from './guide';
import type { Place } from './guide';
import type { Reply } from './reply';
import { isQuestion } from './understand';
import { startGuide } from './walk-guide';

/** Searches for an answer. Outside a guide, one that is found is started; inside (`place`) its question is put again. */
export function askDesk(desk: Desk, text: string, place: Place | undefined): Response {
  const finding = desk.find(text);
  const isDone = desk.place() !== undefined; // what follows an outcome may be about it, so that another guide is only offered
  const mayStart = place === undefined && (!isDone || finding.kind === 'found');
  const tree = mayStart ? guideToStart(desk, finding, text) : undefined;
  if (tree !== undefined) return startGuide(desk, tree, understoodAtStart(tree, text));
  return desk.sayAndPutAgain(replyTo(desk, finding));
}

/** The reply to a finding, where guides are offered, not started. */
export function replyTo({ library }: Desk, finding: Reading): Reply {
  const reply = composed(library, finding);
  return { ...reply, notices: [...finding.notices, ...reply.notices] };
}

function composed(library: Library, finding: Finding): Reply {
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

/**
 * The guide to start: the one that was found; for a message that tells and asks nothing also the likeliest, or one among the possible
 * answers, or theirs, of which it already answers the first questions.
 */
function guideToStart({ library }: Desk, finding: Finding, text: string): Tree | undefined {
  if (finding.kind === 'found') return library.trees.get(guideNamed(finding.id) ?? '');
  if (finding.kind !== 'unsure' || isQuestion(text) || text.includes('?')) return undefined;
  const guides = finding.among.flatMap((id, i) => {
    const tree = library.trees.get(guideNamed(id) ?? library.knowledge.entries.get(id)?.guide ?? '');
    if (tree === undefined) return [];
    const known = understoodAtStart(tree, text);
    const needed = i > 0 ? TOLD_ENOUGH : guideNamed(id) === undefined ? 1 : 0;
    return Object.keys(known).length < needed ? [] : [{ tree, told: walk(tree, known).taken.length }];
  });
  return guides.sort((a, b) => b.told - a.told)[0]?.tree;
}

/** Answers in an opening message by which a guide is started although something else is likelier; of the likeliest entry's guide, one. */
const TOLD_ENOUGH = 2;

function guideNamed(id: string): string | undefined {
  return id.startsWith(GUIDE) ? id.slice(GUIDE.length) : undefined;
}

const GUIDE = 'guide:';
