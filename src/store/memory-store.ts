import { StaleSession } from '../conversation';
import type { Exchange, Profile, Session } from '../conversation';
import type { ErasableStore } from './erasable-store';

/** Sessions and exchanges in memory, for tests and for a chat that is to leave no trace. Values are copied in and out. */
export function openMemoryStore(): ErasableStore {
  const sessions = new Map<string, Session>();
  const exchanges = new Map<string, Exchange>();
  const profiles = new Map<string, Profile>();
  const keyOf = (conversation: string, turn: string): string => JSON.stringify([conversation, turn]);
  return {
    session: (conversation) => Promise.resolve(structuredClone(sessions.get(conversation))),
    exchange: (conversation, turn) =>
      Promise.resolve(structuredClone(exchanges.get(keyOf(conversation, turn)))),
    profile: (person) => Promise.resolve(structuredClone(profiles.get(person) ?? {})),
    save: (session, exchange, changed) => {
      const { conversation, revision } = session;
      const stored = sessions.get(conversation)?.revision ?? 0;
      const turn = keyOf(exchange.conversation, exchange.turn);
      if (stored !== revision || exchanges.has(turn))
        return Promise.reject(new StaleSession(conversation, revision));
      sessions.set(conversation, structuredClone({ ...session, revision: revision + 1 }));
      exchanges.set(turn, structuredClone(exchange));
      if (changed !== undefined) profiles.set(changed.person, structuredClone(changed.profile));
      return Promise.resolve();
    },
    forget: (before) => {
      for (const [key, { at }] of exchanges) if (at < before) exchanges.delete(key);
      const alive = new Set([...exchanges.values()].map(({ conversation }) => conversation));
      for (const conversation of sessions.keys()) if (!alive.has(conversation)) sessions.delete(conversation);
      return Promise.resolve();
    },
    erase: ({ conversation, person }) => {
      if (conversation !== undefined) sessions.delete(conversation);
      for (const [key, exchange] of exchanges)
        if (exchange.conversation === conversation) exchanges.delete(key);
      if (person !== undefined) profiles.delete(person);
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  };
}
