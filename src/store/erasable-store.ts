import type { Store } from '../conversation';

/** What is to be forgotten: a conversation with its exchanges, what is remembered of a person, or both. */
export interface Erased {
  readonly conversation?: string | undefined;
  readonly person?: string | undefined;
}

/** A store out of which one conversation, or one person's practice, can be taken. */
export interface ErasableStore extends Store {
  /** Removes it, from the disk too. What is not there is no mistake. */
  erase(what: Erased): Promise<void>;
}
