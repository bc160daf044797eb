import { explain, judge, search, understand } from '../../src/search';
import { index } from './library';

describe('explain', () => {
  test('accounts for what search, judge and understand say', () => {
    const query = 'when does the libary open';
    const account = explain(index, query, 10);
    expect(account.hits).toEqual(search(index, query, 10));
    expect(account.verdict).toEqual(judge(index, query));
    expect(account.understanding).toEqual(understand(index, query));
    expect(account.because).toBe(
      `confidence ${account.confidence.toFixed(2)} is at least ${account.calibration.cut.confident}`,
    );
  });

  test('gives the evidence, each within its bounds', () => {
    const { evidence } = explain(index, 'fine for a late book', 10);
    expect(evidence?.matched).toBe(1);
    expect(evidence?.known).toBe(1);
    for (const name of ['grams', 'margin'] as const) {
      expect(evidence?.[name]).toBeGreaterThan(0);
      expect(evidence?.[name]).toBeLessThanOrEqual(1);
    }
  });

  test('takes a repaired word for half known', () => {
    expect(explain(index, 'open libary', 10).evidence?.known).toBe(0.75);
  });

  test('sees a question that goes on about something unknown as farther away', () => {
    const stems = (query: string): number => explain(index, query, 10).evidence?.stems ?? 0;
    expect(stems('lost card')).toBeGreaterThan(stems('lost card xylophone'));
  });

  test('says that nothing was found', () => {
    const { hits, evidence, confidence, because } = explain(index, 'xylophone', 10);
    expect([hits, evidence, confidence]).toEqual([[], undefined, 0]);
    expect(because).toBe('no document has a content word of the question');
  });
});
