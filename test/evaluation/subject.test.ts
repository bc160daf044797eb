import { subjectOf } from '../../src/evaluation/subject';
import { thinWordings } from '../../src/evaluation/thin-wordings';
import { tinyLibrary } from '../conversation/tiny-library';

const library = tinyLibrary();

test('a question is about the folder of the entry that states its best fact', () => {
  const subject = subjectOf(library);
  expect(subject({ text: '?', facts: ['F-A999', 'F-A002'] })).toBe('lost');
  expect(subject({ text: '?', facts: ['F-A999'] })).toBe('general');
});

test('wordings are thinned evenly', () => {
  const wordings = (most: number) =>
    thinWordings(library, most).knowledge.entries.get('umbrella-days')?.wordings;
  expect(wordings(0)).toEqual([]);
  expect(wordings(2)).toEqual(['umbrella how long', 'brolly period']);
  expect(wordings(Infinity)).toHaveLength(3);
});
