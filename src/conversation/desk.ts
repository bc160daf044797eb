import { walk } from '../dialogs';
import type { Question } from '../dialogs';
import { notice, step, told } from './compose';
import type { Considered } from './find';
import { findInContext } from './find-in-context';
import type { Context, Reading } from './find-in-context';
import type { Place } from './guide';
import type { Library } from './library';
import { withAreaNames } from './practice-area';
import type { Choice, Reply } from './reply';
import type { Profile, Session } from './session';
import type { Turn } from './turn';

/** What a turn comes to. */
export interface Response {
  readonly replies: readonly Reply[];
  readonly session: Session;
  /** The person's practice, when the turn changed what is remembered of it. */
  readonly profile?: Profile | undefined;
  readonly considered: Considered;
}

/** One turn at the desk: what was said, where the conversation stands, and what can be answered from. */
export class Desk {
  /** With the names of the person's own ICB and LMC, where these are known. */
  readonly library: Library;
  private considered: Considered = [];
  private asked: string | undefined;

  constructor(
    readonly turn: Turn,
    readonly session: Session,
    library: Library,
    readonly profile: Profile,
  ) {
    this.library = withAreaNames(library, profile);
  }

  /** Where the conversation stands in a guide. */
  place(): Place | undefined {
    const tree = this.library.trees.get(this.session.guide ?? '');
    return tree === undefined ? undefined : { tree, answers: this.session.answers[tree.id] ?? {} };
  }

  /** The question that is open at a place. */
  asking({ tree, answers }: Place): Question | undefined {
    const { at } = walk(tree, answers);
    return at.kind === 'question' ? at.question : undefined;
  }

  /** The place, while a question is open there. */
  openPlace(): Place | undefined {
    const place = this.place();
    return place === undefined || this.asking(place) === undefined ? undefined : place;
  }

  /** The open question of the guide once more, after something else was said. */
  putAgain(): Reply[] {
    const place = this.openPlace();
    return place === undefined ? [] : [step(this.library, place.tree, walk(place.tree, place.answers))];
  }

  find(text: string): Reading {
    this.asked = text;
    const reading = findInContext(this.library, text, this.context());
    this.considered = reading.considered;
    return reading;
  }

  private context(): Context | undefined {
    const place = this.place();
    if (place === undefined)
      return this.session.topic === undefined
        ? undefined
        : { title: this.session.topic, words: this.session.topic };
    const answers = told(walk(place.tree, place.answers).taken);
    return { guide: place.tree.id, title: place.tree.title, words: [place.tree.title, ...answers].join(' ') };
  }

  /** Examples are choices whose value is a question: pressing one is typing it. */
  examples(): Choice[] {
    return this.library.phrases.welcome.examples.map((title) => ({
      title,
      value: { kind: 'ask', text: title },
    }));
  }

  say(replies: readonly Reply[], changes: Partial<Session> = {}, profile?: Profile): Response {
    const session = { ...this.session, misses: 0, asked: this.asked ?? this.session.asked, ...changes };
    return { replies, session, profile, considered: this.considered };
  }

  /** Says something, and the open question again after it. */
  sayAndPutAgain(reply: Reply): Response {
    return this.say([reply, ...this.putAgain()]);
  }

  /** A button of which the target is no longer there. */
  gone(): Response {
    const lines = [this.library.phrases.notices.gone];
    return this.sayAndPutAgain(notice(this.library, 'misunderstood', { lines }));
  }
}
