import { readPressed } from '../../src/bot/pressed';
import type { Command, Pressed } from '../../src/conversation/turn';
import { removeTenDigits } from './removing';

/** Both lists are closed: whoever adds a kind or a command is told here by the compiler, and by these tests. */
const kinds = {
  answer: { kind: 'answer', tree: 'way', question: 'how', option: 'bike' },
  entry: { kind: 'entry', entry: 'keep-after-death#how-long' },
  ask: { kind: 'ask', text: 'where is it' },
  guide: { kind: 'guide', tree: 'way', answers: { how: 'bike' } },
  change: { kind: 'change', tree: 'way', question: 'how' },
  resume: { kind: 'resume', tree: 'way' },
  remember: { kind: 'remember', tree: 'way', question: 'how', option: '28-days' },
  command: { kind: 'command', command: 'help' },
} satisfies { [Kind in Pressed['kind']]: Pressed & { kind: Kind } };

const commands = {
  help: true,
  back: true,
  change: true,
  restart: true,
  cancel: true,
  continue: true,
  why: true,
  walk: true,
  remind: true,
  greet: true,
  thanks: true,
  answers: true,
  contact: true,
  profile: true,
  forget: true,
} satisfies Record<Command, true>;

const read = (value: unknown) => readPressed(value, removeTenDigits)?.pressed;

test.each(Object.values(kinds))('$kind is understood as it was sent', (pressed) => {
  expect(read(pressed)).toEqual(pressed);
});

test.each(Object.keys(commands))('the command %s is understood', (command) => {
  expect(read({ kind: 'command', command })).toEqual({ kind: 'command', command });
});

test('what is not known of a button is dropped', () => {
  expect(read({ ...kinds.resume, note: '9434765919', msteams: {} })).toEqual(kinds.resume);
});

test.each([
  { ...kinds.entry, entry: 'notes of Jo' },
  { ...kinds.entry, entry: '943-476-5919' },
  { ...kinds.entry, entry: 'notes#943-476-5919' },
  { ...kinds.answer, option: 'x'.repeat(101) },
  { ...kinds.guide, answers: Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`q${n}`, 'yes'])) },
  { ...kinds.command, command: 'toString' },
  { kind: 'constructor' },
])('%j is none of ours', (value) => {
  expect(read(value)).toBeUndefined();
});
