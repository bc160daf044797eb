import { part } from './element';
import type { Activity } from './protocol';
import { asHtml, asText } from './transcript';

export interface ToolActions {
  readonly activities: () => readonly Activity[];
  readonly say: (words: string) => void;
  readonly startOver: () => void;
}

/** What can be done with the conversation as a whole: start over, copy, print, save. */
export function wireTools({ activities, say, startOver }: ToolActions): void {
  const menu = part('tools', HTMLDetailsElement);
  const does = (id: string, act: () => void | Promise<void>): void => {
    part(id, HTMLButtonElement).addEventListener('click', () => {
      menu.open = false;
      menu.querySelector('summary')?.focus();
      void act();
    });
  };
  does('copy', async () => {
    say(
      (await copy(asText(activities())))
        ? 'The conversation was copied.'
        : 'Copying is not possible here. Save the conversation as text instead.',
    );
  });
  does('print', () => {
    print();
  });
  does('save-text', () => {
    save('text/plain', 'txt', asText(activities()));
    say('The conversation was saved as text.');
  });
  does('save-page', () => {
    save('text/html', 'html', asHtml(activities()));
    say('The conversation was saved as a page.');
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    event.preventDefault();
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !menu.contains(target)) menu.open = false;
  });
  wireStartOver(startOver);
  unfoldForPrint();
}

function wireStartOver(startOver: () => void): void {
  const dialog = part('confirm', HTMLDialogElement);
  part('start-over', HTMLButtonElement).addEventListener('click', () => {
    dialog.showModal();
  });
  part('keep', HTMLButtonElement).addEventListener('click', () => {
    dialog.close();
  });
  part('clear', HTMLButtonElement).addEventListener('click', () => {
    dialog.close();
    startOver();
  });
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // Pages over plain http have no clipboard, and sites can withhold it.
  }
}

function save(type: string, ending: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = `records-desk-${new Date().toISOString().slice(0, 10)}.${ending}`;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}

/** Sources stand on paper, whether or not they were open on the screen. */
function unfoldForPrint(): void {
  let folded: HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    folded = [...document.querySelectorAll<HTMLDetailsElement>('#log details:not([open])')];
    for (const each of folded) each.open = true;
  });
  addEventListener('afterprint', () => {
    for (const each of folded) each.open = false;
  });
}
