import { readYaml } from '../../src/content';
import { paths } from '../../src/dialogs';
import { TreeFile } from '../../src/dialogs/schema';
import { mutants } from './mutants';
import { TINY, tinyTree } from './tiny-tree';

const reading = readYaml('tiny.yaml', TINY, TreeFile);
if (!reading.ok) throw new Error('The tiny tree cannot be read.');
const file = reading.authored.value;
const all = mutants(file, tinyTree());
const made = (kind: string): string[] => all.filter((each) => each.kind === kind).map(({ what }) => what);

test('every option, every pair with different targets, the facts of every line and every outcome are altered once', () => {
  expect(made('an option left out')).toHaveLength(6);
  expect(made('two targets swapped')).toEqual([
    'where-found: "train" with "platform"',
    'where-found: "train" with "not-sure"',
    'where-found: "platform" with "not-sure"',
    'how-old: "yes" with "no"',
    'how-old: "yes" with "not-sure"',
  ]);
  expect(made('facts left out')).toEqual([
    'outcomes.0.short.0',
    'outcomes.1.steps.0',
    'outcomes.1.steps.1',
    'outcomes.2.short.0',
  ]);
  expect(made('an outcome left out')).toEqual(['depot', 'keep-it', 'ask-finder']);
});

test('no two are alike, and none is like what it was made from', () => {
  const written = [file, ...all.map((each) => each.file)].map((each) => JSON.stringify(each));
  expect(new Set(written).size).toBe(written.length);
});

test('a guide made without reading its file leads elsewhere than the one it was made from', () => {
  const ways = JSON.stringify(paths(tinyTree()));
  const changed = all.flatMap(({ tree }) => (tree === undefined ? [] : [JSON.stringify(paths(tree))]));
  expect(changed).toHaveLength(11);
  expect(changed).not.toContain(ways);
});
