import { pathFigures } from '../path-figures';
import type { Tree } from '../tree';
import { layOut, TEXT } from './lay-out';
import type { Box, Branch } from './lay-out';
import { sketch } from './sketch';
import { textWidth, wrapWords } from './wrap-words';

const MARGIN = 24;
const TITLE = 20;
/** The narrowest drawing, so that its heading has room. */
const NARROWEST = 560;

/**
 * The tree as a drawing on one page, black on white: questions in columns from left to right, options on the arrows, outcomes with round
 * corners. A complete SVG document with a title and a description for those who cannot see it; it prints on one page of A4, whichever way round fits.
 */
export function drawSvg(tree: Tree): string {
  const { boxes, branches, ...size } = layOut(sketch(tree));
  const width = Math.max(NARROWEST, size.width) + 2 * MARGIN;
  const head = heading(tree, width - 2 * MARGIN);
  const foot = footing(tree, width - 2 * MARGIN);
  const height = MARGIN + head.height + size.height + foot.height + MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc" viewBox="0 0 ${round(width)} ${round(height)}" width="${round(width)}" height="${round(height)}" font-family="Arial, Helvetica, sans-serif" font-size="${TEXT.size}" fill="#000">`,
    `<title id="title">${escaped(tree.title)}</title>`,
    `<desc id="desc">${escaped(description(tree))}</desc>`,
    `<style>@page { size: A4 ${width > height ? 'landscape' : 'portrait'}; margin: 8mm; } @media print { :root { width: 100%; height: 100%; } }</style>`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    `<g transform="translate(${MARGIN} ${MARGIN})">${head.svg}`,
    `<g transform="translate(0 ${head.height})"><g stroke="#000" fill="none" shape-rendering="crispEdges">${branches.map(branchLines).join('')}</g>`,
    ...branches.map(branchLabels),
    ...boxes.map(box),
    `</g><g transform="translate(0 ${round(head.height + size.height)})">${foot.svg}</g></g></svg>\n`,
  ].join('\n');
}

function description(tree: Tree): string {
  const { paths, longest, outcomes } = pathFigures(tree);
  return `${tree.about} A drawing of ${tree.questions.size} questions and ${outcomes} outcomes, with ${paths} ways through; the longest asks ${longest} questions. The table of this guide says the same in words.`;
}

type Words = { readonly svg: string; readonly height: number };

function heading({ title, about }: Tree, width: number): Words {
  const titles = wrapWords(title, width, TITLE);
  const abouts = wrapWords(about, width, TEXT.size);
  const titleHeight = titles.length * (TITLE + 4);
  return {
    svg: `${text(titles, 0, TITLE, TITLE + 4, `font-size="${TITLE}" font-weight="bold"`)}${text(abouts, 0, titleHeight + TEXT.size + 2, TEXT.line)}`,
    height: titleHeight + abouts.length * TEXT.line + 24,
  };
}

function footing({ standing: { status, reviewedBy, reviewedOn, reviewBy } }: Tree, width: number): Words {
  const reviewed =
    status === 'reviewed' ? `Reviewed by ${reviewedBy ?? '?'} on ${reviewedOn ?? '?'}.` : 'Not yet reviewed.';
  const key =
    'Start at 1. Square box: a question. Round box: an outcome. Dashed arrow: not sure. Dashed box: go to the box with that number or letter.';
  const lines = wrapWords(`${key} ${reviewed} Review by ${reviewBy ?? 'no date'}.`, width, TEXT.size);
  return { svg: text(lines, 0, 24 + TEXT.size, TEXT.line), height: 24 + lines.length * TEXT.line };
}

function box({ shape, x, y, width, height, lines }: Box): string {
  const isOutcome = shape.kind === 'outcome' || (shape.kind === 'reference' && shape.of === 'outcome');
  const corner = isOutcome ? 14 : 0;
  const dashes = shape.kind === 'reference' ? ' stroke-dasharray="4 3"' : '';
  const thick = shape.kind === 'question' ? 2 : 1.2;
  const frame = `<rect x="${round(x)}" y="${round(y)}" width="${width}" height="${round(height)}" rx="${corner}" fill="#fff" stroke="#000" stroke-width="${thick}"${dashes}/>`;
  const weight = shape.kind === 'question' ? 'font-weight="bold"' : '';
  return frame + text(lines, x + 10, y + 8 + TEXT.size - 1, TEXT.line, weight);
}

/** From the box to the trunk, along it to each label, and from the labels to the arrowhead. */
function branchLines({ unsure, from, trunk, labels, labelsEnd, to }: Branch): string {
  const rows = labels.map(({ y }) => y);
  const [first = to.y, last = to.y] = [rows[0], rows.at(-1)];
  const stubs = labels.map(({ x, y }) => `M${round(trunk)} ${round(y)}H${round(x - 3)}`);
  const tails = labels.map(
    ({ lines, x, y }) => `M${round(x + widest(lines) + 5)} ${round(y)}H${round(labelsEnd + 8)}`,
  );
  const joint = rows.length > 1 ? `M${round(labelsEnd + 8)} ${round(first)}V${round(last)}` : '';
  const trunkLine = `M${round(from.x)} ${round(from.y)}H${round(trunk)}V${round(first)}M${round(trunk)} ${round(from.y)}V${round(last)}`;
  const arrow = `M${round(labelsEnd + 8)} ${round(to.y)}H${round(to.x - 7)}`;
  const dashes = unsure ? ' stroke-dasharray="4 3"' : '';
  return [
    `<path d="${trunkLine}"/><path d="${stubs.join('')}${tails.join('')}${joint}${arrow}"${dashes}/>`,
    `<path d="M${round(to.x - 8)} ${round(to.y - 4)}L${round(to.x - 1)} ${round(to.y)}L${round(to.x - 8)} ${round(to.y + 4)}Z" fill="#000" shape-rendering="auto"/>`,
  ].join('');
}

function branchLabels({ labels }: Branch): string {
  return labels
    .map(({ lines, x, y }) => text(lines, x, y - (lines.length * TEXT.line) / 2 + TEXT.size - 1, TEXT.line))
    .join('');
}

function widest(lines: readonly string[]): number {
  return Math.max(...lines.map((line) => textWidth(line, TEXT.size)));
}

function text(lines: readonly string[], x: number, y: number, lineHeight: number, attributes = ''): string {
  return lines
    .map(
      (line, i) =>
        `<text x="${round(x)}" y="${round(y + i * lineHeight)}" ${attributes}>${escaped(line)}</text>`,
    )
    .join('');
}

function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
