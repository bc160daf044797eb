import type { Exchange, Session } from '../../src/conversation';
import { newSession } from '../../src/conversation';

/** A session whose content tells which save it is from. */
export function sessionOf(conversation: string, revision: number): Session {
  return { ...newSession(conversation), revision, misses: revision, guide: `guide ${revision}` };
}

export function exchangeOf(conversation: string, turn: string): Exchange {
  return {
    turn,
    conversation,
    channel: 'test',
    at: '2026-11-20T12:00:00.000Z',
    release: 'r1',
    text: `what was asked in ${turn}: "quotes", ü, 👩🏽‍⚕️, \u0000`,
    replies: [
      {
        kind: 'notice',
        about: 'help',
        title: 'Help',
        blocks: [],
        choices: [],
        citations: [],
        notices: [`reply to ${turn}`],
        release: 'r1',
      },
    ],
    considered: [{ id: 'a', score: 0.25 }],
  };
}
