import { loadTrees } from '../../src/dialogs';
import { TINY } from './tiny-tree';

const load = (wordings: string, places = 'stations:\n  - clapham\n') =>
  loadTrees(
    new Map([
      ['dialogs/lost-umbrella.yaml', TINY],
      ['dialogs/wordings/_places.yaml', places],
      ['dialogs/wordings/lost-umbrella.yaml', wordings],
    ]),
  );
const says = (wordings: string): readonly string[] | undefined =>
  load(wordings).trees.get('lost-umbrella')?.questions.get('where-found')?.options[0]?.says;

describe('the wordings beside a guide', () => {
  test('add ways of saying its answers, and lists by name', () => {
    expect(says('answers: { where-found: { train: [on board, { list: stations }] } }')).toEqual([
      'train',
      'carriage',
      'on board',
      'clapham',
    ]);
  });

  test('add openings', () => {
    const { trees } = load('starts: [brolly on the seat]');
    expect(trees.get('lost-umbrella')?.starts).toContain('brolly on the seat');
  });

  test.each([
    ['answers: { where-fond: { train: [x] } }', 'There is no question "where-fond".', 1],
    ['answers:\n  where-found:\n    trian: [x]', 'There is no option "trian".', 3],
    ['answers:\n  where-found:\n    train:\n      - list: statons', 'There is no list "statons".', 4],
    [
      'answers:\n  where-found:\n    train: [x]\n    platform: [x]',
      '"x" is also a way of saying "train".',
      4,
    ],
  ])('%j is told where it is wrong', (wordings, message, line) => {
    expect(load(wordings).problems).toEqual([
      expect.objectContaining({
        file: 'dialogs/wordings/lost-umbrella.yaml',
        message,
        line,
        severity: 'error',
      }),
    ]);
  });
});
