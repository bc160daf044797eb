import { pathFigures, pathLine, paths, totalFigures } from '../../src/dialogs';
import { tinyTree } from './tiny-tree';

const tree = tinyTree();

test('a tree is as large as its ways through, its longest way and its outcomes', () => {
  expect(pathFigures(tree)).toEqual({ paths: 5, longest: 2, outcomes: 3 });
});

test('several trees together: sums, and the longest of all', () => {
  const small = { paths: 1, longest: 7, outcomes: 1 };
  expect(totalFigures([pathFigures(tree), small])).toEqual({ paths: 6, longest: 7, outcomes: 4 });
  expect(totalFigures([])).toEqual({ paths: 0, longest: 0, outcomes: 0 });
});

test('a way through is told in a line: the answers in their order, then the outcome', () => {
  expect(paths(tree).map(pathLine)).toEqual([
    'where-found: train, how-old: yes → depot',
    'where-found: train, how-old: no → keep-it',
    'where-found: train, how-old: not-sure → keep-it',
    'where-found: platform → keep-it',
    'where-found: not-sure → ask-finder',
  ]);
});
