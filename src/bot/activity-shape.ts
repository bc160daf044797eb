import { z } from 'zod';

const name = z.string().max(1000);
const account = z.looseObject({ id: z.string().min(1).max(500), name: name.nullish() });

/** What an activity must look like before the SDK sees it: the SDK reads these fields without checking them. */
const schema = z.looseObject({
  type: z.string().min(1).max(200),
  id: z.string().max(500).optional(),
  text: z.string().nullish(),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.string().min(1).max(500),
  from: account,
  recipient: account,
  conversation: z.looseObject({ id: z.string().min(1).max(500) }),
  attachments: z.array(z.looseObject({})).max(50).nullish(),
  entities: z
    .array(z.looseObject({ type: z.string().max(200) }))
    .max(100)
    .nullish(),
  membersAdded: z.array(account).max(1000).nullish(),
  membersRemoved: z.array(account).max(1000).nullish(),
  reactionsAdded: z
    .array(z.looseObject({ type: name }))
    .max(100)
    .nullish(),
  reactionsRemoved: z
    .array(z.looseObject({ type: name }))
    .max(100)
    .nullish(),
  name: name.nullish(),
  replyToId: z.string().max(500).nullish(),
  locale: z.string().max(100).nullish(),
  deliveryMode: z.enum(['normal', 'notification', 'expectReplies', 'ephemeral']).nullish(),
});

/** An activity of the Bot Connector whose shape was checked. Nothing is known yet of who sent it. */
export type CheckedActivity = z.infer<typeof schema>;

/** The activity, or where its shape is wrong ("from.id: …"), without a word of its content. */
export function checkActivity(
  body: unknown,
): { readonly activity: CheckedActivity } | { readonly problem: string } {
  const { data, error } = schema.safeParse(body);
  if (data) return { activity: data };
  const [issue] = error.issues;
  const place = issue?.path.map(String).join('.').slice(0, 100);
  return {
    problem: place ? `The activity's ${place} is missing or not usable.` : 'The body is not an activity.',
  };
}
