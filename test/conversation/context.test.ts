import { newSession, respond } from '../../src/conversation';
import type { Library, Pressed, Reply } from '../../src/conversation';
import { realRelease } from '../dialogs/real-release';
import { tinyLibrary } from './tiny-library';

function last(library: Library, ...said: readonly (string | Pressed)[]): readonly Reply[] {
  let session = newSession('c');
  let replies: readonly Reply[] = [];
  for (const each of said) {
    const common = { id: '1', conversation: 'c', person: 'p', channel: 'test', removed: [], at: '' };
    const turn =
      typeof each === 'string' ? { ...common, text: each } : { ...common, text: '', pressed: each };
    ({ replies, session } = respond(turn, session, library));
  }
  return replies;
}
const shown = (replies: readonly Reply[]): string[] =>
  replies.map((reply) => ('id' in reply ? `${reply.kind} ${reply.id ?? ''}` : reply.kind));

describe('what the conversation is about', () => {
  const tiny = tinyLibrary();

  test('a mistyped word is shown as it was read', () => {
    const [reply] = last(tiny, 'how long do we keep an umbrela');
    expect(reply?.notices[0]).toBe('Showing answers for: umbrella.');
  });

  test('"walk me through it" starts the guide of what was shown', () => {
    expect(shown(last(tiny, 'how long do we keep an umbrella', 'walk me through it'))).toEqual([
      'question lost-umbrella#where-found',
    ]);
  });

  test('"walk me through it" with nothing shown asks for the situation', () => {
    expect(last(tiny, 'walk me through it')[0]?.blocks).toEqual([
      {
        kind: 'paragraph',
        line: { text: expect.stringContaining('Tell me the situation') as string, cites: [] },
      },
    ]);
  });

  test('"say that again" puts the question or the outcome again', () => {
    const start: Pressed = { kind: 'guide', tree: 'lost-umbrella' };
    expect(shown(last(tiny, start, 'say that again'))).toEqual(['question lost-umbrella#where-found']);
    expect(shown(last(tiny, start, 'platform', 'say that again'))).toEqual(['outcome lost-umbrella#keep-it']);
  });
});

describe('after a real answer', () => {
  const library = realRelease();

  test.each([
    [['who pays for scanning our lloyd george notes?', 'and who pays for it if we do it ourselves?']],
  ])('%j', (said) => {
    const replies = last(library, ...said);
    expect(replies[0]?.kind).toMatch(/answer|offer/);
  });

  test('a follow-up is read together with it, and that is said', () => {
    const [reply] = last(library, "how long do we keep a patient's gp record?", 'and if they died?');
    expect(reply?.notices.join() ?? '').toMatch(/read that together/);
  });

  test('what stands by itself is not', () => {
    const [reply] = last(library, 'what is a digitisation letter', 'what is an S-flag?');
    expect(reply?.notices.join() ?? '').not.toMatch(/read that together/);
  });
});

describe('in a real guide', () => {
  const library = realRelease();

  test('an answer for another situation is not given as if it were for this one', () => {
    const [reply] = last(
      library,
      'patient died, paper notes',
      'yes they were with us',
      'should we print the computer record as well?',
    );
    expect(`${reply?.kind ?? ''} ${reply?.title ?? ''}`).not.toMatch(/answer .*nation/);
  });
});

describe('what is typed to a list', () => {
  const tiny = tinyLibrary();
  const words = (...said: readonly (string | Pressed)[]): string => JSON.stringify(last(tiny, ...said));
  const start: Pressed = { kind: 'guide', tree: 'lost-umbrella' };

  test('a number that no choice has is told', () => {
    expect(words(start, '9')).toContain('Choose from 1 to 3');
  });

  test('"none of those" asks for other words', () => {
    expect(words('how long do we keep an umbrella', 'none of those')).toContain('put it in other words');
  });

  test('a bare yes where nothing was asked is not searched for', () => {
    expect(words('how long do we keep an umbrella', 'no')).toContain('as a choice');
  });

  test('a statement in a guide is not answered as if it had been asked', () => {
    const kinds = last(tiny, start, 'umbrella for how long then period').map(({ kind }) => kind);
    expect(kinds).toEqual(['notice', 'question']);
  });

  test('another matter leaves the guide and offers it back', () => {
    expect(shown(last(tiny, start, 'different thing - someone left a hat'))).toEqual([
      'question lost-hat#has-office',
    ]);
    expect(words(start, 'different thing - someone left a hat', 'yes')).toContain('A lost umbrella');
  });

  test('a question beside an answer is answered, whatever joins the two', () => {
    expect(shown(last(tiny, start, 'on a train, how long do we keep an umbrella'))).toEqual([
      'answer umbrella-days',
      'question lost-umbrella#how-old',
    ]);
  });

  test('"what if" changes an earlier answer and says so', () => {
    const replies = last(tiny, start, 'platform', 'what if it was on a train');
    expect(shown(replies)).toEqual(['question lost-umbrella#how-old']);
    expect(JSON.stringify(replies)).toContain('Changed:');
  });
});
