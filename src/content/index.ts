export type { Authored, Path, Reading } from './authored';
export { decodeUtf8 } from './decode-utf8';
export { setInYaml } from './edit-yaml';
export { printProblem, sortProblems, type Place, type Problem } from './problem';
export type { PageStatement, Section } from './page-body';
export { readMarkdown, type Page } from './read-markdown';
export { readYaml } from './read-yaml';
export { nearest } from './suggest';
