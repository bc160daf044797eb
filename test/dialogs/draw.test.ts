import fc from 'fast-check';
import { drawMermaid, drawSvg } from '../../src/dialogs';
import type { Tree } from '../../src/dialogs';
import { layOut, TEXT } from '../../src/dialogs/draw/lay-out';
import type { Branch, Drawing } from '../../src/dialogs/draw/lay-out';
import { sketch } from '../../src/dialogs/draw/sketch';
import { textWidth, wrapWords } from '../../src/dialogs/draw/wrap-words';
import { tinyTree } from './tiny-tree';

const tree = tinyTree();

describe('what is drawn of a tree', () => {
  test('questions are numbered and outcomes lettered, from left to right and from top to bottom', () => {
    const { mark, words, arrows } = sketch(tree);
    expect([mark, words]).toEqual(['1', 'Where was it found?']);
    expect(arrows.map(({ labels, to }) => [labels, to.kind, to.mark])).toEqual([
      [['On a train'], 'question', '2'],
      [['On a platform'], 'outcome', 'A'],
      [['Not sure'], 'outcome', 'B'],
    ]);
  });

  test('options that lead to the same place share an arrow, and what was drawn before is referred to', () => {
    const second = sketch(tree).arrows[0]?.to;
    expect(second?.kind === 'question' ? second.arrows : []).toEqual([
      { labels: ['Yes'], unsure: false, to: { kind: 'outcome', mark: 'C', words: 'Send it to the depot' } },
      {
        labels: ['No', 'Not sure'],
        unsure: false,
        to: { kind: 'reference', of: 'outcome', mark: 'A', words: 'Keep it at the desk' },
      },
    ]);
  });
});

describe('Mermaid', () => {
  test('holds every question, outcome and option', () => {
    expect(drawMermaid(tree)).toBe(`---
title: "A lost umbrella"
---
flowchart LR
  accTitle: A lost umbrella
  accDescr: What to do with an umbrella that somebody left.
  q1["1. Where was it found?"]
  q2["2. Is it older than a week?"]
  q1 -->|"On a train"| q2
  oC(["C. Send it to the depot"])
  q2 -->|"Yes"| oC
  q2 -->|"No<br>Not sure"| oA
  oA(["A. Keep it at the desk"])
  q1 -->|"On a platform"| oA
  oB(["B. Ask the finder"])
  q1 -.->|"Not sure"| oB
`);
  });

  test('characters that mean something to Mermaid are written in its own way', () => {
    const drawn = drawMermaid({ ...tree, about: 'One; two #3', ...asking('Is it "red" & <small>; #1?') });
    expect(drawn).toContain('q1["1. Is it #34;red#34; #38; #60;small#62;; #35;1?"]');
    expect(drawn).toContain('accDescr: One, two ,3');
  });
});

describe('SVG', () => {
  const svg = drawSvg(tree);

  test('is an image with a title and a description', () => {
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="title desc"/);
    expect(svg).toContain('<title id="title">A lost umbrella</title>');
    expect(svg).toContain('2 questions and 3 outcomes, with 5 ways through; the longest asks 2 questions.');
  });

  test('holds the words of every question, option and outcome', () => {
    const words = [...svg.matchAll(/<text [^>]*>([^<]*)/g)].map((match) => match[1]).join(' ');
    for (const { ask, options } of tree.questions.values()) {
      expect(words).toContain(ask);
      for (const { label } of options) expect(words).toContain(label);
    }
    for (const { title } of tree.outcomes.values()) expect(words).toContain(title);
  });

  test('words stay words, whatever characters are in them', () => {
    const drawn = drawSvg({ ...tree, title: '<script>&"\'', ...asking('</text><script>') });
    expect(drawn).not.toContain('<script');
    expect(drawn).toContain('&#60;script&#62;&#38;&#34;&#39;');
  });

  test('prints on one page, the way round that fits', () => {
    const [, width = '', height = ''] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
    expect(svg).toContain(`size: A4 ${Number(width) > Number(height) ? 'landscape' : 'portrait'}`);
    expect(drawSvg({ ...tree, ...asking('A long question. '.repeat(80)) })).toContain('size: A4 portrait');
  });

  test('is black on white', () => {
    expect(new Set([...svg.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map((match) => match[1]))).toEqual(
      new Set(['#000', '#fff', 'none']),
    );
  });
});

