import { feedbackOn, isFeedback, readFeedback } from '../../src/bot/feedback';
import { removeIdentifiers } from '../../src/privacy';

const event = (value: unknown) => ({ type: 'event', name: 'feedback', value });
const invoke = (value: unknown, replyToId: string | null = 'r1') => ({
  type: 'invoke',
  name: 'message/submitAction',
  value,
  replyToId,
});
const read = (activity: Parameters<typeof readFeedback>[0]) => readFeedback(activity, removeIdentifiers);
const commentOf = (comment: string) => read(event({ replyId: 'r1', verdict: 'wrong', comment }))?.comment;
const thumb = (reaction: string, feedback?: unknown) =>
  invoke({ actionName: 'feedback', actionValue: { reaction, feedback } });

test('feedback is known by type and name', () => {
  expect(isFeedback(event({}))).toBe(true);
  expect(isFeedback(invoke({}))).toBe(true);
  for (const other of [
    { type: 'event', name: 'opened' },
    { type: 'invoke', name: 'adaptiveCard/action' },
    { type: 'message', name: 'feedback' },
    { type: 'event' },
  ])
    expect(isFeedback(other)).toBe(false);
});

test.each(['helpful', 'wrong', 'old', 'unclear', 'not-my-area', 'unhelpful'] as const)(
  'our page may say that an answer is %s',
  (verdict) => {
    expect(read(event({ replyId: 'r1', verdict, comment: ' It moved. ' }))).toEqual({
      replyId: 'r1',
      verdict,
      comment: 'It moved.',
    });
  },
);

test('a thumb of Teams or Web Chat counts as helpful or not, with the comment in either shape', () => {
  expect(read(thumb('like'))).toEqual({ replyId: 'r1', verdict: 'helpful', comment: '' });
  for (const feedback of ['{"feedbackText":"It moved."}', { feedbackText: 'It moved.' }, 'It moved.'])
    expect(read(thumb('dislike', feedback))).toEqual({
      replyId: 'r1',
      verdict: 'unhelpful',
      comment: 'It moved.',
    });
});

test('what Web Chat sends back names the message in the action that was taken', () => {
  const took = (...entities: unknown[]) =>
    read({ type: 'event', name: 'webchat:activity-status/feedback', entities });
  const like = { '@type': 'LikeAction', '@id': 'c1|a1#LikeAction', actionStatus: 'CompletedActionStatus' };
  expect(took(like)).toEqual({ replyId: 'c1|a1', verdict: 'helpful', comment: '' });
  expect(took({ type: 'other' }, { '@type': 'DislikeAction', '@id': 'c1|a1#DislikeAction' })).toEqual({
    replyId: 'c1|a1',
    verdict: 'unhelpful',
    comment: '',
  });
  expect(took()).toBeUndefined();
  expect(took({ '@type': 'LikeAction' })).toBeUndefined();
  expect(took({ ...like, '@type': 'VoteAction' })).toBeUndefined();
});

test.each([
  event(undefined),
  event('helpful'),
  event({ replyId: 'r1', verdict: 'great' }),
  event({ verdict: 'helpful' }),
  event({ replyId: '', verdict: 'helpful' }),
  event({ replyId: 'x'.repeat(501), verdict: 'helpful' }),
  event({ replyId: 'r1', verdict: 'helpful', comment: 5 }),
  thumb('love'),
  invoke({ actionName: 'other', actionValue: { reaction: 'like' } }),
  invoke({ actionName: 'feedback', actionValue: { reaction: 'like' } }, null),
])('%j says nothing', (activity) => {
  expect(read(activity)).toBeUndefined();
});

test('identifiers are taken out of a comment, however they are hidden', () => {
  for (const comment of [
    'it was 943 476 5919',
    'it was 943\n476\t5919',
    'it was 943\u0000476\u00005919',
    'it was 9434\u200b76\u200b5919',
    `${'x'.repeat(290)} 9434765919`,
    `${'word '.repeat(397)}943 476 5919`,
  ])
    expect(commentOf(comment)).not.toMatch(/943|476|5919/);
  expect(commentOf('ask 943 476 5919')).toMatch(/^ask \[?.*NHS/i);
});

test('a comment is one line of up to 300 characters that a terminal can show', () => {
  expect(commentOf('a\u001b[31mb\r\n\u202ec\u0007')).toBe('a [31mb c');
  expect(Array.from(commentOf('🙂'.repeat(2000)) ?? '')).toHaveLength(300);
  expect(commentOf('y'.repeat(100_000))).toHaveLength(300);
});

describe('what is kept', () => {
  const at = new Date('2026-11-20T09:00:00Z');
  const judged = { replyId: 'c1|a1', verdict: 'old', comment: 'It moved.' } as const;
  const reply = { id: 'records-of-the-dead', kind: 'answer', release: 'r1' };
  const from = (person: string) => ({ channel: 'directline', person, at });

  test('names the answer and its release, and neither person nor conversation', () => {
    const kept = feedbackOn(reply, judged, from('dl_jo'));
    expect(kept).toMatchObject({
      answer: 'records-of-the-dead',
      verdict: 'old',
      comment: 'It moved.',
      release: 'r1',
      channel: 'directline',
      at: '2026-11-20T09:00:00.000Z',
    });
    expect(JSON.stringify(kept)).not.toMatch(/jo|c1/);
  });

  test('the same person on the same answer is the same, wherever it was shown; all else is not', () => {
    const { by } = feedbackOn(reply, judged, from('dl_jo'));
    expect(feedbackOn(reply, { ...judged, replyId: 'c1|a2' }, from('dl_jo')).by).toBe(by);
    expect(feedbackOn(reply, judged, from('dl_mo')).by).not.toBe(by);
    expect(feedbackOn({ ...reply, id: 'other' }, judged, from('dl_jo')).by).not.toBe(by);
  });

  test('a reply without an id is told by its kind, and each of them is judged for itself', () => {
    const unknown = { id: null, kind: 'unknown', release: 'r1' };
    const [one, two] = ['a1', 'a2'].map((replyId) =>
      feedbackOn(unknown, { ...judged, replyId }, from('dl_jo')),
    );
    expect(one?.answer).toBe('unknown');
    expect(one?.by).not.toBe(two?.by);
  });
});
