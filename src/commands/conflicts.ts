import { parseArgs } from 'node:util';
import { readRelease } from '../release';

/** `npm run conflicts [-- --all]`: the open disagreements between sources; with `--all` the settled ones too. */
const { values } = parseArgs({ options: { all: { type: 'boolean' } } });
const { library } = readRelease('.', new Date().toISOString().slice(0, 10));
if (library === undefined) {
  console.error('The content has mistakes; npm run check:content prints them.');
  process.exitCode = 1;
} else {
  const { disagreements, contacts, entries, facts } = library.knowledge;
  const shown = [...disagreements.values()].filter(({ state }) => values.all === true || state === 'open');
  for (const { id, title, state, positions, newer, check, decides } of shown) {
    const touching = [...entries.values()].filter(
      (entry) => entry.kind !== 'conflict' && entry.conflicts.includes(id),
    ).length;
    console.log(`${id} (${state}): ${title}`);
    for (const { say, facts: ids } of positions)
      console.log(
        `  - ${say} [${ids.map((fact) => `${fact}: ${facts.get(fact)?.sources.join(', ') ?? ''}`).join('; ')}]`,
      );
    console.log(`  ${newer} ${check}`);
    console.log(
      `  Who can decide: ${decides.map((contact) => contacts.get(contact)?.name ?? contact).join(', ')}. Shown with ${touching} entries.\n`,
    );
  }
  console.log(`${shown.length} of ${disagreements.size} conflicts`);
}
