import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { guideTable } from '../channels/guides/guide-table';
import { drawMermaid, drawSvg } from '../dialogs';
import { readRelease } from '../release';
import { escapeHtml } from '../render';

/**
 * `npm run draw`: writes of every guide a drawing (`.svg`), the same for Mermaid (`.mmd`) and the table for approval (`.html`) to
 * data/drawings, or to the folder named with `-- --out FOLDER`.
 */
const { values } = parseArgs({ options: { out: { type: 'string', default: join('data', 'drawings') } } });
const { library, problems } = readRelease('.', new Date().toISOString().slice(0, 10));
if (library === undefined) {
  console.error(`The content has ${problems.length} problems; npm run check:content prints them.`);
  process.exitCode = 1;
} else {
  mkdirSync(values.out, { recursive: true });
  for (const tree of library.trees.values()) {
    const write = (ending: string, text: string): void =>
      writeFileSync(join(values.out, `${tree.id}.${ending}`), text);
    write('svg', drawSvg(tree));
    write('mmd', drawMermaid(tree));
    write('html', page(tree.title, guideTable(library, tree)));
  }
  console.log(`${library.trees.size} guides drawn in ${values.out}`);
}

/** A page that stands alone, for printing. Links into the server lead nowhere from a file, so they are not shown. */
function page(title: string, table: string): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}: for approval</title>
<style>
body { font: 14px/1.4 Arial, Helvetica, sans-serif; margin: 2em auto; max-width: 70em; padding: 0 1em; }
table { border-collapse: collapse; margin: 0 0 1.5em; width: 100%; }
th, td { border: 1px solid #666; padding: 0.3em 0.5em; text-align: left; vertical-align: top; }
tr { break-inside: avoid; }
a[href^='/'] { display: none; }
</style>
</head>
<body>
${table}
</body>
</html>
`;
}
