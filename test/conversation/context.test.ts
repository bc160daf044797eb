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
