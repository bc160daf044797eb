import { describeRemoved } from '../privacy';
import { back, fill, questionOf, walk } from '../dialogs';
import type { Question, Tree } from '../dialogs';
import { answer, notice, offer, step, unknown, whoToAsk, why } from './compose';
import { find } from './find';
import type { Considered, Finding } from './find';
import {
  answerIn,
  changeAnswer,
  correctionIn,
  takeAnswer,
  understoodAtStart,
  understoodPreface,
  without,
} from './guide';
import type { Place } from './guide';
import type { Library } from './library';
import type { Choice, Reply } from './reply';
import type { Session } from './session';
import type { Command, Pressed, Turn } from './turn';
import { commandIn, isQuestion, offeredChoice, tellAndAsk } from './understand';

/** A message may have this many characters. */
export const LONGEST_MESSAGE = 1000;

/** What a turn comes to. */
export interface Response {
  readonly replies: readonly Reply[];
  readonly session: Session;
  readonly considered: Considered;
}

/**
 * Decides everything: what was wanted, what is replied and what is remembered. Pure: the same turn, session and library
 * give the same response, so a turn can be responded to again after a lost race.
 */
export function respond(turn: Turn, session: Session, library: Library): Response {
  const response = new Responder(turn, session, library).respond();
  const offered =
    [...response.replies].reverse().find(({ choices }) => choices.length > 0)?.choices ?? session.offered;
  return {
    ...response,
    replies: tellRemoved(response.replies, turn.removed),
    session: { ...response.session, offered },
  };
}

/** The first reply says what was left out of the message. */
function tellRemoved([first, ...rest]: readonly Reply[], removed: readonly string[]): readonly Reply[] {
  if (first === undefined || removed.length === 0) return first === undefined ? [] : [first, ...rest];
  return [{ ...first, notices: [describeRemoved(removed), ...first.notices] }, ...rest];
}

class Responder {
  private considered: Considered = [];

  constructor(
    private readonly turn: Turn,
    private readonly session: Session,
    private readonly library: Library,
  ) {}

  respond(): Response {
    const { turn, library } = this;
    const { phrases } = library;
    if (turn.joined === true) return this.say([this.welcome()]);
    if (turn.pressed !== undefined) return this.press(turn.pressed);
    if (turn.text.length > LONGEST_MESSAGE) {
      const lines = phrases.tooLong.lines.map((line) =>
        fill(line, { length: turn.text.length, limit: LONGEST_MESSAGE }),
      );
      return this.say([notice(library, 'too-long', { ...phrases.tooLong, lines }), ...this.putAgain()]);
    }
    if (turn.text.trim() === '')
      return this.say([notice(library, 'no-words', phrases.noWords), ...this.putAgain()]);
    return this.read(turn.text);
  }

  /** A typed message: a choice, a command, an answer, a correction, or a question. */
  private read(text: string, offered: readonly Choice[] = this.session.offered): Response {
    const place = this.place();
    if (place !== undefined && this.asking(place) !== undefined)
      return this.readInGuide(place, text, offered);
    const command = commandIn(this.library.phrases, text);
    if (command !== undefined) return this.command(command);
    const choice = offeredChoice(offered, text);
    if (choice !== undefined) return this.press(choice);
    const correction = place === undefined ? undefined : correctionIn(place, text);
    if (place !== undefined && correction !== undefined && !isQuestion(text))
      return this.changeTo(place, correction.question, correction.option);
    return this.ask(text, undefined);
  }

  private readInGuide(place: Place, text: string, offered: readonly Choice[]): Response {
    const walked = walk(place.tree, place.answers);
    const asked = this.asking(place);
    if (asked === undefined) return this.ask(text, undefined);
    const command = commandIn(this.library.phrases, text);
    if (command !== undefined) return this.command(command);
    const changing = this.changeNamed(place, text);
    if (changing !== undefined) return changing;
    const { tells, asks } = tellAndAsk(text);
    const meant = answerIn(walked, tells === '' ? text : tells);
    const correction = meant === undefined ? correctionIn(place, text) : undefined;
    if (correction !== undefined) return this.changeTo(place, correction.question, correction.option);
    if (asks === '' || tells === '') {
      if (meant !== undefined && (asks === '' || asks.split(' ').length <= 4))
        return this.take(place, asked, meant, text);
      const listed = offeredChoice(offered, text);
      if (listed !== undefined) return this.press(listed);
      return asks === '' ? this.notUnderstood(place, text) : this.ask(text, place);
    }
    if (meant === undefined) return this.ask(text, place);
    const side = this.sideAnswer(asks);
    const taken = this.take(place, asked, meant, tells);
    return { ...taken, replies: [...side, ...taken.replies], considered: this.considered };
  }

