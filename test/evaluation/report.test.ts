import { figures, measure } from '../../src/evaluation/figures';
import { besideNoisy, cutTable, report } from '../../src/evaluation/report';
import { outcome } from './outcome';

const outcomes = [
  outcome('a', 'right', { style: 'plain' }),
  outcome('b', 'wrong', { style: 'plain' }),
  outcome('c', 'offered', { style: 'terse', rank: 1 }),
  outcome('d', 'missed', { style: 'terse', rank: -1 }),
  outcome('e', 'right', { gap: true }),
  outcome('f', 'right', { class: 'clinical', rank: -1 }),
  outcome('g', 'wrong', { class: 'clinical', rank: -1 }),
];
const byStyle = { style: ({ style }: { style?: string | undefined }) => style ?? '?' };

test('shares are of what is in scope; answers are counted over everything', () => {
  expect(measure(outcomes)).toEqual({
    questions: 7,
    success1: 0.25,
    mrr10: 0.4375,
    ndcg10: 0.625,
    right: 2,
    wrong: 2,
    offered: 1,
    missed: 1,
    refused: 1,
  });
  expect(figures([]).success1).toBe(0);
});

test('the report has in scope, gaps and out of scope apart, and a line for each group', () => {
  const lines = report(outcomes, byStyle).split('\n');
  expect(lines.map((line) => line.slice(0, 30).trimEnd())).toEqual([
    'in scope                    4',
    'gaps                        1',
    'out of scope                2',
    '',
    'by style',
    '  plain                     2',
    '  terse                     2',
  ]);
  expect(lines[0]).toContain('success@1  25.0%');
  expect(lines[0]).toContain('answered 2 (right 1, wrong 1)  offered 2 (with the right one 1)  refused 0');
  expect(lines[2]).toContain('refused 1  offered 0  answered wrongly 1');
});

test('mistyped questions stand beside the clean ones', () => {
  const noisy = outcomes.map((each) => (each.question.style === 'plain' ? { ...each, rank: 5 } : each));
  expect(besideNoisy(outcomes, noisy, byStyle).split('\n').slice(1)).toEqual([
    'in scope                  25.0%    0.0%  -25.0',
    '  plain                   50.0%    0.0%  -50.0',
    '  terse                    0.0%    0.0%  +0.0',
  ]);
});

test('the chosen cut is marked', () => {
  const curve = [0.7, 0.75].map((cut) => ({ cut, answered: 40, right: 39, wrong: 1 }));
  const table = cutTable(curve, 0.75, 0.7);
  expect(table.split('\n').filter((line) => line.includes('chosen'))).toEqual([
    '    0.75        40        39         1       2.5  ← chosen',
  ]);
  expect(table).toContain('By rule (at most 2 wrong in 100 answered): 0.70');
});
