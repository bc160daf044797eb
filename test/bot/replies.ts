import type { Choice, Reply } from '../../src/conversation/reply';

/** Tiny invented replies, one of each kind. */

const common = { title: '', blocks: [], choices: [], citations: [], notices: [], release: 'r1' } as const;

export const bike: Choice = {
  title: 'By bike',
  value: { kind: 'answer', tree: 'way', question: 'how', option: 'bike' },
};
export const bus: Choice = {
  title: 'By bus',
  value: { kind: 'answer', tree: 'way', question: 'how', option: 'bus' },
};
export const foot: Choice = {
  title: 'On foot',
  value: { kind: 'answer', tree: 'way', question: 'how', option: 'foot' },
};
export const why: Choice = { title: 'Why do you ask?', value: { kind: 'command', command: 'why' } };

export const source = {
  id: 'map',
  title: 'The map',
  publisher: 'The town',
  version: null,
  date: 'May 2026',
  url: 'https://town.example/map',
  seen: 'live',
  caution: null,
} as const;

export const answer: Reply = {
  ...common,
  kind: 'answer',
  id: 'where-is-it',
  title: 'Where is it?',
  confidence: 0.9,
  citations: [source],
  notices: ['Not yet reviewed.'],
};
export const offer: Reply = {
  ...common,
  kind: 'offer',
  title: 'Which one?',
  confidence: 0.5,
  choices: [bike, bus],
};
export const unknown: Reply = { ...common, kind: 'unknown', reason: 'no-match', id: null };
export const gap: Reply = { ...common, kind: 'unknown', reason: 'gap', id: 'no-source-says' };
export const question: Reply = {
  ...common,
  kind: 'question',
  id: 'way#how',
  title: 'How do you come?',
  progress: { number: 1, about: 3 },
  told: [],
  choices: [bike, bus, foot, why],
};
export const outcome: Reply = {
  ...common,
  kind: 'outcome',
  id: 'way#by-bike',
  title: 'Take the lane',
  told: ['by bike'],
  link: 'https://desk.example/guides/way?how=bike',
};
export const welcome: Reply = { ...common, kind: 'notice', about: 'welcome', title: 'Hello' };
export const everyKind = [answer, offer, unknown, gap, question, outcome, welcome];
