/** An activity as Direct Line clients see it: JSON. */
export type WireActivity = Readonly<Record<string, unknown>> & { readonly id: string };

/** A conversation that was started. */
export interface Started {
  readonly id: string;
  /** Who speaks in it. */
  readonly user: string;
}

/** What is kept of one activity. */
export interface Kept {
  readonly activity: WireActivity;
  /** The client's own id of what it sent, by which a repeated sending is known. */
  readonly sentAs?: string | undefined;
  /** ISO date and time. */
  readonly at: string;
}

/** One kept activity with its place in the conversation: 1, 2, 3 … The place of the last one seen is the watermark. */
export type Placed = Kept & { readonly place: number };

/** How many activities of a conversation are kept at least; older ones may go. */
export const keptActivities = 500;

/** What Direct Line must keep so that a restart closes nobody's chat. Texts were freed of identifiers before they come here. */
export interface Shelf {
  /** 32 random bytes that sign tokens: made when first asked for, the same ever after. */
  signingKey(): Promise<Uint8Array>;
  /** Remembers a conversation. False when it was there already; exactly one of many callers at once is told true. */
  begin(conversation: Started, at: string): Promise<boolean>;
  conversation(id: string): Promise<Started | undefined>;
  /** Adds to the end and tells the place. Calls for one conversation do not overlap. */
  append(conversation: string, kept: Kept): Promise<number>;
  /** What stands behind the watermark (0: everything that is kept), in order. */
  after(conversation: string, watermark: number): Promise<readonly Placed[]>;
  /** The last activity that the client sent under this id of its own. */
  sent(conversation: string, sentAs: string): Promise<Placed | undefined>;
  /** Removes a conversation with all that was said in it, from the disk too. Not there: nothing happens. */
  remove(conversation: string): Promise<void>;
  /** Forgets conversations in which nothing was said since, and tells which. */
  forget(before: string): Promise<readonly Started[]>;
}
