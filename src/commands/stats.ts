import { paths } from '../dialogs';
import { readRelease } from '../release';

/** `npm run stats`: what the release holds, as JSON. */
const { library, problems } = readRelease('.', new Date().toISOString().slice(0, 10));
if (library === undefined) {
  console.error(`The content has ${problems.length} problems; npm run check:content prints them.`);
  process.exit(1);
}
const { knowledge, trees } = library;
const entries: Record<string, number> = {};
for (const { kind } of knowledge.entries.values()) entries[kind] = (entries[kind] ?? 0) + 1;
const all = [...trees.values()];
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
console.log(
  JSON.stringify(
    {
      release: library.release,
      entries,
      sources: knowledge.sources.size,
      facts: knowledge.facts.size,
      wordings: sum([...knowledge.entries.values()].map(({ wordings }) => wordings.length)),
      conflicts: knowledge.disagreements.size,
      trees: trees.size,
      questions: sum(all.map((tree) => tree.questions.size)),
      outcomes: sum(all.map((tree) => tree.outcomes.size)),
      paths: sum(all.map((tree) => paths(tree).length)),
    },
    null,
    2,
  ),
);
