import fc from 'fast-check';
import { newSession, respond } from '../../src/conversation';
import type { Pressed, Reply, Session, Turn } from '../../src/conversation';
import { tinyLibrary } from './tiny-library';

const library = tinyLibrary();

/** Says one thing after another and gives the replies of the last turn, and the session. */
function converse(...said: readonly (string | Pressed | Partial<Turn>)[]): {
  replies: readonly Reply[];
  session: Session;
} {
  let session = newSession('c');
  let replies: readonly Reply[] = [];
  for (const [i, each] of said.entries()) {
    const turn: Turn = {
      id: String(i),
      conversation: 'c',
      person: 'p',
      channel: 'test',
      text: '',
      removed: [],
      at: '2026-05-01T09:00:00Z',
      ...(typeof each === 'string' ? { text: each } : 'kind' in each ? { pressed: each } : each),
    };
    ({ replies, session } = respond(turn, session, library));
  }
  return { replies, session };
}
const kinds = (...said: readonly (string | Pressed | Partial<Turn>)[]): string[] =>
  converse(...said).replies.map((reply) =>
    reply.kind === 'notice'
      ? `notice ${reply.about}`
      : reply.kind === 'unknown'
        ? `unknown ${reply.reason}`
        : 'id' in reply
          ? `${reply.kind} ${reply.id}`
          : reply.kind,
  );
const START: Pressed = { kind: 'guide', tree: 'lost-umbrella' };
const answered = (question: string, option: string): Pressed => ({
  kind: 'answer',
  tree: 'lost-umbrella',
  question,
  option,
});

describe('a question', () => {
  test('that an entry answers gets the entry, with its source and a way on', () => {
    const [reply] = converse('how long do we keep an umbrella').replies;
    expect(reply).toMatchObject({
      kind: 'answer',
      id: 'umbrella-days',
      citations: [{ id: 'rail-book', date: '1 May 2024', seen: 'live', caution: null }],
    });
    expect(reply?.choices.map(({ title }) => title)).toEqual([
      'Walk me through it',
      'How long do we keep a hat?',
    ]);
  });

  test('that touches an open conflict is never answered with one side alone', () => {
    const [reply] = converse('hat how long').replies;
    expect(reply?.blocks).toContainEqual(
      expect.objectContaining({
        kind: 'conflict',
        open: true,
        positions: [expect.anything(), expect.anything()],
      }),
    );
  });

  test('whose fact needs checking carries the caveat, and a superseded source its caution', () => {
    const [reply] = converse('hat how long').replies;
    expect(reply?.blocks[0]).toMatchObject({ kind: 'paragraph', line: { caveat: 'The page was cut off.' } });
    expect(reply?.citations[0]?.caution).toMatch(/replaced by a newer one.*undated copy/);
  });

  test('that no source answers says so, and whom to ask', () => {
    const [reply] = converse('How long do we keep a single glove?').replies;
    expect(reply).toMatchObject({ kind: 'unknown', reason: 'gap', id: 'glove-days' });
    expect(JSON.stringify(reply?.blocks)).toContain('the lost property office');
  });

  test('that belongs elsewhere is told where to go', () => {
    expect(kinds('when is the next train')).toEqual(['unknown out-of-scope']);
    expect(kinds('person on the line')).toEqual(['unknown emergency']);
  });

  test('of which no word is known has no answer', () => {
    expect(kinds('zxqv wvut')).toEqual(['unknown no-match']);
  });

  test('that tells of a situation starts its guide', () => {
    expect(kinds('someone left an umbrella')).toEqual(['question lost-umbrella#where-found']);
    expect(kinds('someone left an umbrella on a train')).toEqual(['question lost-umbrella#how-old']);
  });
});

describe('standing', () => {
  test('content that nobody has signed off says so', () => {
    expect(converse('umbrella how long').replies[0]?.notices).toContain(library.phrases.notices.unreviewed);
  });

  test('content past its review date says so', () => {
    const later = tinyLibrary('2026-07-01');
    const turn: Turn = {
      id: '1',
      conversation: 'c',
      person: 'p',
      channel: 'test',
      text: 'umbrella how long',
      removed: [],
      at: '',
    };
    expect(respond(turn, newSession('c'), later).replies[0]?.notices.join(' ')).toContain('2026-06-01');
  });
});

