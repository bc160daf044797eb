import { checked, names, warn, type Name, type Options } from './options';
import { createView, make } from './view';

type Call = readonly [command: string, value?: unknown];
type Global = ((...call: Call) => void) & { q?: Call[]; loaded?: boolean };

declare global {
  interface Window {
    RecordsDesk?: Global;
  }
}

/** Remembers for this tab that the chat is open, so that it is on the next page too. Written when a person opens it. */
const KEY = 'records-desk-open';
/** The frame says that it is ready within a moment, or it was blocked. */
const patience = 6_000;

const script =
  (document.currentScript as HTMLScriptElement | null) ??
  document.querySelector<HTMLScriptElement>('script[src*="/widget.js"]');

if (window.RecordsDesk?.loaded) warn('widget.js is on this page twice.');
else if (script?.src) start(new URL(script.src).origin, script.dataset);
else warn('load widget.js with a script tag.');

function start(origin: string, given: DOMStringMap): void {
  const earlier = window.RecordsDesk?.q ?? [];
  let frame: HTMLIFrameElement | undefined;
  let ready = false;
  let open = false;
  let begun = false;
  let options: Options;
  const waiting: object[] = [];
  const view = createView();

  const commands: Record<string, (value: unknown) => void> = {
    open: () => show(true),
    close: () => show(false),
    toggle: () => show(!open),
    ...Object.fromEntries(
      ['ask', 'guide', 'startOver'].map((what) => [what, (words: unknown) => request(what, words)]),
    ),
  };
  const api: Global = (...call) => {
    const [command, value] = call;
    const act = Object.hasOwn(commands, command) && commands[command];
    if (!begun) earlier.push(call);
    else if (act) act(value);
    else if (names.includes(command as Name)) {
      options = { ...options, [command]: checked(command as Name, value) };
      apply();
    } else warn(`there is no "${command}"; write ${Object.keys({ ...commands, ...options }).join(', ')}.`);
  };
  api.loaded = true;
  window.RecordsDesk = api;

  addEventListener('message', ({ source, origin: from, data }: MessageEvent<unknown>) => {
    if (frame && source === frame.contentWindow && from === origin)
      heard(data as { desk?: string; count?: number });
  });
  document.addEventListener('securitypolicyviolation', ({ blockedURI }) => {
    if (blockedURI.startsWith(origin))
      explain(`add ${origin} to frame-src in this page's Content-Security-Policy.`);
  });
  view.launcher.addEventListener('click', () => {
    show(!open);
  });
  addEventListener('hashchange', followHash);
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin);
  else begin();

  function begin(): void {
    options = Object.fromEntries(
      names.map((name) => [name, checked(name, given[name])]),
    ) as unknown as Options;
    apply();
    begun = true;
    for (const call of earlier) api(...call);
    if (inStorage((storage) => storage.getItem(KEY)) || 'open' in given) show(true, false);
    followHash();
  }

  function apply(): void {
    view.apply(options);
    view.setOpen(open, options.label);
    if (options.target !== '' && !open) show(true, false);
    else tell({ desk: 'look', ...options });
  }

  function show(on: boolean, byPerson = true): void {
    const inline = options.target !== '';
    if (inline && !on) return;
    open = on;
    view.setOpen(on, options.label);
    if (on) load();
    if (!inline)
      inStorage((storage) => {
        storage.setItem(KEY, on ? '1' : '');
      });
    tell({ desk: 'shown', shown: on, focus: byPerson });
    if (on) count(0);
    if (on && byPerson) frame?.focus();
    else if (byPerson) view.launcher.focus();
  }

  function load(): void {
    if (frame) return;
    frame = make('iframe');
    frame.title = 'Records Desk';
    frame.allow = 'clipboard-write';
    // So that the desk can tell a site that is not on its list, in the widget.
    frame.referrerPolicy = 'origin';
    frame.src = `${origin}/webchat/frame#${String(new URLSearchParams({ ...options }))}`;
    view.panel.prepend(frame);
    setTimeout(
      explain,
      patience,
      `the chat did not start. Is ${location.origin} in TRUSTED_ORIGINS of ${origin}?`,
    );
  }

  function request(what: string, words?: unknown): void {
    show(true);
    tell({ desk: what, words });
  }

  function tell(word: object): void {
    if (ready) frame?.contentWindow?.postMessage(word, origin);
    else if (frame) waiting.push(word);
  }

  function heard({ desk: what, count: unread = 0 }: { desk?: string; count?: number }): void {
    if (what === 'close') show(false);
    if (what === 'unread') count(unread);
    if (what !== 'ready' || ready) return;
    ready = true;
    view.help.hidden = true;
    for (const word of waiting.splice(0)) tell(word);
  }

  function count(unread: number): void {
    view.unread(unread);
    document.dispatchEvent(new CustomEvent('records-desk:unread', { detail: { count: unread } }));
  }

  /** The first reason is the true one. */
  function explain(words: string): void {
    if (ready || !view.help.hidden) return;
    warn(words);
    const link = make('a', 'Open the chat in a new tab');
    link.href = origin;
    link.target = '_blank';
    view.help.replaceChildren(link);
    view.help.hidden = false;
  }

  /** `#ask=…` and `#guide=…`, once. */
  function followHash(): void {
    const [, what, words = ''] = /^#(ask|guide)=(.+)$/s.exec(location.hash) ?? [];
    if (what === undefined) return;
    history.replaceState(history.state, '', location.pathname + location.search);
    request(what, new URLSearchParams(`w=${words}`).get('w'));
  }
}

/** With storage blocked, the next page begins with the chat closed. */
function inStorage<T>(act: (storage: Storage) => T): T | undefined {
  try {
    return act(sessionStorage);
  } catch {
    return undefined;
  }
}
