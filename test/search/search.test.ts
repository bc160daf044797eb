import { buildIndex, search, type Doc } from '../../src/search';
import { found, index, library, synonyms } from './library';

describe('search', () => {
  test('finds a document by its title, a wording and its text', () => {
    expect(found('How do I borrow a book?')[0]).toBe('borrow');
    expect(found('can I take a novel home')[0]).toBe('borrow');
    expect(found('how much is the fine')[0]).toBe('late');
  });

  test('finds other inflections and American spellings', () => {
    expect(found('borrowing books')[0]).toBe('borrow');
    expect(found('schools organizing visits')[0]).toBe('form');
    expect(found('online catalog')[0]).toBe('catalogue');
  });

  test('finds a title by the headings above it', () => {
    expect(found('catalogue search')[0]).toBe('catalogue');
  });

  test('finds words with one mistake, and long words with two', () => {
    expect(found('were can i leav my bicylce')[0]).toBe('bicycle');
    expect(found('replacemnt')[0]).toBe('card');
    expect(found('replcaemnt')[0]).toBe('card');
  });

  test('finds one word written as two, and two written as one', () => {
    expect(found('re print')[0]).toBe('catalogue');
    expect(found('re-prints')[0]).toBe('catalogue');
    expect(found('lostcard')[0]).toBe('card');
  });

  test.each(['LB12', 'lb 12', 'lb12s', 'L.B. 12'])('finds a code written %s', (code) => {
    expect(found(`which form is ${code}`)[0]).toBe('form');
  });

  test('finds a document by a synonym that it does not have', () => {
    expect(found('push bike')[0]).toBe('bicycle');
    expect(found('push bike', buildIndex(library))).toEqual([]);
  });

  test('prefers what was typed to a synonym of it', () => {
    const docs: Doc[] = [
      { id: 'a', title: 'Borrowed through the inter library loan', text: '' },
      { id: 'b', title: 'Borrowed through the ILL', text: '' },
    ];
    const both = buildIndex(docs, { synonyms });
    expect(found('ILL', both)).toEqual(['b', 'a']);
    expect(found('inter library loan', both)).toEqual(['a', 'b']);
  });

  test('answers a question of stop words alone by the titles that have them', () => {
    expect(found('when does it')[0]).toBe('hours');
    expect(found('where can i')[0]).toBe('bicycle');
  });

  test('falls back on stop words where no content word is found', () => {
    expect(found('where can I qwrtz')[0]).toBe('bicycle');
  });

  test('does not let stop words outvote the subject among headings that have few', () => {
    const headings = [
      'Is it a room',
      'Reading room',
      'Rooms',
      ...Array.from({ length: 200 }, (_, n) => `Shelf ${n}`),
    ];
    const docs = headings.map((title, n): Doc => ({ id: `d${n}`, title, text: '' }));
    const hits = search(buildIndex(docs), 'is it in the reading room', 3);
    const words = (id: string): number => hits.find((hit) => hit.id === id)?.why.signals.words ?? 0;
    expect(words('d1')).toBeGreaterThan(words('d0'));
    expect(words('d0')).toBeGreaterThan(words('d2'));
  });

  test('discounts a longer title that says the same and more', () => {
    const docs: Doc[] = [
      { id: 'a', title: 'Lost card of a visitor from another town', text: '' },
      { id: 'b', title: 'Lost card', text: '' },
    ];
    const [short, long] = search(buildIndex(docs), 'lost card', 2);
    expect([short?.id, long?.id]).toEqual(['b', 'a']);
    expect(short?.why.signals.words).toBeGreaterThan(long?.why.signals.words ?? Infinity);
  });

  test('finds a hyphenated word that is typed as one', () => {
    const docs: Doc[] = [
      { id: 'a', title: 'X-ray films', text: '' },
      { id: 'b', title: 'Ray films', text: '' },
    ];
    expect(found('xray', buildIndex(docs))).toEqual(['a']);
  });

  test('finds the exact wording of a document that has many', () => {
    const wordings = Array.from({ length: 30 }, (_, n) => `paying for parking in street number ${n}`);
    const docs: Doc[] = [
      { id: 'many', title: 'Parking', text: '', wordings: [...wordings, 'is there a pram shelter'] },
      { id: 'one', title: 'The bus shelter', text: 'There is a shelter for those who wait.' },
    ];
    expect(found('is there a pram shelter', buildIndex(docs))[0]).toBe('many');
  });

  test('puts an exact wording before a document that says the words more often', () => {
    const often = ['pay', 'pay now', 'to pay', 'what to pay first', 'pay fines'];
    const docs: Doc[] = [
      { id: 'a', title: 'Pay', text: 'Pay at the desk.', wordings: often },
      {
        id: 'b',
        title: 'Fees',
        text: '',
        wordings: ['what to pay', 'prices of copies', 'fines and other sums'],
      },
      { id: 'c', title: 'Prices', text: 'A copy costs ten pence.' },
      { id: 'd', title: 'Copies', text: 'There is a machine.' },
    ];
    expect(found('what to pay', buildIndex(docs))[0]).toBe('b');
  });

  describe('scores the ways into a document', () => {
    const score = (query: string, ...wordings: string[][]): number[] => {
      const docs = wordings.map((own, n): Doc => ({ id: `d${n}`, title: '', text: '', wordings: own }));
      const hits = search(buildIndex(docs), query, docs.length);
      return docs.map(({ id }) => hits.find((hit) => hit.id === id)?.why.signals.words ?? 0);
    };

    test('together, so that a question spread over several is found', () => {
      const [spread = 0, half = 0] = score(
        'hire hall party',
        ['hire desk', 'hall porter', 'party hats'],
        ['hire hall', 'desk porter', 'blue hats'],
      );
      expect(spread).toBeGreaterThan(half);
    });

    test('and the best by itself, so that one exact wording counts for more than its words here and there', () => {
      const [exact = 0, scattered = 0] = score(
        'hire hall',
        ['hire hall', 'desk porter', 'blue hats'],
        ['hire desk', 'hall porter', 'blue hats'],
      );
      expect(exact).toBeGreaterThan(scattered);
    });
  });

  test('counts the text of a document for half where wordings tell how people ask for it', () => {
    const docs: Doc[] = [
      { id: 'a', title: 'Shelter', text: 'A place for prams', wordings: ['where to leave things'] },
      { id: 'b', title: '', text: '', wordings: ['another matter'] },
      { id: 'c', title: '', text: 'A place for prams' },
    ];
    const hits = search(buildIndex(docs), 'prams', 3);
    const words = (id: string): number => hits.find((hit) => hit.id === id)?.why.signals.words ?? 0;
    expect(words('c')).toBeGreaterThan(0);
    expect(words('a')).toBeCloseTo(words('c') / 2);
  });

  test('prefers the order of the words when all else is equal', () => {
    const docs: Doc[] = [
      { id: 'a', title: '', text: 'dog and man bites' },
      { id: 'b', title: '', text: 'man and bites dog' },
    ];
    expect(found('bites dog', buildIndex(docs))[0]).toBe('b');
  });

  test('finds nothing where nothing matches', () => {
    expect(found('xylophone')).toEqual([]);
    expect(found('')).toEqual([]);
    expect(found('?!')).toEqual([]);
    expect(found('book', buildIndex([]))).toEqual([]);
  });

  test('puts equal documents in the order of their ids, whatever the order in which they came', () => {
    const twins = ['c', 'a', 'b'].map((id) => ({ id, title: 'Rooms for rent', text: 'Ask at the desk.' }));
    expect(found('rent a room', buildIndex(twins))).toEqual(['a', 'b', 'c']);
  });

  test('refuses two documents with one id, and names it', () => {
    expect(() => buildIndex([...library, { id: 'card', title: 'Another', text: '' }])).toThrow('"card"');
  });

  test('says why: the words found, the nearest pieces and the signals', () => {
    const [hit] = search(index, 'leaving my bicylce', 1);
    expect(hit?.title).toBe('Where can I leave my bicycle?');
    expect(hit?.why.terms).toContainEqual({ word: 'bicylce', found: 'bicycle', origin: 'repaired' });
    expect(hit?.why.pieces[0]).toMatchObject({ kind: 'title', text: 'Where can I leave my bicycle?' });
    expect(hit?.why.signals.words).toBeGreaterThan(0);
  });

  test('names a wording as the nearest piece when it is', () => {
    const [hit] = search(index, 'what do you need to lend me something', 1);
    expect(hit?.why.pieces[0]).toMatchObject({
      kind: 'wording',
      text: 'what do you need to lend me something',
    });
    expect(hit?.why.pieces[0]?.grams).toBeCloseTo(1);
  });
});