describe('in a guide', () => {
  test.each([
    ['a button', answered('where-found', 'train')],
    ['its title typed', 'On a train'],
    ['its number', '1'],
    ['another word for it', 'carriage'],
  ])('%s answers the question', (_name, said) => {
    expect(kinds(START, said)).toEqual(['question lost-umbrella#how-old']);
  });

  test('a side question is answered and the question put again', () => {
    expect(kinds(START, 'how long do we keep a hat?')).toEqual([
      'answer hat-days',
      'question lost-umbrella#where-found',
    ]);
  });

  test('an answer and a question in one message are both taken', () => {
    expect(kinds(START, 'it was on a train. how long do we keep a hat?')).toEqual([
      'answer hat-days',
      'question lost-umbrella#how-old',
    ]);
  });

  test('two misunderstandings in a row offer a way out, and one answer later nothing is lost', () => {
    expect(kinds(START, 'zxqv')).toEqual(['notice misunderstood', 'question lost-umbrella#where-found']);
    const { replies } = converse(START, 'zxqv', 'wvut');
    expect(replies[0]?.choices.map(({ title }) => title)).toEqual(['Who to ask', 'Stop here']);
    expect(kinds(START, 'zxqv', 'wvut', '2')).toEqual(['outcome lost-umbrella#keep-it']);
  });

  test('"back", "change", "why", "my answers", "help" and "thanks" keep the place', () => {
    expect(kinds(START, '1', 'back')).toEqual(['question lost-umbrella#where-found']);
    expect(kinds(START, '1', 'why?')).toEqual(['notice why', 'question lost-umbrella#how-old']);
    expect(kinds(START, '1', 'my answers')).toEqual(['notice answers', 'question lost-umbrella#how-old']);
    expect(kinds(START, '1', 'help')).toEqual(['notice help', 'question lost-umbrella#how-old']);
    expect(kinds(START, '1', 'thanks')).toEqual(['notice thanks', 'question lost-umbrella#how-old']);
    expect(kinds(START, '1', 'change')).toEqual(['notice change']);
  });

  test('an earlier answer is corrected in passing, and what falls away is named', () => {
    const { replies } = converse(START, '1', 'sorry, it was on a platform');
    expect(replies[0]).toMatchObject({ kind: 'outcome', id: 'lost-umbrella#keep-it' });
    expect(JSON.stringify(replies[0]?.blocks)).toContain('Changed: On a platform.');
  });

  test('a correction after the outcome re-plans', () => {
    expect(kinds(START, '2', 'actually it was on a train')).toEqual(['question lost-umbrella#how-old']);
  });

  test('an old button changes that answer; the same one again changes nothing', () => {
    expect(kinds(START, answered('where-found', 'train'), answered('where-found', 'platform'))).toEqual([
      'outcome lost-umbrella#keep-it',
    ]);
    expect(kinds(START, answered('where-found', 'train'), answered('where-found', 'train'))).toEqual([
      'question lost-umbrella#how-old',
    ]);
  });

  test('cancel and continue come back to the same place', () => {
    expect(kinds(START, '1', 'cancel', 'continue')).toEqual(['question lost-umbrella#how-old']);
  });

  test('steps that depend on an answer are shown only with it', () => {
    expect(JSON.stringify(converse(START, '2').replies[0]?.blocks)).not.toContain('train office');
    expect(JSON.stringify(converse(START, '1', 'no').replies[0]?.blocks)).toContain('train office');
  });

  test('a button of which the target is gone is explained, not an error', () => {
    expect(
      kinds(START, { kind: 'answer', tree: 'lost-umbrella', question: 'where-found', option: 'bus' }),
    ).toEqual(['notice misunderstood', 'question lost-umbrella#where-found']);
    expect(kinds({ kind: 'entry', entry: 'nothing' })).toEqual(['notice misunderstood']);
  });
});

describe('another guide in the middle of one', () => {
  const HAT: Pressed = { kind: 'guide', tree: 'lost-hat' };

  test('is started, and the first is offered back at its end, where it was left', () => {
    const { replies } = converse(START, '1', HAT, 'no');
    expect(replies[0]).toMatchObject({ kind: 'outcome', id: 'lost-hat#to-depot' });
    expect(replies[0]?.choices[0]?.title).toBe('Back to: A lost umbrella');
    expect(kinds(START, '1', HAT, 'no', '1')).toEqual(['question lost-umbrella#how-old']);
  });

  test('found by a question is offered, not started, and the open question is put again', () => {
    expect(kinds(START, 'what do i do if someone left a hat?')).toEqual([
      'offer',
      'question lost-umbrella#where-found',
    ]);
  });
});

