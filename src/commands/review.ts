import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { nearest } from '../content';
import { signOff } from '../knowledge/sign-off';
import { readRelease } from '../release';

/** `npm run review -- ENTRY --by "Dr A. Name, Anytown LMC"`: records in the entry's file that its words were approved. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { by: { type: 'string' }, on: { type: 'string' } },
});
const [id] = positionals;
const today = new Date().toISOString().slice(0, 10);
const { library } = readRelease('.', today);
const entry = library?.knowledge.entries.get(id ?? '');

if (library === undefined) stop('The content has mistakes; npm run check:content prints them.');
else if (id === undefined || values.by === undefined || values.by.trim() === '')
  stop('Name the entry and who approves it: npm run review -- ENTRY --by "Name, role"');
else if (entry === undefined) {
  const guess = nearest(id, [...library.knowledge.entries.keys()]);
  stop(`There is no entry "${id}".${guess === undefined ? '' : ` Did you mean "${guess}"?`}`);
} else {
  const { file } = entry.place;
  writeFileSync(
    file,
    signOff(file, readFileSync(file, 'utf8'), id, { by: values.by, on: values.on ?? today }),
  );
  console.log(`${id} is signed off by ${values.by} in ${file}.`);
}

function stop(reason: string): void {
  console.error(reason);
  process.exitCode = 1;
}
