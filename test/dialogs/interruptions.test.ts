import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { makeConverse, newSession } from '../../src/conversation';
import type { Converse, Exchange, Library, Reply, Store } from '../../src/conversation';
import { walk } from '../../src/dialogs';
import { buildIndex } from '../../src/search';
import { openDatabase, openMemoryStore, sqlStore } from '../../src/store';
import { realRelease } from './real-release';
import { seeded } from './seeded';
import { CONTINUE, difference, disturb, endOf, everyStage, shortly } from './stages';
import type { Stage } from './stages';
import { asked, begin, giving, say, turnOf } from './talk';
import type { Act, Talk } from './talk';

const real = realRelease();

/** Some questions that are often asked, in one sentence each. */
const known = [...real.knowledge.entries.values()]
  .filter(({ kind, title }) => kind === 'faq' && /^[^.?!]+\?$/.test(title))
  .filter((_, i) => i % 4 === 0);

/** The real guides among so few answers that a search is quick; each is found by its title. */
const library: Library = {
  ...real,
  index: buildIndex(known.map(({ id, title }) => ({ id, title, text: '' }))),
};

const stages = everyStage(library);
const open = stages.filter(({ tree, talk }) => asked(tree, talk.replies) !== undefined);
const answered = stages.filter(({ given }) => given > 0);
const lastTaken = ({ tree, path, given }: Stage) => walk(tree, path.answers).taken[given - 1];

/** Tells how many of the disturbed runs came to the same, and where the others went. */
function tell(name: string, found: readonly (string | undefined)[], atLeast = 2000): void {
  const astray = found.flatMap((each) => each ?? []);
  process.stderr.write(`${name}: ${found.length - astray.length} of ${found.length} the same\n`);
  expect(astray.slice(0, 20)).toEqual([]);
  expect(found.length).toBeGreaterThan(atLeast);
}

test('every undisturbed run comes to the outcome of its path', () => {
  const astray = stages.filter(
    ({ tree, path, end }) => shortly(end) !== `outcome ${tree.id}#${path.outcome}`,
  );
  expect(astray.map(({ tree, end }) => `${tree.id}: ${shortly(end)}`)).toEqual([]);
});

describe('whatever is said in between, the outcome stays', () => {
  /** The question that was open is put again. */
  const putAgain = ({ tree, talk }: Stage, { replies }: Talk): boolean =>
    asked(tree, replies) === asked(tree, talk.replies);

  test('a side question is answered, and the guide goes on', () => {
    const pick = seeded(1);
    const found = open.map((stage) => {
      const side = known[pick(known.length)];
      const isAnswered = ({ replies: [first] }: Talk): boolean =>
        first?.kind === 'answer' && first.id === side?.id;
      return disturb(
        library,
        stage,
        [{ text: side?.title ?? '' }],
        (talk) => isAnswered(talk) && putAgain(stage, talk),
      );
    });
    tell('a side question', found);
  });

  test('nonsense, once or twice', () => {
    const pick = seeded(2);
    const words = ['qwrtz plmkj', 'ghghgh', '🙂🙂🙂', '...', 'lorem ipsum dolor', '%%% ###', 'ąęłżź ćńś'];
    const nonsense = (): Act => ({ text: words[pick(words.length)] ?? '' });
    const found = open.map((stage) =>
      disturb(library, stage, Array.from({ length: 1 + pick(2) }, nonsense), (talk) => putAgain(stage, talk)),
    );
    tell('nonsense', found);
  });

  test('help', () => {
    tell(
      'help',
      open.map((stage) => disturb(library, stage, [{ text: 'help' }], (talk) => putAgain(stage, talk))),
    );
  });

  test('back, and the same answer again', () => {
    const found = answered.map((stage) =>
      disturb(
        library,
        stage,
        [{ text: 'back' }],
        ({ replies }) => asked(stage.tree, replies) === lastTaken(stage)?.question.id,
      ),
    );
    tell('back', found);
  });

  test('the title of an option typed, in place of its button', () => {
    const found = answered.map((stage) =>
      disturb(
        library,
        stage.before ?? stage,
        [{ text: lastTaken(stage)?.option.label ?? '' }],
        ({ session: { answers } }) => isDeepStrictEqual(answers, stage.talk.session.answers),
      ),
    );
    tell('a title typed', found);
  });

  /** Every earlier answer of every stage with every other option that its question has. */
  const changes = answered.flatMap((stage) =>
    walk(stage.tree, stage.path.answers)
      .taken.slice(0, stage.given)
      .map(({ question: { id, options }, option }) => ({
        stage,
        question: id,
        given: option.id,
        others: options.filter((each) => each !== option),
      })),
  );

  test('an earlier answer changed to any other by its old button, and changed back', () => {
    const found = changes.flatMap(({ stage, question, given, others }) =>
      others.map(({ id }) =>
        disturb(library, stage, [giving(stage.tree, question, id), giving(stage.tree, question, given)]),
      ),
    );
    tell('a change by an old button, and back', found);
  });

  test('an earlier answer changed to another by "change", and changed back', () => {
    const pick = seeded(3);
    const found = changes.map(({ stage, question, given, others }) => {
      const change = (option: string): Act[] => [
        { text: 'change' },
        { pressed: { kind: 'change', tree: stage.tree.id, question } },
        giving(stage.tree, question, option),
      ];
      const other = others[pick(others.length)]?.id ?? '';
      return disturb(library, stage, [...change(other), ...change(given)]);
    });
    tell('a change by "change", and back', found);
  });
});