describe('the layout of any tree', () => {
  test('no two boxes overlap', () => {
    forAnyTree(({ boxes }) =>
      pairs(boxes).every(
        ([a, b]) =>
          a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y,
      ),
    );
  });

  test('everything lies within the drawing', () => {
    forAnyTree(
      ({ boxes, branches, width, height }) =>
        boxes.every(
          (box) =>
            box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height + 1e-6,
        ) && branches.flatMap(rowsOf).every((y) => y >= 0 && y <= height),
    );
  });

  test('no two arrows cross: the branches of a question keep to a stretch of their own', () => {
    forAnyTree(({ branches }) => {
      const questions = new Map<string, { trunk: number; rows: number[] }>();
      for (const branch of branches) {
        const key = `${branch.trunk} ${branch.from.y}`;
        const before = questions.get(key)?.rows ?? [branch.from.y];
        questions.set(key, { trunk: branch.trunk, rows: [...before, ...rowsOf(branch)] });
      }
      return pairs([...questions.values()]).every(
        ([a, b]) =>
          a.trunk !== b.trunk ||
          Math.max(...a.rows) < Math.min(...b.rows) ||
          Math.max(...b.rows) < Math.min(...a.rows),
      );
    });
  });

  test('labels of one column do not overlap', () => {
    forAnyTree(({ branches }) =>
      pairs(branches.flatMap(({ labels }) => labels)).every(
        ([a, b]) => a.x !== b.x || Math.abs(a.y - b.y) >= ((a.lines.length + b.lines.length) / 2) * TEXT.line,
      ),
    );
  });
});

describe('wrapping', () => {
  test('lines are no wider than asked, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 20, max: 300 }), (text, width) => {
        const lines = wrapWords(text, width, 13);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        expect(lines.filter((line) => textWidth(line, 13) > width)).toEqual([]);
      }),
    );
  });
});

function asking(ask: string): Pick<Tree, 'questions'> {
  return {
    questions: new Map([...tree.questions].map(([id, question]) => [id, { ...question, ask }])),
  };
}

function pairs<T>(all: readonly T[]): [T, T][] {
  return all.flatMap((a, i) => all.slice(i + 1).map((b): [T, T] => [a, b]));
}

function rowsOf({ labels, to }: Branch): number[] {
  return [to.y, ...labels.map(({ y }) => y)];
}

/** Trees of up to seven questions of which each leads only to later ones, with words of any length. */
function forAnyTree(holds: (drawing: Drawing) => boolean): void {
  const words = fc.integer({ min: 1, max: 14 }).map((count) => 'some words '.repeat(count).trim());
  const question = fc.record({
    ask: words,
    options: fc.array(fc.tuple(words, fc.nat(), fc.boolean()), { minLength: 2, maxLength: 6 }),
  });
  const drawn = fc.array(question, { minLength: 1, maxLength: 7 }).map((questions) => {
    const made = questions.map(({ ask, options }, i) => {
      const target = (pick: number, outcome: boolean): string =>
        outcome || i + 1 === questions.length
          ? `o${pick % 5}`
          : `q${i + 1 + (pick % (questions.length - i - 1))}`;
      return [
        `q${i}`,
        {
          id: `q${i}`,
          ask,
          why: { say: 'So.' },
          options: options.map(([label, pick, outcome], j) => ({
            id: `a${j}`,
            label,
            next: target(pick, outcome),
          })),
        },
      ] as const;
    });
    const outcomes = [0, 1, 2, 3, 4].map((i) => [`o${i}`, { id: `o${i}`, title: 'end '.repeat(4 * i + 1) }]);
    return {
      ...tree,
      start: 'q0',
      questions: new Map(made),
      outcomes: new Map(outcomes as [string, { id: string; title: string }][]),
    };
  });
  fc.assert(fc.property(drawn, (any) => holds(layOut(sketch(any)))));
}
