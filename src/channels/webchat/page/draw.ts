import type { Block, Citation, Line } from '../../../conversation/reply';
import type { Activity } from './protocol';

/** Draws activities with DOM calls only: words are text, never HTML, and links are http or https. */

type Child = Node | string;

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** The person's own message. */
export function drawOwn(text: string): HTMLElement {
  return element(
    'article',
    { class: 'message own' },
    element('span', { class: 'who' }, 'You'),
    element('p', {}, text),
  );
}

/** A reply of the desk. */
export function drawReply(activity: Activity): HTMLElement {
  const { guidance, blocks, told, progress } = activity.channelData ?? {};
  const parts: Child[] = [element('span', { class: 'who' }, 'Records Desk')];
  if (guidance === undefined || blocks === undefined)
    return element('article', { class: 'message desk' }, ...parts, element('p', {}, activity.text ?? ''));
  if (told !== undefined && told.length > 0)
    parts.push(element('p', { class: 'told' }, `You told me: ${told.join(' · ')}`));
  const words = blocks.map(drawBlock);
  const title = guidance.title === '' ? [] : [element('h2', {}, guidance.title)];
  parts.push(...(guidance.kind === 'question' ? [...words, ...title] : [...title, ...words]));
  if (progress !== undefined)
    parts.push(
      element(
        'p',
        { class: 'progress' },
        `Question ${String(progress.number)} of about ${String(progress.about)}`,
      ),
    );
  if (guidance.sources.length > 0) parts.push(drawSources(guidance.sources));
  parts.push(...guidance.notices.map((notice) => element('p', { class: 'notice' }, notice)));
  return element('article', { class: `message desk ${guidance.kind}` }, ...parts);
}

function drawBlock(block: Block): HTMLElement {
  switch (block.kind) {
    case 'paragraph':
      return element('p', {}, ...sentence(block.line));
    case 'list':
      return element(
        'section',
        { class: `box ${block.tone}` },
        ...(block.heading === null ? [] : [element('h3', {}, block.heading)]),
        list(block.items),
      );
    case 'steps':
      return element('ol', { class: 'steps' }, ...block.steps.map(drawStep));
    case 'conflict':
      return element(
        'section',
        { class: 'box warning' },
        element('h3', {}, `${block.open ? 'Sources disagree' : 'Older advice differs'}: ${block.title}`),
        list(block.positions),
        element('p', {}, `${block.newer} ${block.check}`),
        element('p', {}, `Who can decide: ${block.decides.join(', ')}.`),
        ...block.meanwhile.map((line) => element('p', {}, 'Meanwhile: ', ...sentence(line))),
      );
    case 'contacts':
      return element(
        'section',
        { class: 'box plain' },
        element('h3', {}, 'Who to ask'),
        element(
          'ul',
          {},
          ...block.contacts.map(({ name, for: purpose, how }) =>
            element(
              'li',
              {},
              element('strong', {}, name),
              `: ${purpose} `,
              ...(how === null ? [] : sentence(how)),
            ),
          ),
        ),
      );
  }
}

function drawStep(step: Extract<Block, { kind: 'steps' }>['steps'][number]): HTMLElement {
  const aside = [step.when, step.with].filter((part) => part !== null).join(' · ');
  return element(
    'li',
    {},
    ...sentence(step),
    element('span', { class: 'aside' }, element('strong', {}, step.who), aside === '' ? '' : ` · ${aside}`),
  );
}

function list(lines: readonly Line[]): HTMLElement {
  return element('ul', {}, ...lines.map((line) => element('li', {}, ...sentence(line))));
}

function sentence(line: Line): Child[] {
  const numbers = line.cites.map((number) => `[${String(number)}]`).join('');
  return [
    line.text,
    ...(numbers === '' ? [] : [' ', element('span', { class: 'cite' }, numbers)]),
    ...(line.caveat === undefined
      ? []
      : [' ', element('span', { class: 'caveat' }, `Needs checking: ${line.caveat}`)]),
  ];
}

function drawSources(sources: readonly Citation[]): HTMLElement {
  const items = sources.map(({ publisher, title, version, date, url, caution }) => {
    const edition = version === null || !/^\d/.test(version) ? '' : `, version ${version}`;
    const words = `${publisher}, ${title}${edition} (${date ?? 'undated'})`;
    const linked =
      url !== null && /^https?:\/\//.test(url)
        ? element(
            'a',
            { href: url, rel: 'noopener noreferrer', target: '_blank' },
            words,
            element('span', { class: 'hidden' }, ' (opens in a new tab)'),
          )
        : words;
    return element(
      'li',
      {},
      linked,
      ...(caution === null ? [] : [' ', element('span', { class: 'caution' }, caution)]),
    );
  });
  const open: Record<string, string> = sources.length <= 3 ? { open: '' } : {};
  return element(
    'details',
    { class: 'sources', ...open },
    element('summary', {}, `Sources (${String(sources.length)})`),
    element('ol', {}, ...items),
  );
}
