import { randomBytes } from 'node:crypto';
import { keptActivities, type Placed, type Shelf, type Started } from './shelf';

interface Remembered {
  readonly started: Started;
  readonly activities: Placed[];
  places: number;
  lastAt: string;
}

/** A shelf that lasts as long as it is held: for tests, and for trying the bot out. */
export function memoryShelf(): Shelf {
  const key = randomBytes(32);
  const conversations = new Map<string, Remembered>();
  return {
    signingKey: () => Promise.resolve(key),
    begin: (started, at) => {
      const isNew = !conversations.has(started.id);
      if (isNew) conversations.set(started.id, { started, activities: [], places: 0, lastAt: at });
      return Promise.resolve(isNew);
    },
    conversation: (id) => Promise.resolve(conversations.get(id)?.started),
    append: (id, kept) => {
      const conversation = conversations.get(id);
      if (!conversation)
        return Promise.reject(new Error(`Conversation ${id} was not begun; call begin first.`));
      conversation.places += 1;
      conversation.lastAt = kept.at;
      conversation.activities.push({ ...kept, place: conversation.places });
      if (conversation.activities.length > keptActivities) conversation.activities.shift();
      return Promise.resolve(conversation.places);
    },
    after: (id, watermark) =>
      Promise.resolve((conversations.get(id)?.activities ?? []).filter(({ place }) => place > watermark)),
    sent: (id, sentAs) =>
      Promise.resolve(conversations.get(id)?.activities.findLast((each) => each.sentAs === sentAs)),
    remove: (id) => {
      conversations.delete(id);
      return Promise.resolve();
    },
    forget: (before) => {
      const old = [...conversations.values()].filter(({ lastAt }) => lastAt < before);
      for (const { started } of old) conversations.delete(started.id);
      return Promise.resolve(old.map(({ started }) => started));
    },
  };
}
