import type { Tree } from '../tree';
import { sketch } from './sketch';
import type { QuestionShape, Shape } from './sketch';

/** The tree as a Mermaid flowchart: questions as boxes, outcomes with round ends, options on the arrows, "not sure" dotted. */
export function drawMermaid(tree: Tree): string {
  const lines: string[] = [];
  const visit = (question: QuestionShape): void => {
    for (const { labels, unsure, to } of question.arrows) {
      if (to.kind !== 'reference') lines.push(node(to));
      lines.push(
        `${nodeId(question)} ${unsure ? '-.->' : '-->'}|"${labels.map(escaped).join('<br>')}"| ${nodeId(to)}`,
      );
      if (to.kind === 'question') visit(to);
    }
  };
  const first = sketch(tree);
  lines.push(node(first));
  visit(first);
  const head = [
    '---',
    `title: ${JSON.stringify(tree.title)}`,
    '---',
    'flowchart LR',
    `  accTitle: ${unmarked(tree.title)}`,
    `  accDescr: ${unmarked(tree.about)}`,
  ];
  return [...head, ...lines.map((line) => `  ${line}`), ''].join('\n');
}

function node(shape: Exclude<Shape, { kind: 'reference' }>): string {
  const words = `"${shape.mark}. ${escaped(shape.words)}"`;
  return `${nodeId(shape)}${shape.kind === 'question' ? `[${words}]` : `([${words}])`}`;
}

/** Marks rather than ids: Mermaid reads words of its own, such as `end`, in the middle of an id. */
function nodeId(shape: Shape): string {
  const kind = shape.kind === 'reference' ? shape.of : shape.kind;
  return `${kind === 'question' ? 'q' : 'o'}${shape.mark}`;
}

/** Mermaid's own way of writing characters that mean something to it. */
function escaped(words: string): string {
  return oneLine(words).replace(/[#"`<>&]/g, (character) => `#${character.charCodeAt(0)};`);
}

/** There is no way of writing a semicolon or a hash in Mermaid's description; either would end it. */
function unmarked(words: string): string {
  return oneLine(words.replace(/[;#]/g, ','));
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
