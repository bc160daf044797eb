export type { Authored, Path, Reading } from './authored';
export { decodeUtf8 } from './decode-utf8';
export { printProblem, sortProblems, type Place, type Problem } from './problem';
export { readYaml } from './read-yaml';
export { nearest } from './suggest';
