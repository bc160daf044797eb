import type { Choice } from '../../../conversation/reply';
import { drawOwn, drawReply, element } from './draw';
import { ChatError, call } from './protocol';
import type { Activity, Conversation } from './protocol';

const LONGEST = 1000;
const KEY = 'records-desk-conversation';

/** The page's chat: one conversation over Direct Line, kept for this tab, so that a reload comes back to it. */
class Chat {
  private readonly log = part('log', HTMLElement);
  private readonly choices = part('choices', HTMLElement);
  private readonly form = part('form', HTMLFormElement);
  private readonly box = part('message', HTMLTextAreaElement);
  private readonly state = part('state', HTMLElement);
  private readonly counter = part('counter', HTMLElement);
  private readonly shown = new Set<string>();
  private conversation: Conversation | undefined;
  private retry = 0;

  start(): void {
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      const text = this.box.value.trim();
      if (text !== '' && text.length <= LONGEST) void this.send({ text });
    });
    this.box.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.form.requestSubmit();
    });
    this.box.addEventListener('input', () => {
      this.count();
    });
    part('start-over', HTMLButtonElement).addEventListener('click', () => {
      void this.send({ text: 'Start over' });
    });
    void this.connect();
  }

  private async connect(): Promise<void> {
    try {
      this.conversation = (await this.resume()) ?? (await this.begin());
      this.listen(this.conversation);
      this.say('');
    } catch (error) {
      this.say(
        `${error instanceof ChatError ? error.message : 'The desk cannot be reached just now.'} Trying again.`,
      );
      this.later();
    }
  }

  private async begin(): Promise<Conversation> {
    this.log.replaceChildren();
    this.shown.clear();
    const { token } = await call<{ token: string }>('POST', '/webchat/token', null, {});
    const conversation = await call<Conversation>('POST', '/v3/directline/conversations', token, {});
    keep(conversation);
    return conversation;
  }

  /** The conversation that this tab had, if it is still there. */
  private async resume(): Promise<Conversation | undefined> {
    const kept = this.conversation ?? keptBefore();
    if (kept === undefined) return undefined;
    try {
      const again = await call<Conversation>(
        'GET',
        `/v3/directline/conversations/${kept.conversationId}?watermark=0`,
        kept.token,
      );
      keep(again);
      return again;
    } catch (error) {
      if (error instanceof ChatError && error.status !== 0 && error.status < 500) return undefined;
      throw error;
    }
  }

  private listen(conversation: Conversation): void {
    const socket = new WebSocket(conversation.streamUrl);
    socket.addEventListener('message', ({ data }) => {
      this.retry = 0;
      if (typeof data !== 'string' || data === '') return;
      const { activities } = JSON.parse(data) as { activities: readonly Activity[] };
      for (const activity of activities) this.show(activity);
    });
    socket.addEventListener('close', () => {
      this.say('The line was interrupted. Connecting again.');
      this.later();
    });
  }

  private later(): void {
    this.retry += 1;
    setTimeout(
      () => {
        void this.connect();
      },
      Math.min(15_000, 500 * 2 ** this.retry),
    );
  }

  private show(activity: Activity): void {
    if (activity.type !== 'message' || activity.id === undefined || this.shown.has(activity.id)) return;
    this.shown.add(activity.id);
    const desk = activity.channelData?.guidance !== undefined || activity.from.role === 'bot';
    const drawn = desk ? drawReply(activity) : drawOwn(activity.text ?? '');
    this.log.append(drawn);
    if (desk) {
      this.offer(activity.channelData?.guidance?.choices ?? []);
      this.say(activity.inputHint === 'ignoringInput' ? 'The desk is answering.' : '');
    } else this.offer([]);
    drawn.scrollIntoView({
      block: 'start',
      behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
    });
  }

  private offer(choices: readonly Choice[]): void {
    const buttons = choices.map((choice, i) => {
      const button = element(
        'button',
        { type: 'button', class: 'choice' },
        element('span', { class: 'number', 'aria-hidden': 'true' }, String(i + 1)),
        choice.title,
      );
      button.addEventListener('click', () => {
        void this.send({ text: choice.title, value: choice.value });
      });
      return button;
    });
    this.choices.replaceChildren(...buttons);
  }

  private async send(message: { text: string; value?: unknown }): Promise<void> {
    const conversation = this.conversation;
    if (conversation === undefined) return;
    this.say('The desk is looking.');
    try {
      await call(
        'POST',
        `/v3/directline/conversations/${conversation.conversationId}/activities`,
        conversation.token,
        {
          type: 'message',
          from: { id: 'dl_page' },
          locale: 'en-GB',
          ...message,
          channelData: { clientActivityID: crypto.randomUUID() },
        },
      );
      if (message.value === undefined) this.box.value = '';
      this.count();
      this.say('');
    } catch (error) {
      if (error instanceof ChatError && (error.status === 403 || error.status === 404)) {
        await this.connect();
        this.say('The line was renewed. Your words are still in the box: send them again.');
        return;
      }
      this.say(
        `${error instanceof ChatError ? error.message : 'The message could not be sent.'} Your words are still in the box.`,
      );
    }
  }

  private count(): void {
    const left = LONGEST - this.box.value.length;
    this.counter.textContent =
      left > 200
        ? ''
        : left >= 0
          ? `${String(left)} characters left`
          : `${String(-left)} characters too many`;
    this.counter.classList.toggle('over', left < 0);
  }

  private say(words: string): void {
    if (this.state.textContent !== words) this.state.textContent = words;
  }
}

function part<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page has no "${id}".`);
  return found;
}

function keep({ conversationId, token, streamUrl }: Conversation): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ conversationId, token, streamUrl }));
  } catch {
    // Storage is blocked or full: the chat works, a reload begins anew.
  }
}

function keptBefore(): Conversation | undefined {
  try {
    const kept = sessionStorage.getItem(KEY);
    return kept === null ? undefined : (JSON.parse(kept) as Conversation);
  } catch {
    return undefined;
  }
}

new Chat().start();
