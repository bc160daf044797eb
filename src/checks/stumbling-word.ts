import type { Problem } from '../content';
import type { Content } from './content';

/** Words that the NHS content guide advises against or that stop a busy reader, each with a plainer one. */
const PLAINER: Readonly<Record<string, string>> = {
  utilise: 'use',
  commence: 'start',
  'prior to': 'before',
  'in order to': 'to',
  'in the event of': 'if',
  'with regard to': 'about',
  'in respect of': 'about',
  pursuant: 'under',
  thereafter: 'then',
  herein: 'here',
  aforementioned: 'this',
  notwithstanding: 'despite',
  expedite: 'speed up',
  facilitate: 'help',
  endeavour: 'try',
  ascertain: 'find out',
  henceforth: 'from now on',
  whilst: 'while',
  amongst: 'among',
  'liaise with': 'talk to',
};

/** Words over which a reader would stumble. */
export function stumblingWord({ knowledge }: Content): Problem[] {
  return [...knowledge.entries.values()].flatMap(({ id, statements, place }) =>
    statements.flatMap(({ say }) =>
      Object.entries(PLAINER)
        .filter(([word]) => new RegExp(`\\b${word}\\b`, 'i').test(say))
        .map(([word, plainer]) => ({
          code: 'stumbling-word',
          severity: 'warning' as const,
          message: `"${id}" says "${word}".`,
          fix: `write "${plainer}"`,
          ...place,
        })),
    ),
  );
}
