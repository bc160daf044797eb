import { removeIdentifiers } from '../../src/privacy';
import type { Kind } from '../../src/privacy/identifier';
import { CANARIES } from './canaries';
import { LOOK_ALIKES } from './look-alikes';

const kinds = Object.keys(CANARIES) as Kind[];

/** The message as it is typed, and as it should come out. */
function typed(message: string): string {
  return message.replace(/[«»]/g, '');
}

function cleaned(message: string, kind: Kind): string {
  return message.replace(/«[^»]*»/g, `[${kind} removed]`);
}

function identifiersIn(messages: readonly string[]): number {
  return messages.join('').split('«').length - 1;
}

function recallOf(kind: Kind): { recall: number; missed: string[] } {
  const missed = CANARIES[kind].filter((message) => {
    const { text, kinds: found } = removeIdentifiers(typed(message));
    return text !== cleaned(message, kind) || found.join() !== kind;
  });
  return { recall: 1 - identifiersIn(missed) / identifiersIn(CANARIES[kind]), missed };
}

test('there are at least 200 identifiers and 200 look-alikes to measure with', () => {
  expect(identifiersIn(kinds.flatMap((kind) => CANARIES[kind]))).toBeGreaterThanOrEqual(200);
  expect(new Set(LOOK_ALIKES).size).toBeGreaterThanOrEqual(200);
});

test.each(kinds)('of the identifiers of kind "%s" enough are taken out, whole and nothing else', (kind) => {
  const { recall, missed } = recallOf(kind);
  const wanted = kind === 'NHS number' ? 0.99 : 0.95;
  expect({ missed, isEnough: recall >= wanted }).toEqual({ missed, isEnough: true });
});

test('at most 2 in 100 look-alikes are touched', () => {
  const touched = LOOK_ALIKES.filter((text) => removeIdentifiers(text).text !== text);
  const isFew = touched.length / LOOK_ALIKES.length <= 0.02;
  expect({ touched, isFew }).toEqual({ touched, isFew: true });
});

afterAll(() => {
  const rows = kinds.map((kind) => {
    const share = `${(100 * recallOf(kind).recall).toFixed(1)} %`.padStart(8);
    return `${share} of ${String(identifiersIn(CANARIES[kind])).padStart(3)}  ${kind}`;
  });
  process.stdout.write(`Identifiers taken out:\n${rows.join('\n')}\n`);
});
