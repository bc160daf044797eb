import { check } from '../../src/checks';
import { loadKnowledge } from '../../src/knowledge/load';
import { TINY_FILES } from '../conversation/tiny-library';
import { TINY, trees } from '../dialogs/tiny-tree';

/** Codes of the problems that the rules find when one authored file is written differently. */
function codes(file: string, from: string, to: string, asOf = '2026-05-01'): string[] {
  const text = TINY_FILES.get(file) ?? '';
  expect(text).toContain(from);
  const { knowledge } = loadKnowledge(new Map(TINY_FILES).set(file, text.replace(from, to)));
  return check({ knowledge, trees: trees(TINY), asOf }, 'wordings').map(({ code }) => code);
}

const ENTRIES = 'knowledge/lost/keeping.yaml';
const WORDINGS = 'knowledge/lost/keeping.wordings.yaml';

test('content that keeps every rule has no problem of these kinds', () => {
  const found = codes(ENTRIES, 'Keep it for ninety days.', 'Keep it for ninety days.');
  expect(found.filter((code) => code !== 'wording-astray')).toEqual([]);
});

test.each([
  ['overdue-review', ENTRIES, 'reviewBy: 2026-06-01', 'reviewBy: 2026-04-01'],
  ['shared-wording', WORDINGS, 'cap period', 'Brolly period!'],
  ['long-sentence', ENTRIES, 'Keep it for ninety days.', `Keep ${'it and '.repeat(12)}for ninety days.`],
  ['stumbling-word', ENTRIES, 'Keep it for', 'Endeavour to keep it for'],
  ['identifier-in-content', WORDINGS, 'cap period', 'cap of 999 000 0018'],
  ['unknown-guide', ENTRIES, 'guide: lost-umbrella', 'guide: lost-umbrela'],
])('%s is found', (code, file, from, to) => {
  expect(codes(file, from, to)).toContain(code);
});

test('a wording that finds another entry when it is left out is astray', () => {
  expect(codes(WORDINGS, 'cap period', 'when can we bin a brolly found on a platform')).toContain(
    'wording-astray',
  );
});

test('trees may only name facts, contacts and conflicts that exist', () => {
  const { knowledge } = loadKnowledge(TINY_FILES);
  const strange = trees(
    TINY.replace(
      'short: [{ say: It goes to the depot., facts: [F-A001] }]',
      'short: [{ say: It goes to the depot., facts: [F-A999] }]',
    ),
  );
  expect(check({ knowledge, trees: strange, asOf: '2026-05-01' })).toEqual([
    expect.objectContaining({ code: 'unknown-fact', file: 'dialogs/tree-0.yaml' }),
  ]);
});
