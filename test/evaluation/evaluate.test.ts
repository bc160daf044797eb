import { evaluate, rightIds, unknownIds } from '../../src/evaluation/evaluate';
import { loadQuestions } from '../../src/evaluation/labelled-question';
import { tinyLibrary } from '../conversation/tiny-library';

const library = tinyLibrary();

describe('what is right', () => {
  test('is every entry that states one of the facts, and a conflict one of whose positions does', () => {
    expect(rightIds(library, { text: '?', facts: ['F-A001'] })).toEqual(
      new Set(['umbrella-days', 'conflict-hat-days']),
    );
  });

  test('is any gap for a question that no source answers', () => {
    expect(rightIds(library, { text: '?', facts: [], gap: true })).toEqual(new Set(['glove-days']));
  });

  test('is also what was judged right on reading, entry or guide, with or without the mark of a guide', () => {
    expect(rightIds(library, { text: '?', also: ['glove-days', 'guide:lost-hat', 'lost-umbrella'] })).toEqual(
      new Set(['glove-days', 'guide:lost-hat', 'guide:lost-umbrella']),
    );
  });

  test('is nothing for a message that is out of scope', () => {
    expect(rightIds(library, { text: '?', class: 'trains' })).toEqual(new Set());
  });
});

test('what is judged right counts as an answer', () => {
  const text = 'how long do we keep a single glove';
  const endings = (also?: string[]) =>
    evaluate(library, [{ text, facts: ['F-A002'], ...(also && { also }) }]).map(({ ending }) => ending);
  expect(endings()).toEqual(['wrong']);
  expect(endings(['glove-days'])).toEqual(['right']);
});

test('a judged id that nothing has any more is named', () => {
  const questions = [
    { text: 'a', also: ['umbrella-days', 'guide:lost-hat', 'lost-hat', 'sunshade-days'] },
    { text: 'b', also: ['guide:sunshade', 'sunshade-days'] },
  ];
  expect(unknownIds(library, questions)).toEqual(['sunshade-days', 'guide:sunshade']);
});

test('a file of questions may name what was judged right', () => {
  const { questions, problems } = loadQuestions(
    new Map([['q.yaml', '- text: keep a glove?\n  facts: [F-A001]\n  also: [glove-days]\n']]),
  );
  expect(problems).toEqual([]);
  expect(questions).toEqual([{ text: 'keep a glove?', facts: ['F-A001'], also: ['glove-days'] }]);
});
