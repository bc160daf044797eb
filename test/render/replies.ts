import type { Block, Citation, Line, Reply } from '../../src/conversation/reply';

export const line = (text: string, more: Partial<Line> = {}): Line => ({ text, cites: [], ...more });

export const source = (more: Partial<Citation> = {}): Citation => ({
  id: 'book',
  title: 'The book',
  publisher: 'The Railway',
  version: '2',
  date: '1 May 2024',
  url: 'https://rail.example/book',
  seen: 'live',
  caution: null,
  ...more,
});

type Outcome = Extract<Reply, { kind: 'outcome' }>;

export const outcome = (more: Partial<Outcome> = {}): Outcome => ({
  kind: 'outcome',
  id: 'umbrella#depot',
  title: 'To the depot',
  told: ['found on a train'],
  link: 'https://desk.example/guides/umbrella?found=train',
  blocks: [],
  choices: [],
  citations: [],
  notices: [],
  release: 'r1',
  ...more,
});

/** One block of each kind, every word of it different. */
export const blocks: readonly Block[] = [
  { kind: 'paragraph', line: line('It goes to the depot.', { cites: [1], caveat: 'the page was cut off' }) },
  { kind: 'list', heading: 'Check first', tone: 'check', items: [line('The tag is on.')] },
  { kind: 'list', heading: 'Do not', tone: 'do-not', items: [line('Leave it in the rain.')] },
  {
    kind: 'steps',
    steps: [{ ...line('Tie a tag to it.', { cites: [2] }), who: 'Porter', when: 'Today', with: 'Form 7' }],
  },
  {
    kind: 'conflict',
    title: 'How long it is kept',
    open: true,
    positions: [line('The book says a week.', { cites: [1] }), line('The poster says a month.')],
    newer: 'The poster is newer.',
    check: 'Ask before it is sold.',
    meanwhile: [line('Keep it for a month.')],
    decides: ['the stationmaster'],
  },
  {
    kind: 'contacts',
    contacts: [{ name: 'The office', for: 'things that were found', how: line('Ring 01632 960 123.') }],
  },
];

/** Every word of the blocks above that a person must be able to read, in whatever way it is rendered. */
export const said: readonly string[] = [
  'It goes to the depot.',
  'the page was cut off',
  'Check first',
  'The tag is on.',
  'Do not',
  'Leave it in the rain.',
  'Tie a tag to it.',
  'Porter',
  'Today',
  'Form 7',
  'How long it is kept',
  'The book says a week.',
  'The poster says a month.',
  'The poster is newer.',
  'Ask before it is sold.',
  'Keep it for a month.',
  'the stationmaster',
  'The office',
  'things that were found',
  'Ring 01632 960 123.',
];
