import { buildIndex, explain, judge, search, type SearchIndex } from '../../src/search';
import { confidenceOf } from '../../src/search/judge';
import { index, library } from './library';

describe('judge', () => {
  test('is confident of a question that is a title, and gives the others after it', () => {
    const verdict = judge(index, 'How do I borrow a book?');
    if (verdict.kind !== 'confident') throw new Error(`${verdict.kind}, not confident`);
    expect(verdict.best.id).toBe('borrow');
    expect(verdict.others.map(({ id }) => id)).not.toContain('borrow');
    expect(verdict.confidence).toBeGreaterThan(0.9);
  });

  test('offers two or three where it is less sure', () => {
    const verdict = judge(index, 'How do I borrow a book?', undefined, { confident: 1, unsure: 0.5 });
    if (verdict.kind !== 'unsure') throw new Error(`${verdict.kind}, not unsure`);
    expect(verdict.among[0]?.id).toBe('borrow');
    expect([2, 3]).toContain(verdict.among.length);
  });

  test('never offers one alone', () => {
    const verdict = judge(index, 'bicycle', undefined, { confident: 1, unsure: 0 });
    expect(verdict).toMatchObject({ kind: 'unknown', reason: 'weak-match', nearest: [{ id: 'bicycle' }] });
  });

  test('knows nothing of a question without a known word, and names nothing near', () => {
    expect(judge(index, 'quadratic xylophone')).toEqual({ kind: 'unknown', reason: 'no-match', nearest: [] });
    expect(judge(index, '')).toEqual({ kind: 'unknown', reason: 'no-match', nearest: [] });
  });

  test('does not take shared function words for a match', () => {
    expect(judge(index, 'where can I qwrtz my xylophone')).toMatchObject({
      kind: 'unknown',
      reason: 'no-match',
    });
  });

  test('says that a match is weak, and what is nearest', () => {
    const verdict = judge(index, 'a quadratic xylophone orchestra plays symphonies behind Saturn');
    expect(verdict).toMatchObject({ kind: 'unknown', reason: 'weak-match', nearest: [{ id: 'bicycle' }] });
  });

  test('is less sure the more of the question is unknown', () => {
    const confidence = (query: string): number => {
      const verdict = judge(index, query, search(index, query, 5), { confident: 0, unsure: 0 });
      return verdict.kind === 'unknown' ? 0 : verdict.confidence;
    };
    const known = confidence('replacement of a lost card');
    const half = confidence('replacement of a lost xylophone');
    const little = confidence('replacement of a quadratic orchestra xylophone');
    expect(known).toBeGreaterThan(half);
    expect(half).toBeGreaterThan(little);
  });

  test('takes documents with one title for one, so that they do not cost each other the margin', () => {
    const twice = buildIndex([
      ...library,
      { id: 'card-again', title: 'I have lost my card', text: 'Report it at the desk.' },
    ]);
    const margin = (within: SearchIndex): number =>
      explain(within, 'I have lost my card', 5).evidence?.margin ?? 0;
    expect(margin(twice)).toBeCloseTo(margin(index), 1);
  });
});

describe('confidenceOf', () => {
  const evidence = {
    grams: 0.5,
    stems: 0.5,
    matched: 0.5,
    words: 1,
    margin: 0.5,
    known: 0.5,
    agreed: 0.5,
    ahead: 0.2,
  };
  const even = { grams: 1, stems: 1, matched: 1, words: 1, margin: 1, known: 1, agreed: 0, ahead: 0 };
  const rest = { verbatim: 0.9, cut: { confident: 0.6, unsure: 0.3 } };

  test('is the logistic function of the weighted evidence', () => {
    expect(confidenceOf(evidence, { intercept: -3.5, weights: even, ...rest })).toBeCloseTo(0.5);
    expect(confidenceOf(evidence, { intercept: -2.5, weights: even, ...rest })).toBeCloseTo(
      1 / (1 + Math.exp(-1)),
    );
  });

  test('is no lower than the 4-gram cosine of a question that is a wording nearly letter for letter', () => {
    const never = { intercept: -99, weights: even, ...rest };
    expect(confidenceOf({ ...evidence, grams: 0.95 }, never)).toBe(0.95);
    expect(confidenceOf({ ...evidence, grams: 0.85 }, never)).toBeLessThan(0.01);
  });
});
