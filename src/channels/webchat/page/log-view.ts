import type { Choice } from '../../../conversation/reply';
import { drawChoices, drawOwn, drawRemark, drawReply, markTaken } from './draw';
import { drawFeedback, type Feedback, type FeedbackView } from './feedback';
import { button, element } from './element';
import type { Activity } from './protocol';

export interface LogActions {
  choose(choice: Choice): void;
  feedback(feedback: Feedback): Promise<void>;
}

/** Kinds of replies that can be right or wrong. */
const judged = new Set(['answer', 'outcome', 'unknown']);
/** How long those who read the page aloud need to take in that what came so far is history. */
const settle = 300;

/** The conversation on the page. Each activity stands there once, whatever came twice. */
export class LogView {
  private readonly shown = new Map<string, Activity>();
  private readonly pending = new Map<string, HTMLElement>();
  /** By the reply that they are about. */
  private readonly feedback = new Map<string, FeedbackView>();

  constructor(
    private readonly log: HTMLElement,
    private readonly actions: LogActions,
  ) {}

  get activities(): readonly Activity[] {
    return [...this.shown.values()];
  }

  clear(): void {
    this.shown.clear();
    this.pending.clear();
    this.feedback.clear();
    this.log.replaceChildren();
  }

  /** What comes now is history: it is not read out. */
  hush(): void {
    this.log.setAttribute('aria-live', 'off');
    setTimeout(() => {
      this.log.setAttribute('aria-live', 'polite');
    }, settle);
  }

  /** A sentence about the conversation, for example that an earlier one ended. What is above it no longer belongs. */
  remark(words: string): void {
    this.place(drawRemark(words));
  }

  /** Choices of a conversation that ended lead nowhere. */
  close(): void {
    for (const old of this.log.querySelectorAll('.choices, .feedback')) old.remove();
    this.shown.clear();
  }

  /** The person's message as soon as it is sent, until the desk's echo of it comes. */
  sending(clientId: string, text: string): void {
    const drawn = drawOwn(text);
    this.pending.set(clientId, drawn);
    this.log.append(drawn);
    this.takeChoice(text, drawn);
    this.scrollTo(drawn);
  }

  /** Says at the message that it has not gone, with a way to send it again. */
  notSent(clientId: string, words: string, again: () => void): void {
    const drawn = this.pending.get(clientId);
    this.sentAfterAll(clientId);
    const note = element(
      'p',
      { class: 'unsent' },
      `${words} `,
      button({ class: 'quiet' }, again, 'Try again'),
    );
    drawn?.append(note);
    note.scrollIntoView({ block: 'nearest' });
  }

  sentAfterAll(clientId: string): void {
    this.pending.get(clientId)?.querySelector('.unsent')?.remove();
  }

  takeBack(clientId: string): void {
    this.pending.get(clientId)?.remove();
    this.pending.delete(clientId);
  }

  /** Shows an activity. False when it stands there already, or is nothing to show. */
  show(activity: Activity): boolean {
    const { id, type, channelData } = activity;
    if (type === 'event') this.noteFeedback(activity);
    if (type !== 'message' || id === undefined || this.shown.has(id)) return false;
    this.shown.set(id, activity);
    if (isDesk(activity)) this.showReply(activity, id);
    else this.showOwn(activity, channelData?.clientActivityID ?? id);
    return true;
  }

  /** The desk's echo of feedback that it keeps. */
  private noteFeedback({ name, value }: Activity): void {
    if (name !== 'feedback' || typeof value !== 'object' || value === null) return;
    const { replyId } = value as { readonly replyId?: unknown };
    if (typeof replyId === 'string') this.feedback.get(replyId)?.given();
  }

  private showOwn({ text = '' }: Activity, clientId: string): void {
    const drawn = this.pending.get(clientId) ?? this.place(drawOwn(text));
    this.sentAfterAll(clientId);
    this.pending.delete(clientId);
    const said = drawn.querySelector('.said');
    if (said && said.textContent !== text) said.textContent = text;
    this.takeChoice(text, drawn);
  }

  private showReply(activity: Activity, replyId: string): void {
    const drawn = drawReply(activity);
    const { id: guidanceId = null, kind = '', choices = [] } = activity.channelData?.guidance ?? {};
    if (judged.has(kind)) {
      const feedback = drawFeedback({ replyId, guidanceId }, (given) => this.actions.feedback(given));
      this.feedback.set(replyId, feedback);
      drawn.append(feedback.drawn);
    }
    const buttons = drawChoices(choices, (choice) => {
      this.actions.choose(choice);
    });
    // Between a question and its choices stands nothing.
    const after = kind === 'question' ? drawn.querySelector('.sources, .notice') : null;
    if (buttons) drawn.insertBefore(buttons, after);
    this.place(drawn);
    const before = drawn.previousElementSibling;
    this.scrollTo(isShort(before) ? before : drawn);
  }

  /** Before what is still on its way. */
  private place<T extends HTMLElement>(drawn: T): T {
    const [first] = this.pending.values();
    this.log.insertBefore(drawn, first ?? null);
    return drawn;
  }

  /** The choices above a message of the person's are of the past; the one that was taken is marked. */
  private takeChoice(text: string, own: HTMLElement): void {
    let before = own.previousElementSibling;
    while (before && before.querySelector('.choices') === null) before = before.previousElementSibling;
    const choices = before?.querySelector('.choices');
    if (choices) markTaken(choices, text);
  }

  /** Brings the beginning of what is new into view, without moving the focus. */
  private scrollTo(drawn: Element): void {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches || document.hidden;
    drawn.scrollIntoView({ block: 'start', behavior: still ? 'auto' : 'smooth' });
  }
}

/** Whether a question is short enough to stay in view above its answer. */
function isShort(element: Element | null): element is Element {
  const room = element?.closest('main')?.clientHeight ?? 0;
  return element?.classList.contains('own') === true && element.clientHeight < room / 5;
}

export function isDesk({ channelData, from }: Activity): boolean {
  return channelData?.guidance !== undefined || from.role === 'bot';
}
