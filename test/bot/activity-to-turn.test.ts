import type { Activity } from 'botbuilder';
import fc from 'fast-check';
import { activityToTurn } from '../../src/bot/activity-to-turn';
import { bike } from './replies';
import { removeTenDigits } from './removing';

const at = new Date('2026-11-20T09:00:00Z');
const message = {
  type: 'message',
  id: 'a1',
  channelId: 'msteams',
  conversation: { id: 'c1' },
  from: { id: 'p1' },
  recipient: { id: 'bot' },
  text: 'hello',
};
const turn = (activity: object, alreadyRemoved: readonly string[] = []) =>
  activityToTurn({ ...message, ...activity } as unknown as Activity, {
    removeIdentifiers: removeTenDigits,
    alreadyRemoved,
    at,
  });
const mention = { type: 'mention', mentioned: { id: 'bot' }, text: '<at>Records Desk</at>' };

test('a message becomes a turn with the ids of its channel', () => {
  expect(turn({})).toEqual({
    id: 'a1',
    conversation: 'c1',
    person: 'p1',
    channel: 'msteams',
    text: 'hello',
    removed: [],
    at: '2026-11-20T09:00:00.000Z',
  });
});

test('identifiers are taken out of the words, and their kinds are told once', () => {
  expect(turn({ text: 'notes of 9434765919' })).toMatchObject({
    text: 'notes of [NHS number]',
    removed: ['NHS number'],
  });
  expect(turn({ text: '9434765919' }, ['NHS number', 'postcode']).removed).toEqual([
    'NHS number',
    'postcode',
  ]);
});

test('a mention of the bot is left out, wherever and however often it stands', () => {
  expect(
    turn({ text: '<at>Records Desk</at> where are <at>Records Desk</at>they', entities: [mention] }).text,
  ).toBe('where are they');
});

test('a mention of somebody else stays', () => {
  const other = { ...mention, mentioned: { id: 'jo' }, text: '<at>Jo</at>' };
  expect(turn({ text: '<at>Jo</at> asked', entities: [other] }).text).toBe('<at>Jo</at> asked');
});

test.each([
  [{ type: 'mention' }],
  [{ type: 'mention', mentioned: null }],
  [{ type: 'mention', mentioned: { id: 'bot' }, text: 5 }],
])('a mention that lacks its parts (%j) does no harm', (entity) => {
  expect(turn({ text: 'undefined hello', entities: [entity] }).text).toBe('undefined hello');
});

test('a button is understood with words or without', () => {
  expect(turn({ text: undefined, value: bike.value })).toMatchObject({ text: '', pressed: bike.value });
  expect(turn({ text: 'By bike', value: { ...bike.value, msteams: {} } })).toMatchObject({
    text: 'By bike',
    pressed: bike.value,
  });
});

test.each([
  [{ kind: 'answer', tree: 'way' }],
  [{ kind: 'command', command: 'format-disk' }],
  [{ kind: 'entry', entry: '9434765919' }],
  [{ kind: 'entry', entry: 'notes of 943' }],
  [{ kind: 'guide', tree: 'way', answers: { how: 943 } }],
  ['By bike'],
  [7],
  [null],
])('a value that is no button of ours (%j) is left out', (value) => {
  expect(turn({ value })).not.toHaveProperty('pressed');
});

test('words behind a button are freed of identifiers too', () => {
  expect(turn({ text: '', value: { kind: 'ask', text: 'where is 9434765919' } })).toMatchObject({
    pressed: { kind: 'ask', text: 'where is [NHS number]' },
    removed: ['NHS number'],
  });
});

test('somebody joining is a turn without words', () => {
  expect(turn({ type: 'conversationUpdate', text: 'ignored' })).toMatchObject({ joined: true, text: '' });
});

test('no text and no value ever makes it throw', () => {
  fc.assert(
    fc.property(
      fc.option(fc.string({ unit: 'binary' }), { nil: undefined }),
      fc.jsonValue(),
      (text, value) => {
        expect(turn({ text, value }).id).toBe('a1');
      },
    ),
  );
});