describe('what is known of the practice', () => {
  const HAT: Pressed = { kind: 'guide', tree: 'lost-hat' };
  const turn = (pressed: Pressed): Turn => ({
    id: '1',
    conversation: 'c',
    person: 'p',
    channel: 'test',
    text: '',
    pressed,
    removed: [],
    at: '',
  });

  test('is remembered only when the person asks for it', () => {
    const { replies, session } = converse(HAT, 'yes');
    const offered = replies[0]?.choices.find(({ value }) => value.kind === 'remember');
    expect(offered?.title).toBe('Remember for next time: the station has an office');
    const response = respond(turn(offered?.value ?? HAT), session, library);
    expect(response.profile).toEqual({ 'has-office': 'yes' });
  });

  test('skips its question, and the skipping is said', () => {
    const { replies } = respond(turn(HAT), newSession('c'), library, { 'has-office': 'yes' });
    expect(replies[0]).toMatchObject({ kind: 'outcome', id: 'lost-hat#to-office' });
    expect(replies[0]).toMatchObject({ told: ['the station has an office'] });
    expect(JSON.stringify(replies[0]?.blocks)).toContain('known already');
  });

  test('can be asked for and forgotten', () => {
    const ask = { ...turn(HAT), pressed: undefined, text: 'what do you know about us?' };
    expect(JSON.stringify(respond(ask, newSession('c'), library, { 'has-office': 'yes' }).replies)).toContain(
      'the station has an office',
    );
    expect(
      respond({ ...ask, text: 'forget us' }, newSession('c'), library, { 'has-office': 'yes' }).profile,
    ).toEqual({});
  });

  test('is never an answer about anything but the practice', () => {
    const button: Pressed = {
      kind: 'remember',
      tree: 'lost-umbrella',
      question: 'where-found',
      option: 'train',
    };
    expect(respond(turn(button), newSession('c'), library).profile).toBeUndefined();
  });
});

describe('manners', () => {
  test('the welcome says what it can and cannot do', () => {
    expect(kinds({ joined: true })).toEqual(['notice welcome']);
  });

  test.each(['hi', 'HELLO!', 'good morning', 'hiya'])('"%s" is greeted', (said) => {
    expect(kinds(said)).toEqual(['notice greeting']);
  });

  test.each(['help', 'Help!', 'hlep', 'what can you do?', '?'])('"%s" is helped', (said) => {
    expect(kinds(said)).toEqual(['notice help']);
  });

  test('a message that is too long is refused kindly', () => {
    const { replies } = converse('a'.repeat(1001));
    expect(replies[0]).toMatchObject({ kind: 'notice', about: 'too-long' });
    expect(JSON.stringify(replies[0])).toContain('1001');
  });

  test('what was left out of a message is said first', () => {
    expect(converse({ text: 'umbrella how long', removed: ['NHS number'] }).replies[0]?.notices[0]).toMatch(
      /NHS number/,
    );
  });
});

describe('whatever is said', () => {
  const anything = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '1',
      '2',
      'back',
      'change',
      'yes',
      'train',
      'start over',
      'cancel',
      'continue',
      'why',
      'hat how long?',
      '__proto__',
      'constructor',
    ),
  );

  test('there is a reply, it names the release, and the session can be stored', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 8 }), (said) => {
        const { replies, session } = converse(START, ...said);
        expect(replies.length).toBeGreaterThan(0);
        expect(replies.every(({ release }) => release === 'test')).toBe(true);
        expect(JSON.parse(JSON.stringify(session))).toEqual(session);
      }),
      { numRuns: 300 },
    );
  });

  test('the same turn on the same session gives the same response', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 4 }), (said) => {
        expect(converse(START, ...said)).toEqual(converse(START, ...said));
      }),
    );
  });
});

describe('the link of an outcome', () => {
  const outcomeOf = (from: typeof library): Reply | undefined => {
    let session = newSession('c');
    let replies: readonly Reply[] = [];
    for (const pressed of [START, answered('where-found', 'train'), answered('how-old', 'yes')])
      ({ replies, session } = respond(
        { id: '1', conversation: 'c', person: 'p', channel: 'test', text: '', removed: [], at: '', pressed },
        session,
        from,
      ));
    return replies[0];
  };

  test('reopens it with its answers', () => {
    expect(outcomeOf({ ...library, publicUrl: 'https://desk.example' })).toMatchObject({
      link: 'https://desk.example/guides/lost-umbrella?where-found=train&how-old=yes',
    });
  });

  test('is left out where there are no pages', () => {
    expect(outcomeOf(library)).toMatchObject({ link: null });
  });
});
