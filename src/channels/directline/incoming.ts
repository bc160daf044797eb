import { z } from 'zod';
import { isFeedback, readFeedback, type Judged } from '../../bot/feedback';
import { readPressed } from '../../bot/pressed';
import type { RemoveIdentifiers } from '../../bot/remove-identifiers';

const id = z.string().regex(/^[\w.:|/+=@-]{1,200}$/);

const schema = z.looseObject({
  type: z.enum(['message', 'event', 'invoke', 'typing']),
  id: id.optional().catch(undefined),
  text: z.string().nullish(),
  name: z.string().max(200).nullish(),
  locale: z
    .string()
    .regex(/^[\w-]{1,35}$/)
    .nullish()
    .catch(undefined),
  value: z.unknown().optional(),
  entities: z.unknown().optional(),
  replyToId: id.nullish().catch(undefined),
  channelData: z
    .looseObject({
      clientActivityID: id.optional().catch(undefined),
      postBack: z.literal(true).optional().catch(undefined),
    })
    .nullish(),
});

/** What a client sent, freed of identifiers and of everything that this server does not use. */
export interface Incoming {
  /** That somebody types is taken and told to nobody. */
  readonly type: 'message' | 'event' | 'typing';
  readonly text: string;
  /** Only what one of the bot's buttons holds. */
  readonly value?: object | undefined;
  /** What was said of one of the bot's messages. */
  readonly feedback?: Judged | undefined;
  /** The client's own id, by which a repeated sending is known. */
  readonly sentAs?: string | undefined;
  /** Kinds of identifiers that were taken out. */
  readonly removed: readonly string[];
  /** The fields that are echoed and kept. */
  readonly echo: Readonly<Record<string, unknown>>;
}

/**
 * Reads an activity that a client posted; undefined when it is none that is taken here. What is kept is built anew from
 * the few fields that are known, so that nothing rides along: no attachments, no names, no `channelData` but its id.
 */
export function readIncoming(body: unknown, removeIdentifiers: RemoveIdentifiers): Incoming | undefined {
  const { data } = schema.safeParse(body);
  if (!data) return undefined;
  if (isFeedback(data)) return readJudged(data, removeIdentifiers);
  if (data.type === 'invoke') return undefined;
  const words = freed(data.text ?? '', removeIdentifiers);
  const button = readPressed(data.value, removeIdentifiers);
  const { clientActivityID, postBack } = data.channelData ?? {};
  return {
    type: data.type,
    text: words.text,
    value: button?.pressed,
    sentAs: clientActivityID ?? data.id,
    removed: [...new Set([...words.kinds, ...(button?.kinds ?? [])])],
    echo: withoutGaps({
      type: data.type,
      name: data.type === 'event' ? removeIdentifiers(data.name ?? '').text : undefined,
      ...(typeof data.text === 'string' ? { text: words.text, textFormat: 'plain' } : {}),
      value: button?.pressed,
      locale: data.locale,
      channelData: data.channelData ? withoutGaps({ clientActivityID, postBack }) : undefined,
    }),
  };
}

/** What is echoed of feedback tells the client that it was given, and is kept without its comment. */
function readJudged(
  data: z.infer<typeof schema>,
  removeIdentifiers: RemoveIdentifiers,
): Incoming | undefined {
  const feedback = readFeedback(data, removeIdentifiers);
  if (!feedback) return undefined;
  const { replyId, verdict } = feedback;
  const { type, name, channelData } = data;
  const { clientActivityID } = channelData ?? {};
  return {
    type: 'event',
    text: '',
    feedback,
    sentAs: clientActivityID ?? data.id,
    removed: [],
    echo: withoutGaps({
      type,
      name,
      replyToId: type === 'invoke' ? replyId : undefined,
      value: type === 'event' ? { replyId, verdict } : undefined,
      channelData: channelData ? withoutGaps({ clientActivityID }) : undefined,
    }),
  };
}

function withoutGaps(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
  );
}

/** Longer texts are refused by the bot in any case; what it needs to see of them is that they are long. */
const longestKept = 4000;
/** No identifier is longer: dropping so much behind a cut leaves no half of one. */
const longestIdentifier = 200;

function freed(text: string, removeIdentifiers: RemoveIdentifiers) {
  if (text.length <= longestKept) return removeIdentifiers(text);
  const { text: cleaned, kinds } = removeIdentifiers(text.slice(0, longestKept));
  return { text: cleaned.slice(0, -longestIdentifier), kinds };
}
