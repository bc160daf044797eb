import { parseArgs } from 'node:util';
import { pathFigures, pathLine, paths, totalFigures } from '../dialogs';
import type { PathFigures, Tree } from '../dialogs';
import { readRelease } from '../release';

/**
 * `npm run paths`: how many ways lead through each guide, how many questions the longest asks and how many outcomes it has, and in total.
 * `-- --tree ID` lists every way through one guide: the answers and the outcome.
 */
const { values } = parseArgs({ options: { tree: { type: 'string' } } });
const { library, problems } = readRelease('.', new Date().toISOString().slice(0, 10));
if (library === undefined) {
  console.error(`The content has ${problems.length} problems; npm run check:content prints them.`);
  process.exitCode = 1;
} else if (values.tree === undefined) {
  console.log(table([...library.trees.values()]).join('\n'));
} else {
  const tree = library.trees.get(values.tree);
  if (tree === undefined) {
    console.error(`There is no guide "${values.tree}". There are: ${[...library.trees.keys()].join(', ')}.`);
    process.exitCode = 1;
  } else {
    const all = paths(tree);
    console.log(all.map((path, i) => `${i + 1}. ${pathLine(path)}`).join('\n'));
    console.log(`${all.length} paths through "${tree.title}"`);
  }
}

function table(trees: readonly Tree[]): string[] {
  const rows = trees.map((tree): [string, PathFigures] => [tree.id, pathFigures(tree)]);
  const total: [string, PathFigures] = [`${trees.length} guides`, totalFigures(rows.map(([, each]) => each))];
  const wide = Math.max(...[...rows, total].map(([name]) => name.length));
  const line = (name: string, ...cells: (string | number)[]): string =>
    name.padEnd(wide) + cells.map((cell) => String(cell).padStart(10)).join('');
  return [
    line('guide', 'paths', 'longest', 'outcomes'),
    ...[...rows, total].map(([name, each]) => line(name, each.paths, each.longest, each.outcomes)),
  ];
}
