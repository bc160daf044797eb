import { inkOn, type Options } from './options';
import { STYLE } from './style';

export interface View {
  readonly launcher: HTMLButtonElement;
  readonly panel: HTMLElement;
  readonly help: HTMLElement;
  /** Puts the options to the elements. */
  apply(options: Options): void;
  setOpen(open: boolean, label: string): void;
  unread(count: number): void;
}

/** An element with children. No markup, no inline style: a strict policy of the site lets it be. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  ...children: readonly (Node | string)[]
) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

/** The launcher and the panel in a shadow root. */
export function createView(): View {
  const words = make('span');
  const badge = make('b');
  const launcher = make('button', make('i'), words, badge);
  const help = make('p');
  const panel = make('section', help);
  help.hidden = panel.hidden = true;
  const frame = make('div', launcher, panel);
  const host = make('div');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  root.append(frame);
  return {
    launcher,
    panel,
    help,
    apply({ colour, position, target, language }) {
      // Beside the body, so that no rule for the body and what is in it reaches the launcher.
      const place = target ? document.querySelector(target) : document.documentElement;
      frame.className = `${target ? 'inline' : 'corner'} ${position}`;
      host.lang = language;
      launcher.hidden = target !== '';
      // Rules of the site, even those marked important, give way to these.
      const size = target ? 'height:100%' : 'position:fixed;z-index:2147483000';
      host.style.cssText = `all:initial;display:block;${size};--c:${colour};--i:${inkOn(colour)};`.replaceAll(
        ';',
        '!important;',
      );
      if (host.parentNode !== place) place?.append(host);
    },
    setOpen(open, label) {
      panel.hidden = !open;
      frame.classList.toggle('open', open);
      launcher.ariaExpanded = String(open);
      words.textContent = open ? '' : label;
      launcher.ariaLabel = open ? 'Close the chat' : null;
    },
    unread(count) {
      badge.textContent = count ? String(count) : '';
    },
  };
}
