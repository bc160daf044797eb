import { atCut, curveOfCuts, cutByRule } from '../../src/evaluation/cuts';
import { outcome } from './outcome';

const sure = Array.from({ length: 98 }, (_, i) => outcome(`sure ${i}`, 'right', { confidence: 0.8 }));
const slips = [0.8, 0.8, 0.5].map((confidence, i) => outcome(`slip ${i}`, 'wrong', { confidence }));
const outcomes = [...sure, ...slips, { ...outcome('elsewhere', 'right'), best: undefined }];

test('at a cut, what is at least so sure is answered, and what belongs elsewhere never is', () => {
  expect(atCut(outcomes, 0.8)).toEqual({ cut: 0.8, answered: 100, right: 98, wrong: 2 });
  expect(atCut(outcomes, 0.81)).toEqual({ cut: 0.81, answered: 0, right: 0, wrong: 0 });
});

test('an offer that would be answered rightly at a lower cut counts as right there', () => {
  expect(atCut([outcome('offer', 'offered', { rank: 0, confidence: 0.4 })], 0.3).right).toBe(1);
});

test('the curve has the chosen cut in its place', () => {
  const cuts = curveOfCuts(outcomes, [0.73]).map(({ cut }) => cut);
  expect(cuts).toHaveLength(21);
  expect(cuts.slice(14, 17)).toEqual([0.7, 0.73, 0.75]);
});

test('the rule gives the lowest cut at which two of a hundred answers are wrong', () => {
  expect(cutByRule(outcomes)).toBe(0.51);
  expect(cutByRule(slips)).toBe(1);
});