  /** A button, or words that stand for one. */
  private press(pressed: Pressed): Response {
    const { library, session } = this;
    const { staleButton, pastGuide } = library.phrases.notices;
    switch (pressed.kind) {
      case 'command':
        return this.command(pressed.command);
      case 'ask':
        return this.read(pressed.text, []);
      case 'entry': {
        const entry = library.knowledge.entries.get(pressed.entry);
        if (entry === undefined) return this.gone();
        return this.say([answer(library, entry, 1), ...this.putAgain()]);
      }
      case 'guide': {
        const tree = library.trees.get(pressed.tree);
        return tree === undefined ? this.gone() : this.start(tree, pressed.answers ?? {}, []);
      }
      case 'change': {
        const tree = library.trees.get(pressed.tree);
        if (tree === undefined) return this.gone();
        return this.reask({ tree, answers: session.answers[tree.id] ?? {} }, pressed.question);
      }
      case 'answer': {
        const tree = library.trees.get(pressed.tree);
        const question = tree === undefined ? undefined : questionOf(tree, pressed.question);
        if (tree === undefined || question?.options.some(({ id }) => id === pressed.option) !== true)
          return this.gone();
        const place: Place = { tree, answers: session.answers[tree.id] ?? {} };
        const elsewhere = session.guide === tree.id ? [] : [pastGuide];
        const asked = this.asking(place);
        if (asked?.id === question.id) return this.take(place, question, pressed.option, '', elsewhere);
        const given = walk(tree, place.answers).taken.find((taken) => taken.question.id === question.id);
        if (given === undefined || given.option.id === pressed.option) return this.enter(place, elsewhere);
        return this.changeTo(place, question.id, pressed.option, [...elsewhere, staleButton]);
      }
    }
  }

  private command(command: Command): Response {
    const { library, session } = this;
    const { phrases } = library;
    const place = this.place();
    const asked = place === undefined ? undefined : this.asking(place);
    switch (command) {
      case 'help':
        return this.say([notice(library, 'help', phrases.help, this.examples()), ...this.putAgain()]);
      case 'greet':
        return this.say(
          asked === undefined
            ? [notice(library, 'greeting', phrases.greeting, this.examples())]
            : [notice(library, 'greeting', phrases.greetingInGuide), ...this.putAgain()],
        );
      case 'thanks':
        return this.say(
          asked === undefined
            ? [notice(library, 'thanks', phrases.thanks)]
            : [notice(library, 'thanks', phrases.thanksInGuide), ...this.putAgain()],
        );
      case 'contact':
        return this.say([
          whoToAsk(library, ['pcse', 'icb', 'lmc', 'clinical-supplier', 'ig-lead', 'dpo']),
          ...this.putAgain(),
        ]);
      case 'why':
        if (asked === undefined) return this.ask(this.turn.text === '' ? 'why' : this.turn.text, undefined);
        return this.say([why(library, asked), ...this.putAgain()]);
      case 'answers':
        return this.say([this.answersSoFar(place), ...this.putAgain()]);
      case 'cancel':
        if (place === undefined) return this.say([notice(library, 'cancelled', phrases.nothingToCancel)]);
        return this.say(
          [
            notice(library, 'cancelled', phrases.cancelled, [
              { title: phrases.labels.continue, value: { kind: 'command', command: 'continue' } },
            ]),
          ],
          { guide: undefined, paused: place.tree.id },
        );
      case 'continue': {
        const tree = library.trees.get(session.guide ?? session.paused ?? '');
        if (tree === undefined)
          return this.say([notice(library, 'misunderstood', phrases.nothingToContinue)]);
        return this.enter({ tree, answers: session.answers[tree.id] ?? {} }, []);
      }
      case 'restart':
        return this.restart(place);
      case 'back':
        if (place === undefined || walk(place.tree, place.answers).taken.length === 0)
          return this.say([
            notice(library, 'nothing-to-change', phrases.nothingToGoBack),
            ...this.putAgain(),
          ]);
        return this.enter({ tree: place.tree, answers: back(place.tree, place.answers) }, []);
      case 'change':
        return this.say(this.changeList(place));
    }
  }

