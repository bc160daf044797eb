import { Composer, type ParsedNode } from 'yaml';
import type { z } from 'zod';
import type { Authored, Reading } from './authored';
import { authoredText, type AuthoredText } from './authored-text';
import { checkNodes } from './check-nodes';
import { explainSchema } from './explain-schema';
import { explainSyntax } from './explain-syntax';
import { nearestNode, offsetOf } from './find-node';
import { unseenCharacters } from './odd-characters';
import { sortProblems, type Problem } from './problem';
import { scanYaml } from './scan-yaml';
import { checkAgainst } from './schema-mistakes';

/** What YAML made of a text, or what is wrong with the text as YAML. */
type Composed =
  | { readonly root: ParsedNode | null; readonly problems: readonly Problem[] }
  | { readonly broken: readonly Problem[] };

/**
 * Reads one authored YAML file: the value that the schema makes of it, or every mistake found, each at its place.
 *
 * YAML 1.2 with the core schema, one document, no anchors, aliases, tags, merge keys or directives; at most 512 KB, 64
 * levels, and 1,000 fields in one group. Never throws, whatever the text. Does not touch the disk: `file` only names it.
 */
export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>): Reading<T> {
  const source = authoredText(file, text.replace(/^\ufeff/, ''));
  const composed = composeYaml(source);
  if ('broken' in composed) return { ok: false, problems: sortProblems(composed.broken) };
  const nodes = checkNodes(source, composed.root);
  const checked = checkAgainst(schema, nodes.value);
  const mistakes =
    'mistakes' in checked ? explainSchema({ source, root: composed.root }, checked.mistakes) : [];
  const follows = consequences(composed.problems, nodes.problems);
  const problems = sortProblems([
    ...composed.problems,
    ...nodes.problems,
    ...mistakes.filter((problem) => !follows(problem)),
  ]);
  if ('mistakes' in checked || problems.some(({ severity }) => severity === 'error'))
    return { ok: false, problems };
  const { root } = composed;
  const authored: Authored<T> = {
    value: checked.data,
    at: (path) => source.place(offsetOf(nearestNode(root, path))),
  };
  return { ok: true, authored, warnings: problems };
}

/** The nodes of a text, or what makes it unreadable. Shared with editing, which needs the same places. */
export function composeYaml(source: AuthoredText): Composed {
  const unseen = unseenCharacters(source);
  if (unseen.length > 0) return { broken: unseen };
  const { tokens, problems, soundUntil } = scanYaml(source);
  if (tokens === undefined) return { broken: problems };
  const composer = new Composer({ uniqueKeys: false, stringKeys: true });
  const [document] = composer.compose(tokens, true, source.text.length);
  const explained = new Set(problems.map(({ line }) => line));
  const errors = (document?.errors ?? []).filter(
    ({ pos: [offset] }) => offset < soundUntil && !explained.has(source.place(offset).line),
  );
  const broken = explainSyntax(source, errors);
  if (broken.length > 0 || soundUntil < Infinity) return { broken: [...problems, ...broken] };
  return { root: document?.contents ?? null, problems };
}

/** Tells what follows from a problem already found: in its line, where YAML lost some of the text, or at its very place. */
function consequences(
  inLine: readonly Problem[],
  atPlace: readonly Problem[],
): (problem: Problem) => boolean {
  const lines = new Set(inLine.map(({ line }) => line));
  const places = new Set(atPlace.map(({ line, column }) => `${line}:${column}`));
  return ({ line, column }) => lines.has(line) || places.has(`${line}:${column}`);
}
