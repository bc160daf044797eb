import { mistake } from './authored-text';
import type { Place, Problem } from './problem';
import { shorten } from './quote';

/** A heading, a paragraph or a list item of a page. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item';
  text: string;
  readonly place: Place;
  /** A problem was found in it already; what else is wrong with it may be a consequence. */
  faulty: boolean;
}

/** What Markdown has and these pages do not. */
const NOT_USED: readonly (readonly [pattern: RegExp, code: string, name: string])[] = [
  [/^\s*(?:```|~~~)/, 'code-fence', 'a block of code'],
  [/^\s*>/, 'quotation', 'a quotation'],
  [/^\s*\|/, 'table', 'a table'],
  [/^\s*(?:-{3,}|={3,}|\*{3,}|_{3,})\s*$/, 'ruled-line', 'a ruled line'],
  [/<[A-Za-z/!]/, 'html', 'HTML'],
  [/!\[/, 'image', 'an image'],
];
const USED = 'a page has ## headings, paragraphs and lists with dashes only';

/** Takes the lines of a page's body one by one. */
export class PageBlocks {
  readonly blocks: Block[] = [];
  readonly problems: Problem[] = [];
  private open: Block | undefined;
  private fence: string | undefined;

  constructor(private readonly file: string) {}

  add(text: string, line: number): void {
    const said = text.trim();
    const place = { file: this.file, line, column: text.length - text.trimStart().length + 1 };
    if (this.fence !== undefined) {
      if (said.startsWith(this.fence)) this.fence = undefined;
      return;
    }
    if (said === '') {
      this.open = undefined;
      return;
    }
    if (!this.heading(said, place) && !this.item(said, place)) this.carryOn(said, place);
    this.notUsed(text, place);
  }

  /** Anything with a # at its start is meant as a heading. */
  private heading(said: string, place: Place): boolean {
    const [, marks, space, title = ''] = /^(#+)([ \t]*)(.*)$/.exec(said) ?? [];
    if (marks === undefined) return false;
    this.open = undefined;
    if (marks !== '##') {
      const message = `"${shorten(said)}" is a heading with ${marks.length} #; sections have two`;
      this.problems.push(mistake(place, 'heading-level', message, `write ## ${shorten(title)}`));
      return true;
    }
    if (space === '' && title !== '') {
      const message = `There is no space after the ## of "${shorten(title)}"`;
      this.problems.push(mistake(place, 'missing-space-after-hash', message, `write ## ${shorten(title)}`));
    }
    this.blocks.push({ kind: 'heading', text: title, place, faulty: false });
    return true;
  }

  private item(said: string, place: Place): boolean {
    const [, mark, space, text = ''] = /^(-|[*+•](?=\s)|\d{1,2}[.)](?=\s))(\s*)(.*)$/.exec(said) ?? [];
    if (mark === undefined || (mark !== '-' && this.open?.kind === 'paragraph') || /^-{2}/.test(said))
      return false;
    const nested = this.open?.kind === 'item' && place.column > 2;
    this.open = {
      kind: 'item',
      text,
      place: { ...place, column: place.column + said.length - text.length },
      faulty: false,
    };
    this.blocks.push(this.open);
    if (mark !== '-')
      this.fault(place, 'list-mark', `A list item starts with "${mark}" here`, `write - ${shorten(text)}`);
    else if (space === '')
      this.fault(
        place,
        'missing-space-after-dash',
        'There is no space after the dash',
        `write - ${shorten(text)}`,
      );
    else if (nested)
      this.fault(
        place,
        'nested-list',
        'This list item is indented below another',
        'lists have one level: start it in column 1',
      );
    return true;
  }

  private carryOn(said: string, place: Place): void {
    if (this.open === undefined) {
      this.open = { kind: 'paragraph', text: said, place, faulty: false };
      this.blocks.push(this.open);
    } else {
      this.open.text += ` ${said}`;
    }
  }

  private notUsed(text: string, place: Place): void {
    for (const [pattern, code, name] of NOT_USED) {
      const found = pattern.exec(text);
      if (found === null) continue;
      if (code === 'code-fence') this.fence = text.trim().slice(0, 3);
      const column = Math.max(found.index + 1, place.column);
      this.fault({ ...place, column }, code, `There is ${name} here, which pages do not have`, USED);
      return;
    }
  }

  private fault(place: Place, code: string, message: string, fix: string): void {
    if (this.open !== undefined) this.open.faulty = true;
    this.problems.push(mistake(place, code, message, fix));
  }
}