  /** In a guide with answers: its first question again. Otherwise: a fresh start. */
  private restart(place: Place | undefined): Response {
    const { phrases } = this.library;
    if (
      place !== undefined &&
      walk(place.tree, place.answers).taken.length > 0 &&
      this.asking(place) !== undefined
    )
      return this.enter({ tree: place.tree, answers: {} }, phrases.restartedGuide.lines);
    return this.say([notice(this.library, 'greeting', phrases.restarted, this.examples())], {
      guide: undefined,
      paused: undefined,
      answers: {},
    });
  }

  /** Searches for an answer; inside a guide (`place`) the guide's question is put again after it. */
  private ask(text: string, place: Place | undefined): Response {
    const finding = this.find(text);
    const tree = this.guideFound(finding) ?? this.guideDescribed(finding, text);
    if (tree !== undefined && place === undefined) return this.start(tree, understoodAtStart(tree, text), []);
    return this.say([this.found(finding), ...this.putAgain()]);
  }

  private sideAnswer(asks: string): Reply[] {
    return [this.found(this.find(asks))];
  }

  private find(text: string): Finding {
    const finding = find(this.library, text);
    this.considered = finding.considered;
    return finding;
  }

  /** The reply to a finding, where guides are offered, not started. */
  private found(finding: Finding): Reply {
    const { library } = this;
    switch (finding.kind) {
      case 'found': {
        const entry = library.knowledge.entries.get(finding.id);
        return entry === undefined
          ? offer(library, [finding.id], finding.confidence)
          : answer(library, entry, finding.confidence);
      }
      case 'unsure':
        return offer(library, finding.among, finding.confidence);
      case 'none':
        return unknown(library, finding.reason, finding.nearest);
      case 'elsewhere': {
        const kind = library.knowledge.outOfScope.get(finding.outOfScope);
        return unknown(library, kind?.reason ?? 'out-of-scope', [], kind?.say);
      }
    }
  }

  private guideFound(finding: Finding): Tree | undefined {
    if (finding.kind !== 'found' || !finding.id.startsWith('guide:')) return undefined;
    return this.library.trees.get(finding.id.slice('guide:'.length));
  }

  /** The guide of the entry that was found, when the message already answers two of its questions: it tells of a case. */
  private guideDescribed(finding: Finding, text: string): Tree | undefined {
    if (finding.kind !== 'found') return undefined;
    const tree = this.library.trees.get(this.library.knowledge.entries.get(finding.id)?.guide ?? '');
    return tree === undefined || Object.keys(understoodAtStart(tree, text)).length < 2 ? undefined : tree;
  }

  private start(tree: Tree, answers: Readonly<Record<string, string>>, preface: readonly string[]): Response {
    const shared = Object.fromEntries(
      Object.entries(answers).filter(([id, option]) =>
        questionOf(tree, id)?.options.some((each) => each.id === option),
      ),
    );
    return this.enter({ tree, answers: shared }, [
      ...preface,
      ...understoodPreface(this.library, tree, shared),
    ]);
  }

  /** Puts the guide's next question, or shows its outcome. */
  private enter({ tree, answers }: Place, preface: readonly string[]): Response {
    const reply = step(this.library, tree, walk(tree, answers), preface);
    return this.say([reply], {
      guide: tree.id,
      paused: tree.id,
      answers: { ...this.session.answers, [tree.id]: answers },
    });
  }

  private take(
    place: Place,
    asked: Question,
    option: string,
    words: string,
    before: readonly string[] = [],
  ): Response {
    const { answers, preface } = takeAnswer(this.library, place, asked, option, words);
    return this.enter({ tree: place.tree, answers }, [...before, ...preface]);
  }

  private changeTo(place: Place, question: string, option: string, before: readonly string[] = []): Response {
    const { answers, preface } = changeAnswer(this.library, place, question, option);
    return this.enter({ tree: place.tree, answers }, [...before, ...preface]);
  }

  private reask(place: Place, question: string): Response {
    return this.enter({ tree: place.tree, answers: without(place.tree, place.answers, question) }, []);
  }

