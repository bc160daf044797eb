export type Child = Node | string;

/** An element made with DOM calls only: what it holds is text, never HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A button that does one thing. */
export function button(
  attributes: Readonly<Record<string, string>>,
  press: (pressed: HTMLButtonElement) => void,
  ...children: readonly Child[]
): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, ...children);
  made.addEventListener('click', () => {
    press(made);
  });
  return made;
}

/** Words for those who do not see the page. */
export function unseen(words: string): HTMLElement {
  return element('span', { class: 'hidden' }, words);
}

/** The element of the page that has this id. */
export function part<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page has no "${id}".`);
  return found;
}
