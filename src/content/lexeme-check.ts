import { CST } from 'yaml';
import { mistake, type AuthoredText } from './authored-text';
import type { Problem } from './problem';
import { specialStart } from './special-start';

const MOST_PROBLEMS = 100;
const CLOSER: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** Looks at the lexemes of a YAML text one by one: brackets, quotes, and what authored files do not use. */
export class LexemeCheck {
  private readonly problems: Problem[] = [];
  private readonly open: { bracket: string; offset: number }[] = [];
  private soundUntil = Infinity;
  private inScalar = false;
  private lineOfLast = 0;

  constructor(private readonly source: AuthoredText) {}

  /** The next lexeme, which starts at `offset`. False once there are so many problems that no more are worth finding. */
  see(lexeme: string, offset: number): boolean {
    this.check(lexeme, offset);
    return this.problems.length < MOST_PROBLEMS;
  }

  private check(lexeme: string, offset: number): void {
    const isContent = this.inScalar;
    this.inScalar = lexeme === CST.SCALAR;
    if (isContent || this.inScalar) return;
    switch (CST.tokenType(lexeme)) {
      case 'alias':
      case 'anchor':
      case 'tag':
      case 'directive-line':
        this.special(lexeme, offset);
        return;
      case 'flow-seq-start':
      case 'flow-map-start':
        this.open.push({ bracket: lexeme, offset });
        return;
      case 'flow-seq-end':
      case 'flow-map-end':
        this.close(lexeme, offset);
        return;
      case 'flow-error-end':
        this.unclosed();
        return;
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
        this.quotes(lexeme, offset);
        return;
      default:
    }
  }

  /** What was found in the whole text. */
  end(): { problems: readonly Problem[]; soundUntil: number } {
    this.unclosed();
    return { problems: this.problems, soundUntil: this.soundUntil };
  }

  /** One for each line: a line of references would otherwise be reported many times over. */
  private special(lexeme: string, offset: number): void {
    const place = this.source.place(offset);
    if (place.line === this.lineOfLast) return;
    this.lineOfLast = place.line;
    this.problems.push(specialStart(place, this.open.length > 0 ? lexeme : this.source.restOfLine(offset)));
  }

  private close(bracket: string, offset: number): void {
    const opened = this.open.pop();
    if (opened === undefined) {
      const message = `This ${bracket} closes nothing: there is no open bracket before it`;
      this.broken(
        offset,
        'extra-bracket',
        message,
        'take it away, or put quotes around the text that it is in',
      );
    } else if (CLOSER[opened.bracket] !== bracket) {
      this.notClosed(opened.bracket, opened.offset);
    }
  }

  private unclosed(): void {
    const innermost = this.open.pop();
    if (innermost !== undefined) this.notClosed(innermost.bracket, innermost.offset);
    this.open.length = 0;
  }

  private notClosed(bracket: string, offset: number): void {
    const closer = CLOSER[bracket] ?? bracket;
    this.broken(
      offset,
      'unclosed-bracket',
      `This ${bracket} is never closed`,
      `add a ${closer} where the list or group ends`,
    );
  }

  private quotes(lexeme: string, offset: number): void {
    const quote = lexeme.charAt(0);
    if (lexeme.length > 1 && lexeme.endsWith(quote)) return;
    const [line = ''] = lexeme.split('\n', 1);
    const typographic = /[“”‘’]\s*$/.exec(line)?.[0].trim();
    const fix =
      typographic === undefined
        ? `add a ${quote} where the text ends`
        : `the text ends with the typographic quote ${typographic}: write ${quote} instead`;
    this.broken(
      offset,
      'unclosed-quote',
      `The text that starts with ${quote} has no ${quote} at its end`,
      fix,
    );
  }

  /** Only the first: what follows it may well be a consequence. */
  private broken(offset: number, code: string, message: string, fix: string): void {
    if (this.soundUntil < Infinity) return;
    this.soundUntil = offset;
    this.problems.push(mistake(this.source.place(offset), code, message, fix));
  }
}