  /** "change where they moved to": the earlier answer that the words after "change" name. */
  private changeNamed(place: Place, text: string): Response | undefined {
    const rest =
      /^\s*(?:i (?:want|need) to |can i |please )?(?:change|edit|correct)\s+(?:my |the )?(?:answer (?:to|about|on) |answer: ?)?(.{3,})$/i.exec(
        text,
      )?.[1];
    if (rest === undefined) return undefined;
    const { taken } = walk(place.tree, place.answers);
    const words = rest.toLowerCase().match(/[a-z0-9]{3,}/g) ?? [];
    const scored = taken.map(({ question, option }) => {
      const names = `${question.ask} ${option.label} ${option.told ?? ''}`.toLowerCase();
      return { question, score: words.filter((word) => names.includes(word)).length };
    });
    const best = scored.sort((a, b) => b.score - a.score)[0];
    return best === undefined || best.score === 0 ? undefined : this.reask(place, best.question.id);
  }

  private changeList(place: Place | undefined): Reply[] {
    const { library } = this;
    const { nothingToChange, changeWhich } = library.phrases;
    const taken = place === undefined ? [] : walk(place.tree, place.answers).taken;
    if (place === undefined || taken.length === 0)
      return [notice(library, 'nothing-to-change', nothingToChange), ...this.putAgain()];
    const choices = taken.map(({ question, option }): Choice => ({
      title: `${question.ask} ${option.told ?? option.label}`,
      value: { kind: 'change', tree: place.tree.id, question: question.id },
    }));
    return [notice(library, 'change', changeWhich, choices)];
  }

  private answersSoFar(place: Place | undefined): Reply {
    const { title, none } = this.library.phrases.answersSoFar;
    const taken = place === undefined ? [] : walk(place.tree, place.answers).taken;
    return notice(this.library, 'answers', {
      title,
      lines:
        taken.length === 0
          ? [none]
          : taken.map(({ question, option }) => `${question.ask} ${option.told ?? option.label}`),
    });
  }

  private notUnderstood(place: Place, text: string): Response {
    const finding = this.find(text);
    if (finding.kind === 'found' || finding.kind === 'elsewhere')
      return this.say([this.found(finding), ...this.putAgain()]);
    const { misunderstood, misunderstoodAgain, labels } = this.library.phrases;
    const again = this.session.misses > 0;
    const reply = again
      ? notice(this.library, 'misunderstood', misunderstoodAgain, [
          { title: labels.whoToAsk, value: { kind: 'command', command: 'contact' } },
          { title: labels.cancel, value: { kind: 'command', command: 'cancel' } },
        ])
      : notice(this.library, 'misunderstood', misunderstood);
    return this.say([reply, step(this.library, place.tree, walk(place.tree, place.answers))], {
      misses: this.session.misses + 1,
    });
  }

  private place(): Place | undefined {
    const tree = this.library.trees.get(this.session.guide ?? '');
    return tree === undefined ? undefined : { tree, answers: this.session.answers[tree.id] ?? {} };
  }

  /** The question that is open in a guide. */
  private asking({ tree, answers }: Place): Question | undefined {
    const { at } = walk(tree, answers);
    return at.kind === 'question' ? at.question : undefined;
  }

  /** The open question of the guide once more, after something else was said. */
  private putAgain(): Reply[] {
    const place = this.place();
    return place === undefined || this.asking(place) === undefined
      ? []
      : [step(this.library, place.tree, walk(place.tree, place.answers))];
  }

  private welcome(): Reply {
    return notice(this.library, 'welcome', this.library.phrases.welcome, this.examples());
  }

  /** Examples are choices whose value is a question: pressing one is typing it. */
  private examples(): Choice[] {
    return this.library.phrases.welcome.examples.map((title) => ({
      title,
      value: { kind: 'ask', text: title },
    }));
  }

  private say(replies: readonly Reply[], changes: Partial<Session> = {}): Response {
    return { replies, session: { ...this.session, misses: 0, ...changes }, considered: this.considered };
  }

  /** A button of which the target is no longer there. */
  private gone(): Response {
    return this.say([
      notice(this.library, 'misunderstood', { lines: [this.library.phrases.notices.gone] }),
      ...this.putAgain(),
    ]);
  }
}
