import { contradictions } from './contradictions';
import { realRelease } from './real-release';
import { TREE_RULES } from './tree-rules';

const { trees, knowledge } = realRelease();

test.each(Object.entries(TREE_RULES))('%s', (_name, rule) => {
  const found = [...trees.values()].flatMap((tree) =>
    rule(tree, knowledge).map((each) => `${tree.id}: ${each}`),
  );
  expect(found).toEqual([]);
});

test('no guide orders what another forbids in the same case', () => {
  expect(contradictions(trees.values())).toEqual([]);
});
