import type { Choice } from '../../../conversation/reply';
import { drawBlock } from './draw-block';
import { drawSources } from './draw-sources';
import { button, element, unseen, type Child } from './element';
import { linkTo } from './link';
import type { Activity } from './protocol';

const NAME = 'Records Desk';

/** The person's own message. */
export function drawOwn(text: string): HTMLElement {
  return element(
    'article',
    { class: 'message own' },
    element('p', { class: 'who' }, 'You'),
    element('p', { class: 'said' }, text),
  );
}

/** A sentence about the conversation itself. */
export function drawRemark(text: string): HTMLElement {
  return element('p', { class: 'remark' }, text);
}

/** A reply of the desk, without its choices. */
export function drawReply(activity: Activity): HTMLElement {
  const { guidance, blocks, told, progress, link = null } = activity.channelData ?? {};
  const seen = guidance?.title === NAME ? ' hidden' : '';
  const who = element('p', { class: `who${seen}` }, NAME);
  if (guidance === undefined || blocks === undefined)
    return element('article', { class: 'message desk' }, who, element('p', {}, activity.text ?? ''));
  const title = guidance.title === '' ? [] : [element('h2', {}, guidance.title)];
  const many = blocks.filter(({ kind }) => kind === 'conflict').length > 2;
  const words = blocks.map((block) => drawBlock(block, guidance.sources, many));
  const soFar = toldLine(told, guidance.kind);
  const asks = guidance.kind === 'question';
  return element(
    'article',
    { class: `message desk ${asks ? 'question' : 'reply'}` },
    who,
    ...(asks ? [...soFar, ...words, ...title] : [...title, ...soFar, ...words]),
    ...(progress === undefined
      ? []
      : [
          element(
            'p',
            { class: 'progress' },
            `Question ${String(progress.number)} of about ${String(progress.about)}`,
          ),
        ]),
    ...(link === null
      ? []
      : [element('p', { class: 'own-page' }, ...linkTo(link, 'Open or print this action sheet'))]),
    ...drawSources(guidance.sources),
    ...guidance.notices.map((notice) => element('p', { class: 'notice' }, notice)),
  );
}

/** What was understood: in a line while questions are asked, as a list where it is what the outcome rests on. */
function toldLine(told: readonly string[] | undefined, kind: string): Child[] {
  if (told === undefined || told.length === 0) return [];
  if (kind === 'question')
    return [element('p', { class: 'told' }, element('b', {}, 'So far: '), `${told.join('; ')}.`)];
  const items = told.map((words) => element('li', {}, words));
  return [element('div', { class: 'told' }, element('p', {}, 'You told me'), element('ul', {}, ...items))];
}

/** Choices that are about the conversation rather than the question. */
const aside: ReadonlySet<string> = new Set(['command', 'remember', 'change']);

/** What can be chosen, as buttons. They stay: one of an earlier question changes that answer. */
export function drawChoices(
  choices: readonly Choice[],
  choose: (choice: Choice) => void,
): HTMLElement | undefined {
  if (choices.length === 0) return undefined;
  const buttons = choices.map((choice, i) =>
    button(
      { class: `choice${aside.has(choice.value.kind) ? ' minor' : ''}` },
      () => {
        choose(choice);
      },
      element('span', { class: 'number', 'aria-hidden': 'true' }, String(i + 1)),
      element('span', { class: 'title' }, choice.title),
    ),
  );
  return element('div', { class: 'choices', role: 'group', 'aria-label': 'Choices' }, ...buttons);
}

/** Marks the choice that was taken, by its words or its number, and sets the others back. */
export function markTaken(choices: Element, text: string): void {
  choices.classList.add('past');
  for (const each of choices.querySelectorAll('.choice')) {
    const ways = [...each.querySelectorAll('.number, .title')].map((way) => way.textContent.toLowerCase());
    const taken = ways.includes(text.trim().toLowerCase());
    each.querySelector('.hidden')?.remove();
    each.classList.toggle('taken', taken);
    if (taken) each.prepend(unseen('Chosen: '));
  }
}
