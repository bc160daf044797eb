import { z } from 'zod';
import { readYaml } from '../content';
import type { Problem } from '../content';

const Line = z.string().min(1);
const Said = z.strictObject({ title: Line.optional(), lines: z.array(Line).min(1) });
const Titled = z.strictObject({ title: Line, lines: z.array(Line).min(1) });
const OneLine = z.strictObject({ line: Line });
const CommandWords = z.array(Line).min(1);

/** `dialogs/_phrases.yaml`: every fixed sentence that the bot says, and the words that call its commands. */
export const Phrases = z.strictObject({
  welcome: z.strictObject({ ...Titled.shape, examples: z.array(Line).min(1) }),
  help: Titled,
  thanks: Said,
  /** Said instead of `thanks` while a guide is open; its question follows. */
  thanksInGuide: Said,
  greeting: Said,
  greetingInGuide: Said,
  cancelled: Said,
  nothingToCancel: Said,
  restarted: Said,
  restartedGuide: Said,
  nothingToContinue: Said,
  /** "Walk me through it", when nothing that was shown can be walked through. */
  nothingToWalk: Said,
  /** The same, when there is more than one guide. */
  walkWhich: Titled,
  nothingToGoBack: Said,
  nothingToChange: Said,
  changeWhich: Titled,
  /** {answer}: the answer in words. */
  changed: OneLine,
  /** {answers} */
  dropped: OneLine,
  /** {answers}: what was taken from a message without being asked. */
  understood: z.strictObject({ line: Line, whole: Line }),
  /** {answer}: an earlier answer that was given again. */
  known: OneLine,
  /** {answer}: an answer that was read out of free words. */
  read: OneLine,
  /** {answer}: what was said of a question that comes later. */
  noted: OneLine,
  /** An earlier answer was denied, so its question is put again. */
  takenBack: OneLine,
  /** {answers}: told, but not asked for on the way to an outcome. */
  unused: OneLine,
  /** {answers}: answers known before they were asked for: said earlier, or kept after a change. */
  also: OneLine,
  /** "What do you know about us?" {body}, {name}: of `area`. `tell`: how to have something remembered. */
  practice: z.strictObject({ title: Line, area: Line, none: Line, tell: Line, forget: Line }),
  /** {answer} */
  remembered: Said,
  /** "Our ICB is Kent and Medway." {body}: ICB or LMC; {name} */
  rememberedArea: Said,
  forgotten: Said,
  answersSoFar: z.strictObject({ title: Line, none: Line }),
  /** A new release altered the guide that is open. {answers}: those that still hold; {questions}: those whose answer no longer exists. */
  moved: z.strictObject({ line: Line, kept: Line, again: Line, gone: Line }),
  /** First misunderstanding of an answer. */
  misunderstood: Said,
  /** Second in a row: the way out. */
  misunderstoodAgain: Titled,
  misunderstoodChoice: Said,
  /** {most}: a number that no choice has. */
  outOfRange: Said,
  /** A number that two lists have. */
  whichList: Titled,
  noneOfThese: Said,
  offer: Titled,
  unknown: z.strictObject({ ...Titled.shape, nearest: Line }),
  clinical: Titled,
  emergency: Titled,
  outOfScope: Titled,
  /** {length}, {limit} */
  tooLong: Titled,
  noWords: Said,
  /** {reference} */
  error: Titled,
  contact: Titled,
  notices: z.strictObject({
    unreviewed: Line,
    /** {date} */
    overdue: Line,
    staleButton: Line,
    pastGuide: Line,
    gone: Line,
    /** {words} */
    corrected: Line,
    /** {question}: the heading of the last answer. */
    together: Line,
  }),
  labels: z.strictObject({
    walkMeThrough: Line,
    whoToAsk: Line,
    back: Line,
    changeAnAnswer: Line,
    startOver: Line,
    /** {guide} */
    backTo: Line,
    /** {answer} */
    remember: Line,
    cancel: Line,
    continue: Line,
    answers: Line,
    /** {answers} */
    youToldMe: Line,
    /** {number}, {about} */
    question: Line,
    sources: Line,
    undated: Line,
    superseded: Line,
  }),
  commands: z.strictObject({
    help: CommandWords,
    back: CommandWords,
    change: CommandWords,
    restart: CommandWords,
    cancel: CommandWords,
    continue: CommandWords,
    why: CommandWords,
    answers: CommandWords,
    contact: CommandWords,
    profile: CommandWords,
    forget: CommandWords,
    walk: CommandWords,
    remind: CommandWords,
    greet: CommandWords,
    thanks: CommandWords,
  }),
});
export type Phrases = z.infer<typeof Phrases>;

/** Reads `dialogs/_phrases.yaml`. */
export function loadPhrases(
  file: string,
  text: string,
): { phrases: Phrases | undefined; problems: readonly Problem[] } {
  const reading = readYaml(file, text, Phrases);
  return reading.ok
    ? { phrases: reading.authored.value, problems: reading.warnings }
    : { phrases: undefined, problems: reading.problems };
}

/** Fills `{words}` in braces. A brace without a value is an author's slip and stays visible. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
