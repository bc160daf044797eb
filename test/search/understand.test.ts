import { buildIndex, understand } from '../../src/search';
import { index } from './library';

describe('understand', () => {
  test('tells content words from function and question words', () => {
    const { tokens, stopWords, unknown } = understand(index, 'How do I borrow a book?');
    expect(tokens).toEqual(['how', 'do', 'i', 'borrow', 'a', 'book']);
    expect(stopWords).toEqual(['how', 'do', 'i', 'a']);
    expect(unknown).toEqual([]);
  });

  test('names what it repaired, with the word that it read', () => {
    expect(understand(index, 'libary lostcard').repaired).toEqual([
      { from: 'libary', to: 'library' },
      { from: 'lostcard', to: 'lost card' },
    ]);
  });

  test('takes a mistyped stop word for a stop word', () => {
    const { stopWords, unknown, repaired } = understand(index, 'wheere is the desk');
    expect(stopWords).toContain('where');
    expect(unknown).toEqual([]);
    expect(repaired).toContainEqual({ from: 'wheere', to: 'where' });
  });

  test('does not repair a word that the index knows in another inflection', () => {
    expect(understand(index, 'fines').repaired).toEqual([]);
  });

  test('does not repair a word of the synonyms', () => {
    const { repaired, unknown, expansions } = understand(index, 'push bike');
    expect([repaired, unknown]).toEqual([[], []]);
    expect(expansions).toContainEqual({ from: 'bike', to: 'bicycle' });
  });

  test('names the words that it does not know', () => {
    expect(understand(index, 'borrow a xylophone').unknown).toEqual(['xylophone']);
  });

  test('names neighbours that are one word when joined', () => {
    expect(understand(index, 're print').expansions).toContainEqual({ from: 'print', to: 'reprint' });
    const codes = buildIndex([{ id: 'a', title: 'By GP2GP', text: '' }]);
    expect(understand(codes, 'gp 2 gp').expansions).toContainEqual({ from: '2', to: 'gp2gp' });
  });
});