describe('whatever happens to messages and store, the outcome stays', () => {
  const talkTo = (store: Store): Converse =>
    makeConverse({
      store,
      library: () => library,
      // A run that meets an error comes to a notice that says so, which is no outcome.
      failed: () => undefined,
    });

  /** All that is done in a run: the guide is begun, each question answered, and the outcome shown once more. */
  const actsOf = ({ tree, path }: Stage): Act[] => [
    begin(tree),
    ...Object.entries(path.answers).map(([question, option]) => giving(tree, question, option)),
    CONTINUE,
  ];

  /** Takes the turns from one number to another, without heed of what is asked: whatever was forgotten shows in the end. */
  async function run(converse: Converse, stage: Stage, from: number, to: number, conversation = 'c') {
    let said: readonly Reply[] = [];
    for (const [turn, act] of actsOf(stage).entries())
      if (from <= turn && turn <= to) said = await converse({ ...turnOf(act, String(turn)), conversation });
    return said;
  }

  test('a message that comes twice, one after the other or at once, is answered once', async () => {
    const pick = seeded(4);
    const found: (string | undefined)[] = [];
    for (const stage of stages) {
      const converse = talkTo(openMemoryStore());
      await run(converse, stage, 0, stage.given - 1);
      const again = (): Promise<readonly Reply[]> => run(converse, stage, stage.given, stage.given);
      const [once, twice] =
        pick(2) === 0 ? await Promise.all([again(), again()]) : [await again(), await again()];
      const end = await run(converse, stage, stage.given + 1, Infinity);
      const same = JSON.stringify(once) === JSON.stringify(twice);
      found.push(difference(stage, same ? endOf(end) : endOf(twice), 'the same message again'));
    }
    tell('a message twice', found);
  }, 30_000);

  describe('when the store is closed and opened again', () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'interruptions-'));
    });
    afterEach(() => {
      rmSync(folder, { recursive: true });
    });
    const openStore = (): Store => sqlStore(openDatabase(join(folder, 'desk.db')).database);

    test('what it remembers of every stage leads on as before', async () => {
      const before = openStore();
      for (const [i, { talk }] of stages.entries())
        await before.save({ ...talk.session, conversation: String(i) }, exchangeIn(String(i)));
      await before.close();
      const after = openStore();
      const found: (string | undefined)[] = [];
      for (const [i, stage] of stages.entries()) {
        const session = (await after.session(String(i))) ?? newSession('lost');
        const rest = actsOf(stage).slice(stage.given + 1);
        const { replies } = say(library, { session, replies: [] }, ...rest);
        found.push(difference(stage, endOf(replies), 'the store opened again'));
      }
      await after.close();
      tell('the store opened again', found);
    }, 60_000);

    test('with every turn in it, every sixth run goes on as before', async () => {
      const sample = stages.filter((_, i) => i % 6 === 0);
      const before = openStore();
      await Promise.all(sample.map((stage, i) => run(talkTo(before), stage, 0, stage.given, String(i))));
      await before.close();
      const after = openStore();
      const ends = await Promise.all(
        sample.map((stage, i) => run(talkTo(after), stage, stage.given + 1, Infinity, String(i))),
      );
      await after.close();
      const found = sample.map((stage, i) => difference(stage, endOf(ends[i]), 'the store opened again'));
      tell('the store opened again, every turn in it', found, 450);
    }, 60_000);
  });
});

function exchangeIn(conversation: string): Exchange {
  const { id: turn, channel, at } = turnOf(CONTINUE, 't');
  return { turn, conversation, channel, at, release: library.release, text: '', replies: [], considered: [] };
}
