import type { Store } from '../conversation';

/** A store out of which one conversation can be taken. */
export interface ErasableStore extends Store {
  /** Removes session and exchanges of a conversation and, if named, what is remembered of a person, from the disk too. */
  erase(conversation: string, person?: string): Promise<void>;
}
