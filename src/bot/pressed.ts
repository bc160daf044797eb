import { z } from 'zod';
import type { Command, Pressed } from '../conversation/turn';
import type { RemoveIdentifiers } from './remove-identifiers';

/** The compiler sees that none is missing. */
const commands = {
  help: 'help',
  back: 'back',
  change: 'change',
  restart: 'restart',
  cancel: 'cancel',
  continue: 'continue',
  why: 'why',
  greet: 'greet',
  thanks: 'thanks',
  answers: 'answers',
  contact: 'contact',
  profile: 'profile',
  forget: 'forget',
  walk: 'walk',
  remind: 'remind',
} as const satisfies { [Each in Command]: Each };

/** Ids are words joined by hyphens. One with eight digits or more is not an id but a number of somebody's. */
const id = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .refine((text) => text.replace(/[^0-9]/g, '').length < 8);

/** A section of a page is `page#section`. */
const entryId = z
  .string()
  .max(200)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*(?:#[a-z0-9]+(?:-[a-z0-9]+)*)?$/)
  .refine((text) => text.replace(/[^0-9]/g, '').length < 8);

const schema: z.ZodType<Pressed> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), tree: id, question: id, option: id }),
  z.object({ kind: z.literal('entry'), entry: entryId }),
  z.object({ kind: z.literal('ask'), text: z.string() }),
  z.object({
    kind: z.literal('guide'),
    tree: id,
    answers: z
      .record(id, id)
      .refine((answers) => Object.keys(answers).length <= 50)
      .optional(),
  }),
  z.object({ kind: z.literal('change'), tree: id, question: id }),
  z.object({ kind: z.literal('resume'), tree: id }),
  z.object({ kind: z.literal('remember'), tree: id, question: id, option: id }),
  z.object({ kind: z.literal('command'), command: z.enum(commands) }),
]);

/**
 * The button behind an activity's `value`, with the kinds of identifiers that were taken out of its words; undefined when
 * it is none of ours. Unknown fields are dropped.
 */
export function readPressed(
  value: unknown,
  removeIdentifiers: RemoveIdentifiers,
): { readonly pressed: Pressed; readonly kinds: readonly string[] } | undefined {
  const pressed = schema.safeParse(value).data;
  if (pressed?.kind !== 'ask') return pressed && { pressed, kinds: [] };
  const { text, kinds } = removeIdentifiers(pressed.text);
  return { pressed: { kind: 'ask', text }, kinds };
}
