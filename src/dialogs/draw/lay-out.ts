import type { Arrow, QuestionShape, Shape } from './sketch';
import { wrapWords } from './wrap-words';

/** All lengths are in CSS pixels, at the size in which the drawing is 100 %. */
export const TEXT = { size: 13, line: 15 } as const;
/** How much wider bold letters are. */
const BOLD = 1.08;
const BOX = { width: 164, pad: 8 } as const;
/** Between two columns: the trunk, the labels, the arrowheads. */
const BETWEEN = { width: 136, trunk: 8, label: 15, labelWidth: 94 } as const;
/** Between two bands, and between two labels of one arrow. */
const GAP = 9;
const LABEL_GAP = 5;

export interface Box {
  readonly shape: Shape;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
}

/** The options of one arrow, with the line that they stand on. */
export interface Branch {
  readonly unsure: boolean;
  /** The middle of the box that it leaves. */
  readonly from: { readonly x: number; readonly y: number };
  /** The line that all branches of a question share. */
  readonly trunk: number;
  readonly labels: readonly { readonly lines: readonly string[]; readonly x: number; readonly y: number }[];
  /** Where labels end, and where the arrow does. */
  readonly labelsEnd: number;
  readonly to: { readonly x: number; readonly y: number };
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly branches: readonly Branch[];
}

/** Questions and outcomes in columns by depth. Each branch has a band of its own, so that nothing overlaps and nothing crosses. */
export function layOut(first: QuestionShape): Drawing {
  const boxes: Box[] = [];
  const branches: Branch[] = [];
  const measured = measure(first);
  place(measured, 0, 0, boxes, branches);
  const width = Math.max(...boxes.map((box) => box.x + box.width));
  return { width, height: measured.room, boxes, branches };
}

/** A shape with the heights of its box and of the room that it takes with all that follows it. */
interface Measured {
  readonly shape: Shape;
  readonly lines: readonly string[];
  readonly height: number;
  readonly room: number;
  readonly arrows: readonly MeasuredArrow[];
}

interface MeasuredArrow {
  readonly unsure: boolean;
  readonly labels: readonly (readonly string[])[];
  readonly labelsHeight: number;
  /** The height of the band that the arrow has for itself. */
  readonly band: number;
  readonly to: Measured;
}

function measure(shape: Shape): Measured {
  const lines = boxLines(shape);
  const height = lines.length * TEXT.line + 2 * BOX.pad;
  const arrows = shape.kind === 'question' ? shape.arrows.map(measureArrow) : [];
  return { shape, lines, height, room: Math.max(height, bandsHeight(arrows)), arrows };
}

function measureArrow({ unsure, labels, to: shape }: Arrow): MeasuredArrow {
  const wrapped = labels.map((label) => wrapWords(label, BETWEEN.labelWidth, TEXT.size));
  const labelsHeight = wrapped.flat().length * TEXT.line + LABEL_GAP * (labels.length - 1);
  const to = measure(shape);
  return { unsure, labels: wrapped, labelsHeight, band: Math.max(labelsHeight, to.room), to };
}

function bandsHeight(arrows: readonly MeasuredArrow[]): number {
  return arrows.reduce((sum, { band }) => sum + band, 0) + GAP * (arrows.length - 1);
}

/** Puts a shape and all that follows it under `top`; the shape stands in the middle of the room that they take. */
function place(measured: Measured, column: number, top: number, boxes: Box[], branches: Branch[]): void {
  const { shape, lines, height, room, arrows } = measured;
  const x = column * (BOX.width + BETWEEN.width);
  const middle = top + room / 2;
  boxes.push({ shape, x, y: middle - height / 2, width: BOX.width, height, lines });
  let bandTop = middle - bandsHeight(arrows) / 2;
  for (const arrow of arrows) {
    const y = bandTop + arrow.band / 2;
    branches.push(branch(arrow, { x: x + BOX.width, y: middle }, y));
    place(arrow.to, column + 1, y - arrow.to.room / 2, boxes, branches);
    bandTop += arrow.band + GAP;
  }
}

function branch({ labels, labelsHeight, unsure }: MeasuredArrow, from: Branch['from'], y: number): Branch {
  let top = y - labelsHeight / 2;
  const placed = labels.map((lines) => {
    const middle = top + (lines.length * TEXT.line) / 2;
    top += lines.length * TEXT.line + LABEL_GAP;
    return { lines, x: from.x + BETWEEN.label, y: middle };
  });
  return {
    unsure,
    from,
    trunk: from.x + BETWEEN.trunk,
    labels: placed,
    labelsEnd: from.x + BETWEEN.label + BETWEEN.labelWidth,
    to: { x: from.x + BETWEEN.width, y },
  };
}

function boxLines(shape: Shape): string[] {
  const arrow = shape.kind === 'reference' ? '→ ' : '';
  const weight = shape.kind === 'question' ? BOLD : 1;
  return wrapWords(`${arrow}${shape.mark}. ${shape.words}`, BOX.width - 2 * BOX.pad - 4, TEXT.size * weight);
}
