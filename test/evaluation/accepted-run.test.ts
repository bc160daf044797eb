import {
  acceptedRun,
  printAccepted,
  printDifference,
  readAccepted,
  regressions,
} from '../../src/evaluation/accepted';
import type { Outcome } from '../../src/evaluation/evaluate';
import { outcome } from './outcome';

const about = { date: '2026-11-20', release: '2026-11-20-1a2b3c4d', reason: 'The first: "all" of it' };
const right = (text: string): Outcome => outcome(text, 'right');
const wrong = (text: string): Outcome => outcome(text, 'wrong');
const hundred = Array.from({ length: 100 }, (_, i) => right(`locked ${i}`));
const development = [right('a'), wrong('what: "b" # of course?')];
const locked = [...hundred.slice(1), wrong('secret words')];
const both = (outcomes: Outcome[]) => ({ clean: outcomes, noisy: outcomes });
const accepted = acceptedRun(about, { development: both(development), locked: both(locked) });

describe('the accepted run', () => {
  test('can be read as it was written', () => {
    expect(readAccepted(printAccepted(accepted))).toEqual(accepted);
  });

  test('can be read when nothing is wrong', () => {
    const well = acceptedRun(about, { development: both([right('a')]), locked: both(hundred) });
    expect(readAccepted(printAccepted(well))).toEqual(well);
  });

  test('shows no question of the locked half', () => {
    expect(printAccepted(accepted)).toContain('what: \\"b\\" # of course?');
    expect(printAccepted(accepted)).not.toContain('secret');
    expect(accepted.wrong.locked).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/)]);
  });

  test('is refused with the place of its mistake', () => {
    const text = printAccepted(accepted).replace('success1: 0.99', 'success1: 99');
    expect(() => readAccepted(text)).toThrow(/accepted\.yaml:\d+:\d+/);
  });
});

describe('a later run', () => {
  test('passes when nothing changed', () => {
    expect(regressions(accepted, { development, locked })).toEqual([]);
  });

  test('passes when success@1 on the locked half falls by one point', () => {
    const less = locked.map((each, i) => (i === 0 ? outcome('locked 1', 'refused') : each));
    expect(regressions(accepted, { development, locked: less })).toEqual([]);
  });

  test('fails when it falls by more', () => {
    const less = locked.map((each, i) => (i < 2 ? outcome(each.question.text, 'refused') : each));
    const messages = regressions(accepted, { development, locked: less });
    expect(messages).toHaveLength(2);
    expect(messages[0]).toMatch(/^success@1 on the locked questions fell from 99\.0% to 97\.0%/);
    expect(messages[1]).toContain('npm run evaluate -- --accept');
  });

  test('fails when a question is answered wrongly that was not accepted, and names it', () => {
    const messages = regressions(accepted, { development: [wrong('a'), ...development.slice(1)], locked });
    expect(messages.slice(0, -1)).toEqual([
      expect.stringMatching(/^"a" is now answered wrongly, with some-entry/),
    ]);
  });

  test('fails when a locked one is, and does not name it', () => {
    const worse = [...locked, outcome('another secret', 'wrong', { rank: 0 })];
    const messages = regressions(accepted, { development, locked: worse });
    expect(messages.slice(0, -1)).toEqual([
      expect.stringMatching(/^1 more of the locked questions is now answered wrongly/),
    ]);
    expect(messages[0]).not.toContain('secret');
  });

  test('is told apart from the accepted one in one line', () => {
    const { clean } = accepted.development;
    expect(printDifference(clean, { ...clean, success1: clean.success1 + 0.012, wrong: 0 })).toBe(
      'success@1 +1.2 points  MRR@10 +0.000  nDCG@10 +0.000  right 0  wrong -1  offered 0  missed 0  refused 0',
    );
  });
});
