import { applyLook } from './look';
import { readHash, type Asked } from './request';

/** The site around the widget, when there is one. Nothing that is said in the chat is told to it. */
export class FrameLink {
  /** Whether the person sees the chat. */
  shown = true;
  private unread = 0;

  constructor(
    private readonly inFrame: boolean,
    private readonly actions: { asked(asked: Asked): void; shown(): void },
  ) {
    if (!inFrame) {
      this.watchAddress();
      return;
    }
    this.shown = false;
    applyLook(Object.fromEntries(new URLSearchParams(location.hash.slice(1))));
    addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
      if (source === parent && typeof data === 'object' && data !== null) this.take(data);
    });
    addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]'))
        this.close();
    });
  }

  ready(): void {
    this.tell({ desk: 'ready' });
  }

  close(): void {
    this.tell({ desk: 'close' });
  }

  /** A reply came. */
  replied(): void {
    if (this.shown) return;
    this.unread += 1;
    this.tell({ desk: 'unread', count: this.unread });
  }

  private take(data: { desk?: unknown; words?: unknown; shown?: unknown; focus?: unknown }): void {
    const { desk, words } = data;
    if (desk === 'look') applyLook({ ...data });
    if (desk === 'shown') {
      this.shown = data.shown === true;
      if (this.shown) this.unread = 0;
      if (this.shown && data.focus === true) this.actions.shown();
    }
    if (desk === 'startOver') this.actions.asked({ do: 'startOver' });
    if ((desk === 'ask' || desk === 'guide') && typeof words === 'string') {
      const asked = readHash(`${desk}=${encodeURIComponent(words)}`);
      if (asked) this.actions.asked(asked);
    }
  }

  /** Only words about the window go out, so that it does not matter who the parent is. */
  private tell(word: object): void {
    if (this.inFrame) parent.postMessage(word, '*');
  }

  /** Asked once: a reload does not ask again. */
  private watchAddress(): void {
    const look = (): void => {
      const asked = readHash(location.hash);
      if (!asked) return;
      history.replaceState(null, '', location.pathname + location.search);
      this.actions.asked(asked);
    };
    addEventListener('hashchange', look);
    queueMicrotask(look);
  }
}
