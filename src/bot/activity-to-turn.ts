import type { Activity } from 'botbuilder';
import { randomUUID } from 'node:crypto';
import type { Turn } from '../conversation/turn';
import { readPressed } from './pressed';
import type { RemoveIdentifiers } from './remove-identifiers';

/**
 * An activity as a turn of the conversation. Its words are freed of identifiers here, whatever its channel did before;
 * `alreadyRemoved` names the kinds that the channel found at its own door.
 */
export function activityToTurn(
  activity: Activity,
  {
    removeIdentifiers,
    alreadyRemoved,
    at,
  }: { removeIdentifiers: RemoveIdentifiers; alreadyRemoved: readonly string[]; at: Date },
): Turn {
  const joined = activity.type === 'conversationUpdate';
  const words = removeIdentifiers(joined ? '' : withoutMention(activity));
  const button = readPressed(activity.value, removeIdentifiers);
  return {
    id: activity.id ?? randomUUID(),
    conversation: activity.conversation.id,
    person: activity.from.id,
    channel: activity.channelId,
    text: words.text,
    ...(button ? { pressed: button.pressed } : {}),
    ...(joined ? { joined } : {}),
    removed: [...new Set([...alreadyRemoved, ...words.kinds, ...(button?.kinds ?? [])])],
    at: at.toISOString(),
  };
}

/** The text without "@Records Desk". The SDK's own function throws on a mention that lacks a field. */
function withoutMention({ text, entities, recipient }: Partial<Activity>): string {
  const mentions = (entities ?? [])
    .filter((entity) => /^mention$/i.test(entity.type) && idOf(entity['mentioned']) === recipient?.id)
    .map((entity): unknown => entity['text'])
    .filter((mention) => typeof mention === 'string' && mention !== '');
  return mentions.reduce<string>((rest, mention) => rest.replaceAll(String(mention), ''), text ?? '').trim();
}

function idOf(account: unknown): unknown {
  return typeof account === 'object' && account !== null && 'id' in account ? account.id : undefined;
}
