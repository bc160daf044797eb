import fc from 'fast-check';
import { newSession, respond } from '../../src/conversation';
import type { Library, Pressed, Reply, Session, Turn } from '../../src/conversation';
import { TINY } from '../dialogs/tiny-tree';
import { HAT, tinyLibrary } from './tiny-library';

const before = tinyLibrary();
const release = (...guides: readonly string[]): Library => tinyLibrary('2026-05-01', guides);

/** A question that now comes first: whether anybody has asked for the umbrella. */
const WITH_A_NEW_FIRST_QUESTION = TINY.replace('start: where-found', 'start: asked-for').replace(
  'questions:\n',
  `questions:
  - id: asked-for
    ask: Has anybody asked for it?
    why: { say: It goes to whoever asked. }
    options:
      - { id: "yes", label: "Yes", next: ask-finder }
      - { id: "no", label: "No", next: where-found }
      - { id: not-sure, label: Not sure, next: where-found }
`,
);
const WITHOUT_TRAINS = TINY.replace(/ {6}- \{ id: train,.*\n/, '')
  .replace(', if: { where-found: train }', '')
  .replace(/ {2}- id: how-old[\s\S]*?outcomes:/, 'outcomes:')
  .replace(/ {2}- id: depot[\s\S]*?- id: keep-it/, '  - id: keep-it');
const RENAMED_OPTIONS = TINY.replace(
  '{ id: train, label: On a train',
  '{ id: on-board, label: On board',
).replace('where-found: train', 'where-found: on-board');

const press = (question: string, option: string, tree = 'lost-umbrella'): Pressed => ({
  kind: 'answer',
  tree,
  question,
  option,
});

/** Turns, each met by the library that was in force. */
function converse(...turns: readonly (readonly [Library, string | Pressed])[]): {
  replies: readonly Reply[];
  session: Session;
} {
  let session = newSession('c');
  let replies: readonly Reply[] = [];
  for (const [i, [library, said]] of turns.entries()) {
    const turn: Turn = {
      id: String(i),
      conversation: 'c',
      person: 'p',
      channel: 'test',
      removed: [],
      at: '2026-05-01T09:00:00Z',
      text: typeof said === 'string' ? said : '',
      ...(typeof said === 'string' ? {} : { pressed: said }),
    };
    ({ replies, session } = respond(turn, session, library));
  }
  return { replies, session };
}
const START: Pressed = { kind: 'guide', tree: 'lost-umbrella' };
const shown = (replies: readonly Reply[]): string[] =>
  replies.map((reply) =>
    reply.kind === 'notice'
      ? `notice ${reply.about}`
      : 'id' in reply
        ? `${reply.kind} ${reply.id ?? ''}`
        : reply.kind,
  );
const words = (replies: readonly Reply[]): string => JSON.stringify(replies.map(({ blocks }) => blocks));

describe('a new release that leaves the guide as it was', () => {
  test('is not mentioned', () => {
    const { replies } = converse(
      [before, START],
      [release(TINY, HAT.replace('A lost hat', 'Hats')), 'platform'],
    );
    expect(shown(replies)).toEqual(['outcome lost-umbrella#keep-it']);
  });
});

describe('a new release that puts a question first', () => {
  const after = release(WITH_A_NEW_FIRST_QUESTION, HAT);

  test('does not take a word that was said to the earlier question for an answer to the new one', () => {
    const { replies } = converse([before, START], [before, 'train'], [after, 'no']);
    expect(shown(replies)).toEqual(['notice moved', 'question lost-umbrella#asked-for']);
    expect(words(replies)).toContain('updated after your last message');
  });

  test('keeps what was said, and the answer that came with the turn, for when they are reached', () => {
    const { replies } = converse([before, START], [before, 'train'], [after, 'yes'], [after, 'no']);
    expect(shown(replies)).toEqual(['outcome lost-umbrella#depot']);
    expect(words(replies)).toContain('I also have');
  });

  test('is told once', () => {
    const { replies } = converse([before, START], [after, 'thanks'], [after, 'no']);
    expect(shown(replies)).toEqual(['question lost-umbrella#where-found']);
  });

  test('is told when a guide that was stopped is continued', () => {
    const { replies } = converse([before, START], [before, 'cancel'], [after, 'hello'], [after, 'continue']);
    expect(shown(replies)).toEqual(['question lost-umbrella#asked-for']);
    expect(words(replies)).toContain('updated after your last message');
  });

  test('takes a question in the same turn for a question', () => {
    const { replies } = converse([before, START], [after, 'how long do we keep an umbrella?']);
    expect(shown(replies)).toEqual([
      'notice moved',
      'answer umbrella-days',
      'question lost-umbrella#asked-for',
    ]);
  });

  test('takes a number for the choice that stood there', () => {
    const { replies } = converse([before, START], [after, '2'], [after, 'no']);
    expect(shown(replies)).toEqual(['outcome lost-umbrella#keep-it']);
  });
});

describe('a new release that takes an option away', () => {
  test('says which question must be answered again', () => {
    const { replies } = converse([before, START], [before, 'train'], [release(RENAMED_OPTIONS, HAT), 'yes']);
    expect(shown(replies)).toEqual(['notice moved', 'question lost-umbrella#where-found']);
    expect(words(replies)).toContain('I have to ask again: Where was it found?');
  });

  test('says of a pressed button that it is no longer there', () => {
    const { replies } = converse(
      [before, START],
      [release(WITHOUT_TRAINS, HAT), press('where-found', 'train')],
    );
    expect(shown(replies)).toEqual([
      'notice moved',
      'notice misunderstood',
      'question lost-umbrella#where-found',
    ]);
    expect(words(replies)).toContain('no longer available');
  });
});

describe('a new release without the guide', () => {
  const after = release(HAT);

  test('says so, and does not search for what was an answer', () => {
    expect(shown(converse([before, START], [after, 'train']).replies)).toEqual(['notice moved']);
  });

  test('answers a question that comes with the turn', () => {
    const { replies } = converse([before, START], [after, 'how long do we keep an umbrella?']);
    expect(shown(replies)).toEqual(['notice moved', 'answer umbrella-days']);
  });

  test('goes on as if nothing had been open', () => {
    const { replies } = converse([before, START], [after, 'train'], [after, 'hello']);
    expect(shown(replies)).toEqual(['notice greeting']);
  });
});

describe('any order of releases, words and buttons', () => {
  const releases = [
    before,
    release(WITH_A_NEW_FIRST_QUESTION, HAT),
    release(WITHOUT_TRAINS, HAT),
    release(RENAMED_OPTIONS),
    release(HAT),
  ];
  const said = fc.constantFrom<string | Pressed>(
    START,
    'train',
    'yes',
    'no',
    '1',
    '3',
    'why?',
    'back',
    'change',
    'my answers',
    'continue',
    'cancel',
    'how long do we keep a hat?',
    press('where-found', 'train'),
    press('how-old', 'yes'),
    press('asked-for', 'no'),
    { kind: 'resume', tree: 'lost-umbrella' },
  );

  test('never fails, always says something, and a second turn on the same release is never told again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...releases), said), { minLength: 1, maxLength: 12 }),
        (turns) => {
          const last = turns.at(-1)?.[0] ?? before;
          expect(converse(...turns).replies).not.toHaveLength(0);
          expect(shown(converse(...turns, [last, 'thanks']).replies)).not.toContain('notice moved');
        },
      ),
    );
  });
});
