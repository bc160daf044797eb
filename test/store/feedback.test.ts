import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Feedback, FeedbackBook } from '../../src/conversation/feedback';
import { memoryFeedback, openDatabase, sqlFeedback } from '../../src/store';

const said = (by: string, change: Partial<Feedback> = {}): Feedback => ({
  by,
  answer: 'records-of-the-dead',
  verdict: 'wrong',
  comment: 'it’s "ten" years, ü',
  release: 'r1',
  channel: 'directline',
  at: '2026-11-20T09:00:00.000Z',
  ...change,
});

function feedbackContract(open: () => FeedbackBook): void {
  test('what was said is there as it was said, oldest first', async () => {
    const book = open();
    const [late, early] = [said('a'), said('b', { at: '2026-11-19T09:00:00.000Z' })];
    await book.keep(late);
    await book.keep(early);
    expect(await book.all()).toEqual([early, late]);
  });

  test('of what one person says of one answer the last counts', async () => {
    const book = open();
    await book.keep(said('a'));
    const last = said('a', { verdict: 'helpful', comment: '', at: '2026-11-20T10:00:00.000Z' });
    await book.keep(last);
    expect(await book.all()).toEqual([last]);
  });

  test('what is old is forgotten', async () => {
    const book = open();
    await book.keep(said('old', { at: '2026-01-01T00:00:00.000Z' }));
    await book.keep(said('new'));
    await book.forget('2026-03-01T00:00:00.000Z');
    expect((await book.all()).map(({ by }) => by)).toEqual(['new']);
  });
}

describe('feedback in memory', () => {
  feedbackContract(memoryFeedback);
});

describe('feedback in the embedded database', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'feedback-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const open = () => sqlFeedback(openDatabase(join(folder, 'desk.db')).database);
  feedbackContract(open);

  test('it is there again after a restart', async () => {
    await open().keep(said('a'));
    expect(await open().all()).toEqual([said('a')]);
  });
});
