import { join } from 'node:path';
import { newSession } from '../../src/conversation';
import type { Feedback } from '../../src/conversation/feedback';
import { openDatabase, openSound, sqlFeedback, sqlStore } from '../../src/store';
import { exchangeOf } from '../store/sessions';
import { BuiltServer } from './built-server';
import { Visitor } from './visitor';

/** The whole program as an operator runs it. */

const day = 24 * 60 * 60 * 1000;
const daysAgo = (days: number) => new Date(Date.now() - days * day).toISOString();
const said = (by: string, days: number): Feedback => ({
  by,
  answer: 'patient-has-left',
  verdict: 'old',
  comment: `said ${days} days ago`,
  release: 'r1',
  channel: 'directline',
  at: daysAgo(days),
});

test('it forgets what is older than RETENTION_DAYS, and feedback can be read beside it', async () => {
  const server = new BuiltServer({ RETENTION_DAYS: '30' });
  const path = join(server.dataDir, 'records-desk.db');
  try {
    const before = openDatabase(path).database;
    for (const [id, days] of [
      ['old', 31],
      ['new', 29],
    ] as const) {
      await sqlStore(before).save(newSession(id), { ...exchangeOf(id, 't'), at: daysAgo(days) });
      await sqlFeedback(before).keep(said(id, days));
    }
    await sqlStore(before).close();

    await server.start();
    const visitor = new Visitor(() => server.url);
    await visitor.arrive();
    const [reply] = await visitor.say({ value: { kind: 'guide', tree: 'patient-has-left' } });
    const value = { replyId: reply?.id, verdict: 'wrong', comment: 'It was 943 476 5919, not this.' };
    await visitor.say({ type: 'event', name: 'feedback', value });

    const printed = server.command('feedback');
    expect(printed).toContain('2 on 2 answers');
    expect(printed).toContain('patient-has-left: A patient has left');
    expect(printed).toContain('said 29 days ago');
    expect(printed).toMatch(/wrong: "It was .*, not this\."/);
    expect(printed).not.toMatch(/31 days ago|943.?476|476.?5919/);

    const after = openSound(path);
    expect(await sqlStore(after).exchange('old', 't')).toBeUndefined();
    expect(await sqlStore(after).exchange('new', 't')).toBeDefined();
    after.close();
  } finally {
    await server.remove();
  }
}, 120_000);
