import { describeRemoved, removeIdentifiers } from '../../../privacy';
import { part } from './element';

/** The same limit as the desk's. */
const LONGEST = 1000;
const countFrom = 800;
const pause = 400;

/** The box in which the person writes: how long it may be, and a word when it looks like a patient's details. */
export class Composer {
  private readonly form = part('form', HTMLFormElement);
  private readonly box = part('message', HTMLTextAreaElement);
  private readonly counter = part('counter', HTMLElement);
  private readonly warning = part('warning', HTMLElement);
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly send: (text: string) => void) {
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submit();
    });
    this.box.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.submit();
    });
    this.box.addEventListener('input', () => {
      this.look();
    });
  }

  get text(): string {
    return this.box.value;
  }

  focus(): void {
    this.box.focus({ preventScroll: true });
  }

  /** Gives words back that the desk did not take, unless others were written meanwhile. */
  giveBack(text: string): void {
    if (this.box.value === '') this.box.value = text;
    this.look();
  }

  private submit(): void {
    const text = this.box.value.trim();
    if (text === '' || text.length > LONGEST) {
      this.focus();
      return;
    }
    this.box.value = '';
    this.look();
    this.send(text);
  }

  private look(): void {
    this.box.style.height = 'auto';
    this.box.style.height = `${String(Math.min(this.box.scrollHeight + 4, 168))}px`;
    const { length } = this.box.value;
    this.box.toggleAttribute('data-over', length > LONGEST);
    this.box.setAttribute('aria-invalid', String(length > LONGEST));
    this.counter.classList.toggle('over', length > LONGEST);
    if (length < countFrom) this.counter.textContent = '';
    clearTimeout(this.timer);
    this.timer = setTimeout(
      () => {
        this.tell(length);
      },
      length === 0 ? 0 : pause,
    );
  }

  /** Not at every key: both are read out. */
  private tell(length: number): void {
    if (length >= countFrom) this.counter.textContent = remaining(LONGEST - length);
    const { kinds } = removeIdentifiers(this.box.value.slice(0, 4 * LONGEST));
    const words = kinds.length === 0 ? '' : warningOf(kinds);
    if (this.warning.textContent !== words) this.warning.textContent = words;
  }
}

function warningOf(kinds: readonly string[]): string {
  const named = /looks like (.*?)\. /.exec(describeRemoved(kinds))?.[1] ?? 'patient details';
  return `Your message seems to hold ${named}. Nothing here needs that, so please take it out. What you leave in is removed before your message is answered or kept.`;
}

function remaining(left: number): string {
  const many = Math.abs(left);
  const characters = `${String(many)} ${many === 1 ? 'character' : 'characters'}`;
  return left >= 0
    ? `You have ${characters} left.`
    : `${characters} too many. Shorten your message to send it.`;
}

/** The words as they may stand on the page before the desk has echoed them. */
export function withoutIdentifiers(text: string): string {
  return removeIdentifiers(text).text;
}
