import { feedbackReport } from '../../src/render/feedback-report';
import type { Feedback } from '../../src/conversation/feedback';

let count = 0;
const said = (answer: string, verdict: Feedback['verdict'], comment = '', day = 20): Feedback => ({
  by: `p${(count += 1)}`,
  answer,
  verdict,
  comment,
  release: 'r1',
  channel: 'directline',
  at: `2026-11-${day}T09:00:00.000Z`,
});
const titles: Readonly<Record<string, string>> = { 'who-pays': 'Who pays?' };
const report = (...all: Feedback[]) => feedbackReport(all, (answer) => titles[answer]);

test('answers stand in order of complaints, each with its counts and its comments, the newest first', () => {
  const text = report(
    said('liked', 'helpful'),
    said('liked', 'helpful', 'Thanks.'),
    said('who-pays', 'old', 'The form moved.', 18),
    said('who-pays', 'wrong', 'Not since May.', 19),
    said('who-pays', 'helpful'),
    said('way#by-bus', 'unclear'),
  );
  expect(text).toBe(`Feedback: 6 on 3 answers, worst first.

who-pays: Who pays?
  2 of 3 not content: 1 wrong, 1 old, 1 helpful
  2026-11-19 wrong: "Not since May." (r1)
  2026-11-18 old: "The form moved." (r1)

way#by-bus
  1 of 1 not content: 1 unclear

liked
  0 of 2 not content: 2 helpful
  2026-11-20 helpful: "Thanks." (r1)`);
});

test('of two with as many complaints the one with fewer contented people is worse', () => {
  const lines = report(said('mixed', 'wrong'), said('mixed', 'helpful'), said('bad', 'wrong')).split('\n');
  expect(lines.indexOf('bad')).toBeLessThan(lines.indexOf('mixed'));
});

test('no feedback is said in words', () => {
  expect(report()).toBe('There is no feedback.');
});
