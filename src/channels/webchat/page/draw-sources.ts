import type { Citation } from '../../../conversation/reply';
import { button, element, unseen, type Child } from './element';
import { linkTo } from './link';

/** `[1]` behind a sentence: pressing it shows the source there, pressing it again puts it away. */
export function citeButton(number: number, source: Citation, notes: HTMLElement): HTMLElement {
  let shown: HTMLElement | undefined;
  return button(
    { class: 'cite', 'aria-expanded': 'false' },
    (pressed) => {
      if (shown) shown.remove();
      else notes.append(drawNote(number, source));
      const note = notes.lastElementChild;
      shown = shown || !(note instanceof HTMLElement) ? undefined : note;
      pressed.setAttribute('aria-expanded', String(shown !== undefined));
    },
    unseen('Source '),
    String(number),
  );
}

function drawNote(number: number, source: Citation): HTMLElement {
  return element('span', { class: 'note' }, element('b', {}, `${String(number)}. `), ...described(source));
}

/** All sources of a reply, put away until they are asked for; the summary says who they are from. */
export function drawSources(sources: readonly Citation[]): HTMLElement[] {
  if (sources.length === 0) return [];
  const publishers = [...new Set(sources.map(({ publisher }) => publisher))];
  const items = sources.map((source) => element('li', {}, ...described(source)));
  return [
    element(
      'details',
      { class: 'sources' },
      element(
        'summary',
        {},
        `Sources (${String(sources.length)})`,
        element('span', { class: 'publishers' }, `: ${publishers.join(', ')}`),
      ),
      element('ol', {}, ...items),
    ),
  ];
}

/** Title with its link, publisher, version, date, and what to know before trusting it. */
function described({ publisher, title, version, date, url, caution }: Citation): Child[] {
  const edition = version === null || !/^\d/.test(version) ? '' : `, version ${version}`;
  return [
    ...linkTo(url, title),
    ` – ${publisher}${edition}, ${date ?? 'undated'}.`,
    ...(caution === null ? [] : [' ', element('span', { class: 'caution' }, caution)]),
  ];
}
