/** What the person pressed. Each names what it answers, so that an old button is understood. */
export type Pressed =
  | { readonly kind: 'answer'; readonly tree: string; readonly question: string; readonly option: string }
  | { readonly kind: 'entry'; readonly entry: string }
  /** Words to be read as if they had been typed. */
  | { readonly kind: 'ask'; readonly text: string }
  | { readonly kind: 'guide'; readonly tree: string; readonly answers?: Readonly<Record<string, string>> }
  | { readonly kind: 'change'; readonly tree: string; readonly question: string }
  /** Comes back to a guide that was left. */
  | { readonly kind: 'resume'; readonly tree: string }
  /** Agrees that an answer about the practice is kept for next time. */
  | { readonly kind: 'remember'; readonly tree: string; readonly question: string; readonly option: string }
  | { readonly kind: 'command'; readonly command: Command };

/** Things that can be said at any point. */
export type Command =
  | 'help'
  | 'back'
  | 'change'
  | 'restart'
  | 'cancel'
  | 'continue'
  | 'why'
  | 'walk'
  | 'remind'
  | 'greet'
  | 'thanks'
  | 'answers'
  | 'contact'
  | 'profile'
  | 'forget';

/** One message from a person, freed of identifiers before it was made. */
export interface Turn {
  /** The channel's id of the message; the same id again is the same message. */
  readonly id: string;
  readonly conversation: string;
  readonly person: string;
  readonly channel: string;
  /** Empty when a button without words was pressed or when a person has just joined. */
  readonly text: string;
  readonly pressed?: Pressed | undefined;
  /** True for the turn in which somebody joins: it is answered with the welcome. */
  readonly joined?: boolean | undefined;
  /** Kinds of identifiers that were taken out of the text, for example `NHS number`. */
  readonly removed: readonly string[];
  /** ISO date and time. */
  readonly at: string;
}
