import { paths, type Tree, type TreePath } from '../../src/dialogs';
import { realRelease } from '../dialogs/real-release';
import { seeded } from '../dialogs/seeded';
import { BuiltServer } from './built-server';
import { Visitor, type Said } from './visitor';

/** Another seed takes other ways, other interruptions and other moments: `RESTARTS_SEED=7 npx jest test/server/restarts`. */
const SEED = Number(process.env['RESTARTS_SEED'] ?? 1);
const STOPS = ['SIGKILL', 'SIGTERM', 'SIGKILL'] as const;

const pick = seeded(SEED);
const oneOf = <T>(all: readonly T[]): T => {
  const one = all[pick(all.length)];
  if (one === undefined) throw new Error('There is nothing to pick from.');
  return one;
};

const { trees, knowledge } = realRelease();
const questions = [...knowledge.entries.values()]
  .filter(({ kind }) => kind === 'faq')
  .map(({ title }) => title);
const nonsense = ['qwrtz plmkj', '🙂🙂🙂', '...', 'lorem ipsum dolor'];

interface Way {
  readonly tree: Tree;
  readonly path: TreePath;
}

/** A way through every guide. */
const ways: Way[] = [...trees.values()].map((tree) => ({ tree, path: oneOf(paths(tree)) }));

const interruptions = ['question', 'nonsense', 'help', 'back', 'twice', 'none', 'none'] as const;
type Interruption = (typeof interruptions)[number];

const words = (interruption: Interruption): string | undefined =>
  ({
    question: oneOf(questions),
    nonsense: oneOf(nonsense),
    help: 'help',
    back: 'back',
    twice: undefined,
    none: undefined,
  })[interruption];

/** What is done before each answer: planned beforehand, so that a seed does the same whatever the timing. */
const plan = ways.map(() =>
  Array.from({ length: 40 }, () => {
    const interruption = oneOf(interruptions);
    return { interruption, text: words(interruption) };
  }),
);

/** The answer to the question that the desk put last; undefined when it puts none of this guide. */
function answer({ tree, path }: Way, said: readonly Said[]): object | undefined {
  const { kind, id } = said.at(-1)?.channelData?.guidance ?? {};
  const question = kind === 'question' ? (id ?? '').replace(`${tree.id}#`, '') : '';
  const option = path.answers[question];
  return option === undefined ? undefined : { value: { kind: 'answer', tree: tree.id, question, option } };
}

/** What a visitor is left with: the last words of the desk when asked to show once more where they stand, and their data. */
async function endOf(visitor: Visitor): Promise<string> {
  const last = (await visitor.say({ text: 'continue' })).at(-1);
  return JSON.stringify([last?.text, last?.channelData]);
}

/** Walks the way to its end. `before` may say something first, before each answer, and tells how often to send the answer. */
async function walk(
  visitor: Visitor,
  way: Way,
  before: (turn: number, said: readonly Said[]) => Promise<{ said: readonly Said[]; times: number }>,
): Promise<string> {
  await visitor.arrive();
  let said: readonly Said[] = await visitor.say({ value: { kind: 'guide', tree: way.tree.id } });
  for (let turn = 0; turn < 40; turn += 1) {
    const { said: now, times } = answer(way, said) ? await before(turn, said) : { said, times: 1 };
    const next = answer(way, now);
    if (next === undefined) break;
    said = await visitor.say(next, times);
  }
  return endOf(visitor);
}

/** Each thing sent is there once, and each was answered to its end, once and without repetition. */
function doubled(everything: readonly Said[]): string[] {
  const sent = everything.filter(({ from }) => from.id !== 'records-desk');
  const replies = everything.filter(({ replyToId }) => replyToId !== undefined);
  const ids = sent.map(({ channelData }) => JSON.stringify(channelData));
  const ends = replies.filter(({ inputHint }) => inputHint === 'expectingInput');
  const said = replies.map(({ replyToId, text }) => `${replyToId ?? ''} ${text ?? ''}`);
  return [
    ...(new Set(ids).size === ids.length ? [] : ['a message stands twice']),
    ...(new Set(said).size === said.length ? [] : ['a reply stands twice']),
    ...(new Set(ends.map(({ replyToId }) => replyToId)).size === sent.length && ends.length === sent.length
      ? []
      : [`${sent.length} messages have ${ends.length} ends of replies`]),
  ];
}

test(`guides come to the same outcome whenever the server is stopped or killed (seed ${SEED})`, async () => {
  const server = new BuiltServer({ LOG_LEVEL: 'info' });
  try {
    await server.start();
    let turns = 0;
    const undisturbed = await Promise.all(
      ways.map((way) =>
        walk(new Visitor(() => server.url), way, (_, said) => {
          turns += 1;
          return Promise.resolve({ said, times: 1 });
        }),
      ),
    );

    // As many answers come in the disturbed run, so that this many moments lie within it.
    const moments = STOPS.map((_, at) => Math.floor((turns * (at + 0.2 + pick(60) / 100)) / STOPS.length));
    let answered = 0;
    let restarting: Promise<void> = Promise.resolve();
    const stopNow = (): void => {
      const signal = STOPS[moments.indexOf(answered)];
      answered += 1;
      if (signal === undefined) return;
      restarting = restarting.then(async () => {
        await server.stop(signal);
        await server.start();
      });
    };
    const visitors = ways.map(() => new Visitor(() => server.url));
    const ends = await Promise.all(
      ways.map((way, at) =>
        walk(visitors[at] ?? new Visitor(() => server.url), way, async (turn, said) => {
          stopNow();
          const { interruption, text } = plan[at]?.[turn] ?? { interruption: 'none' };
          if (text !== undefined && visitors[at]) return { said: await visitors[at].say({ text }), times: 1 };
          return { said, times: interruption === 'twice' ? 2 : 1 };
        }),
      ),
    );
    await restarting;
    const whole = await Promise.all(visitors.map((visitor) => visitor.everything()));

    const astray = ways.flatMap(({ tree }, at) => {
      const problems = [
        ...(ends[at] === undisturbed[at] ? [] : ['another outcome']),
        ...doubled(whole[at] ?? []),
      ];
      return problems.length === 0 ? [] : [`${tree.id}: ${problems.join(', ')}`];
    });
    process.stderr.write(
      `stopped ${STOPS.length} times: ${ways.length - astray.length} of ${ways.length} the same\n`,
    );
    expect(answered).toBeGreaterThan(Math.max(...moments));
    expect(astray).toEqual([]);
  } finally {
    await server.remove();
  }
}, 240_000);
