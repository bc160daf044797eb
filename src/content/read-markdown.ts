import type { z } from 'zod';
import type { Authored, Path, Reading } from './authored';
import { authoredText, mistake } from './authored-text';
import { unseenCharacters } from './odd-characters';
import { readBody, type Section } from './page-body';
import { sortProblems, type Problem } from './problem';
import { readYaml } from './read-yaml';
import { tooLarge } from './scan-yaml';

/** A guidance page: what its front matter says, and its sections in order. */
export interface Page<T> {
  readonly front: T;
  readonly sections: readonly Section[];
}

const FENCE = /^---\s*$/;

/**
 * Reads a guidance page: YAML front matter between two lines of three dashes, then sections under `##` headings. Each
 * paragraph and each list item (`- `) is a statement that ends with its facts: `Text of it. [F-A001, F-A002]`.
 *
 * `at` knows paths from `front` and `sections`. Never throws. The limits are those of `readYaml`.
 */
export function readMarkdown<T>(file: string, text: string, frontMatter: z.ZodType<T>): Reading<Page<T>> {
  const source = authoredText(file, text.replace(/^\ufeff/, ''));
  const large = tooLarge(source);
  const refused = large === undefined ? unseenCharacters(source) : [large];
  if (refused.length > 0) return { ok: false, problems: refused };
  const lines = source.text.split(/\r?\n/);
  const end = lines.findIndex((line, index) => index > 0 && FENCE.test(line));
  if (!FENCE.test(lines[0] ?? '') || end === -1) return { ok: false, problems: [noFrontMatter(file, lines)] };
  // The first line of dashes becomes a blank line, so that places in the front matter are those in the file.
  const front = readYaml(file, ['', ...lines.slice(1, end), ''].join('\n'), frontMatter);
  const body = readBody(file, lines, end + 1);
  const problems = sortProblems([...(front.ok ? front.warnings : front.problems), ...body.problems]);
  if (!front.ok || body.problems.length > 0) return { ok: false, problems };
  return { ok: true, authored: authoredPage(file, front.authored, body.sections), warnings: problems };
}

function noFrontMatter(file: string, [first = '']: readonly string[]): Problem {
  const place = { file, line: 1, column: 1 };
  if (!FENCE.test(first)) {
    const message = 'The page does not start with front matter: fields between two lines of three dashes';
    return mistake(
      place,
      'no-front-matter',
      message,
      'write --- in line 1, then id: and title:, then --- again',
    );
  }
  const message = 'The front matter that starts here has no line of three dashes at its end';
  return mistake(
    place,
    'unclosed-front-matter',
    message,
    'write --- on a line of its own after the last field',
  );
}

function authoredPage<T>(file: string, front: Authored<T>, sections: readonly Section[]): Authored<Page<T>> {
  const at = ([part, ...rest]: Path): ReturnType<Authored<T>['at']> => {
    if (part === 'front') return front.at(rest);
    const [number, , statementNumber] = rest;
    const section = part === 'sections' && typeof number === 'number' ? sections[number] : undefined;
    const statement = typeof statementNumber === 'number' ? section?.statements[statementNumber] : undefined;
    if (statement !== undefined) return { file, line: statement.line, column: statement.column };
    return section?.place ?? { file, line: 1, column: 1 };
  };
  return { value: { front: front.value, sections }, at };
}
