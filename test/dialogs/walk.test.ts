import fc from 'fast-check';
import { back, change, paths, questionsLeft, walk } from '../../src/dialogs';
import { tinyTree } from './tiny-tree';

const tree = tinyTree();
const at = (answers: Record<string, string>): string => {
  const walked = walk(tree, answers);
  return walked.at.kind === 'question' ? walked.at.question.id : walked.at.outcome.id;
};

describe('a dialog is its answers, replayed', () => {
  test('without answers it stands at the first question', () => {
    expect(at({})).toBe('where-found');
  });

  test('answers lead on until one is missing', () => {
    expect(at({ 'where-found': 'train' })).toBe('how-old');
    expect(at({ 'where-found': 'train', 'how-old': 'yes' })).toBe('depot');
  });

  test('an answer that is no longer an option puts its question again', () => {
    expect(at({ 'where-found': 'bus' })).toBe('where-found');
  });

  test('back takes away the last answer', () => {
    expect(back(tree, { 'where-found': 'train', 'how-old': 'yes' })).toEqual({ 'where-found': 'train' });
    expect(back(tree, {})).toEqual({});
  });

  test('changing an earlier answer keeps later ones that still fit', () => {
    const changed = change(tree, { 'where-found': 'platform' }, 'where-found', 'train');
    expect(changed.answers).toEqual({ 'where-found': 'train' });
    expect(changed.dropped).toEqual([]);
  });

  test('changing an earlier answer names the later ones that fall away', () => {
    const changed = change(tree, { 'where-found': 'train', 'how-old': 'yes' }, 'where-found', 'platform');
    expect(changed.answers).toEqual({ 'where-found': 'platform' });
    expect(changed.dropped.map(({ question }) => question.id)).toEqual(['how-old']);
  });

  test('answers to questions that the way does not ask are named, not followed', () => {
    expect(walk(tree, { 'where-found': 'platform', 'how-old': 'yes' }).unused).toEqual(['how-old']);
  });
});

describe('paths', () => {
  test('every way through is listed once', () => {
    expect(paths(tree).map(({ outcome }) => outcome)).toEqual([
      'depot',
      'keep-it',
      'keep-it',
      'keep-it',
      'ask-finder',
    ]);
  });

  test('walking the answers of a path ends at its outcome, whatever order they were given in', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths(tree)), fc.boolean(), ({ answers, outcome }, turned) => {
        const entries = Object.entries(answers);
        expect(at(Object.fromEntries(turned ? entries.reverse() : entries))).toBe(outcome);
      }),
    );
  });

  test('about how many questions are left is the mean over the ways that remain', () => {
    expect(questionsLeft(tree, 'where-found')).toBe(2);
    expect(questionsLeft(tree, 'how-old')).toBe(1);
    expect(questionsLeft(tree, 'depot')).toBe(0);
  });
});
