import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from '../../src/content';
import { newSession, respond } from '../../src/conversation';
import type { Library, Profile, Reply, Session, Turn } from '../../src/conversation';
import { removeIdentifiers } from '../../src/privacy';
import { replyToText } from '../../src/render';
import { readRelease } from '../../src/release';

const Transcripts = z.array(
  z.strictObject({
    conversation: z.string(),
    turns: z.array(
      z.strictObject({
        jo: z.string().optional(),
        presses: z.string().optional(),
        joins: z.literal(true).optional(),
        desk: z.array(z.string()),
        words: z.array(z.string()).optional(),
        not: z.array(z.string()).optional(),
      }),
    ),
  }),
);

const { library, problems } = readRelease(join(__dirname, '..', '..'), '2026-11-20');
const files = readdirSync(__dirname).filter((name) => name.endsWith('.yaml'));

test('the content can be served', () => {
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

for (const file of files) {
  const reading = readYaml(file, readFileSync(join(__dirname, file), 'utf8'), Transcripts);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems, null, 1));
  describe(file, () => {
    test.each(reading.authored.value.map((each) => [each.conversation, each.turns] as const))(
      '%s',
      (_name, turns) => {
        if (library === undefined) throw new Error('There is no library.');
        let session = newSession('c');
        let profile: Profile = {};
        for (const [i, turn] of turns.entries()) {
          const response = respond(turnOf(turn, i, session), session, library, profile);
          session = response.session;
          profile = response.profile ?? profile;
          expect({
            turn: turn.jo ?? turn.presses,
            desk: response.replies.map((reply, j) => shown(reply, turn.desk[j])),
          }).toEqual({ turn: turn.jo ?? turn.presses, desk: turn.desk });
          const words = response.replies.map(replyToText).join('\n').replace(/\\/g, '').toLowerCase();
          for (const each of turn.words ?? []) expect(words).toContain(each.toLowerCase());
          for (const each of turn.not ?? []) expect(words).not.toContain(each.toLowerCase());
        }
      },
    );
  });
}

function turnOf(
  { jo, presses, joins }: { jo?: string | undefined; presses?: string | undefined; joins?: true | undefined },
  i: number,
  session: Session,
): Turn {
  const { text, kinds } = removeIdentifiers(jo ?? '');
  const pressed =
    presses === undefined ? undefined : session.offered.find(({ title }) => title === presses)?.value;
  if (presses !== undefined && pressed === undefined)
    throw new Error(
      `There is no button "${presses}" among: ${session.offered.map(({ title }) => title).join(' | ')}`,
    );
  return {
    id: String(i),
    conversation: 'c',
    person: 'jo',
    channel: 'test',
    text: presses ?? text,
    pressed,
    joined: joins,
    removed: kinds,
    at: '2026-11-20T09:00:00Z',
  };
}

/** The reply in the transcript's words: its kind, and as much of its id as the transcript names. */
function shown(reply: Reply, expected: string | undefined): string {
  const id =
    reply.kind === 'notice'
      ? reply.about
      : reply.kind === 'unknown'
        ? (reply.id ?? reply.reason)
        : 'id' in reply
          ? reply.id
          : '';
  return expected !== undefined && !expected.includes(' ') ? reply.kind : `${reply.kind} ${id}`;
}

export type { Library };
