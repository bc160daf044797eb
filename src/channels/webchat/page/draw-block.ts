import type { Block, Citation, Line } from '../../../conversation/reply';
import { citeButton } from './draw-sources';
import { element, type Child } from './element';
import { withLinks } from './link';

type Sources = readonly Citation[];
type Of<K extends Block['kind']> = Extract<Block, { kind: K }>;

/** One block of a reply. `folded`: there are so many disagreements that each shows its heading only. */
export function drawBlock(block: Block, sources: Sources, folded: boolean): HTMLElement {
  switch (block.kind) {
    case 'paragraph':
      return element('p', {}, ...sentence(block.line, sources));
    case 'list':
      return element(
        'section',
        { class: `box ${block.tone}` },
        ...(block.heading === null ? [] : [element('h3', {}, block.heading)]),
        list(block.items, sources),
      );
    case 'steps':
      return element('ol', { class: 'steps' }, ...block.steps.map((step) => drawStep(step, sources)));
    case 'conflict':
      return drawConflict(block, sources, folded);
    case 'contacts':
      return drawContacts(block, sources);
  }
}

function drawStep(step: Of<'steps'>['steps'][number], sources: Sources): HTMLElement {
  const rows = Object.entries({ Who: step.who, When: step.when, With: step.with }).flatMap(([name, words]) =>
    words === null ? [] : [element('div', {}, element('dt', {}, name), element('dd', {}, words))],
  );
  return element(
    'li',
    {},
    element('p', {}, ...sentence(step, sources)),
    element('dl', { class: 'aside' }, ...rows),
  );
}

function drawConflict(block: Of<'conflict'>, sources: Sources, folded: boolean): HTMLElement {
  const heading = `${block.open ? 'Sources disagree' : 'Older advice differs'}: ${block.title}`;
  const inside = [
    list(block.positions, sources),
    element('p', {}, `${block.newer} ${block.check}`),
    element('p', {}, `Who can decide: ${block.decides.join(', ')}.`),
    ...block.meanwhile.map((line) => element('p', {}, 'Meanwhile: ', ...sentence(line, sources))),
  ];
  return folded
    ? element('details', { class: 'box warning' }, element('summary', {}, heading), ...inside)
    : element('section', { class: 'box warning' }, element('h3', {}, heading), ...inside);
}

function drawContacts({ contacts }: Of<'contacts'>, sources: Sources): HTMLElement {
  const items = contacts.map(({ name, for: purpose, how }) =>
    element(
      'li',
      {},
      element('strong', {}, name),
      `: ${purpose.replace(/[.\s]+$/, '')}. `,
      ...(how === null ? [] : sentence(how, sources)),
    ),
  );
  return element(
    'section',
    { class: 'box contacts' },
    element('h3', {}, 'Who to ask'),
    element('ul', {}, ...items),
  );
}

function list(lines: readonly Line[], sources: Sources): HTMLElement {
  return element('ul', {}, ...lines.map((line) => element('li', {}, ...sentence(line, sources))));
}

/** A sentence, the numbers of its sources, and what has to be confirmed. */
function sentence({ text, cites, caveat }: Line, sources: Sources): Child[] {
  const note = element('span', { class: 'notes' });
  const marks = cites.flatMap((number) => {
    const source = sources[number - 1];
    return source === undefined ? [] : [citeButton(number, source, note)];
  });
  return [
    ...withLinks(text),
    ...(marks.length === 0 ? [] : [' ', element('span', { class: 'cites' }, ...marks)]),
    ...(caveat === undefined ? [] : [' ', element('span', { class: 'caveat' }, `Needs checking: ${caveat}`)]),
    note,
  ];
}
