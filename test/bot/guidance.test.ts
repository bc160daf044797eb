import { guidance } from '../../src/bot/guidance';
import {
  answer,
  bike,
  bus,
  everyKind,
  gap,
  offer,
  outcome,
  question,
  source,
  unknown,
  welcome,
} from './replies';

const empty = { id: null, title: '', confidence: null, sources: [], choices: [], notices: [], release: 'r1' };

test('an answer shows its entry, its confidence and its sources', () => {
  expect(guidance(answer)).toEqual({
    kind: 'answer',
    id: 'where-is-it',
    title: 'Where is it?',
    confidence: 0.9,
    sources: [source],
    choices: [],
    notices: ['Not yet reviewed.'],
    release: 'r1',
  });
});

test('an offer has no id, since nothing was chosen yet', () => {
  expect(guidance(offer)).toEqual({
    ...empty,
    kind: 'offer',
    title: 'Which one?',
    confidence: 0.5,
    choices: [bike, bus],
  });
});

test('unknown gives its reason, and an id only for a known gap', () => {
  expect(guidance(unknown)).toEqual({ ...empty, kind: 'unknown', reason: 'no-match' });
  expect(guidance(gap)).toEqual({ ...empty, kind: 'unknown', reason: 'gap', id: 'no-source-says' });
});

test('guides name question and outcome; neither they nor notices claim a confidence', () => {
  expect(guidance(question)).toMatchObject({ kind: 'question', id: 'way#how', confidence: null });
  expect(guidance(outcome)).toMatchObject({ kind: 'outcome', id: 'way#by-bike', confidence: null });
  expect(guidance(welcome)).toEqual({ ...empty, kind: 'notice', title: 'Hello' });
});

test('every kind has the same fields, and a reason only with unknown', () => {
  const fields = ['choices', 'confidence', 'id', 'kind', 'notices', 'release', 'sources', 'title'];
  for (const reply of everyKind) {
    const expected = reply.kind === 'unknown' ? [...fields, 'reason'] : fields;
    expect(Object.keys(guidance(reply)).sort()).toEqual(expected.sort());
  }
});

test('nothing that a citation carries beyond the contract reaches a client', () => {
  const inner = { ...answer, citations: [{ ...source, note: 'inner remark' }] };
  expect(JSON.stringify(guidance(inner))).not.toContain('inner remark');
});
