import { wordsOf } from '../../src/search/words';

describe('wordsOf', () => {
  test('splits a text into lower-case runs of letters and runs of digits', () => {
    expect(wordsOf('Form LB12, 3rd copy!').words).toEqual(['form', 'lb', '12', '3', 'rd', 'copy']);
  });

  test('keeps a code whole beside its parts, in the singular', () => {
    expect(wordsOf('GP2GP and two FP69s').compounds).toEqual(['gp2gp', 'fp69']);
  });

  test('does not take a number with a unit for a code', () => {
    expect(wordsOf('on the 30th for 10mg').compounds).toEqual([]);
  });

  test('gives hyphenated words in parts and joined', () => {
    expect(wordsOf('re-print')).toEqual({ words: ['re', 'print'], compounds: ['reprint'] });
  });

  test('removes apostrophes of every shape without leaving a gap', () => {
    expect(wordsOf("patient's patient’s patientʼs").words).toEqual(['patients', 'patients', 'patients']);
  });

  test('folds compatibility forms, case and accents', () => {
    expect(wordsOf('ＣＡＦÉ ﬁle №').words).toEqual(['cafe', 'file', 'no']);
  });

  test('cuts a word after 32 characters', () => {
    expect(wordsOf('x'.repeat(50_000)).words).toEqual(['x'.repeat(32)]);
  });

  test('finds no words in punctuation, symbols and broken surrogates', () => {
    expect(wordsOf('?! \ud800 (…) 🙂').words).toEqual([]);
  });
});
