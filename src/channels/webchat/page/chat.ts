import { Composer, withoutIdentifiers } from './composer';
import { part } from './element';
import type { Feedback } from './feedback';
import { FrameLink } from './frame-link';
import { newId } from './id';
import { Line } from './line';
import { LogView, isDesk } from './log-view';
import { Outbox, type Message } from './outbox';
import type { Activity } from './protocol';
import type { Asked } from './request';
import { wireTools } from './tools';

const CLEARED = 'The chat was cleared.';
const CLEARED_HERE =
  'The chat was cleared here. On the server it is deleted as soon as the desk can be reached.';
const ENDED =
  'The earlier chat has ended, so this is a new one. A chat is kept for some days, or until it is started over.';

/** The chat, on a page of its own or in the widget's frame: the line, the log, the box and the tools put together. */
class Chat {
  private readonly state = part('state', HTMLElement);
  private readonly typing = part('typing', HTMLElement);
  private readonly composer = new Composer((text) => {
    this.send({ id: newId(), text });
  });
  private readonly log = new LogView(part('log', HTMLElement), {
    choose: ({ title, value }) => {
      this.send({ id: newId(), text: title, value });
    },
    feedback: (feedback) => this.sendFeedback(feedback),
  });
  private readonly line = new Line({
    began: (how) => {
      this.began(how);
    },
    heard: (activities) => {
      for (const activity of activities) this.heard(activity);
    },
    state: (state, words) => {
      this.changed(state, words);
    },
  });
  private readonly outbox = new Outbox(this.line, {
    sent: ({ id }) => {
      this.log.sentAfterAll(id);
      this.say('');
    },
    waiting: (message, words) => {
      this.isTyping(false);
      this.log.notSent(message.id, `Not sent yet. ${words}`, () => {
        this.retry(message.id);
      });
    },
    refused: ({ id, text, value }, words) => {
      this.isTyping(false);
      this.log.takeBack(id);
      if (value === undefined) this.composer.giveBack(text);
      this.say(`${words} Your words are still in the box.`);
    },
  });
  private readonly frame = new FrameLink(document.documentElement.dataset['host'] === 'frame', {
    asked: (asked) => {
      this.take(asked);
    },
    shown: () => {
      this.composer.focus();
    },
  });
  private begun = false;
  private readonly early: Asked[] = [];

  start(): void {
    wireTools({
      activities: () => this.log.activities,
      say: (words) => {
        this.say(words);
      },
      startOver: () => void this.startOver(),
    });
    document.getElementById('close')?.addEventListener('click', () => {
      this.frame.close();
    });
    addEventListener('beforeunload', (event) => {
      if (!this.outbox.isEmpty) event.preventDefault();
    });
    keepBottom(document.querySelector('main'));
    void this.line.connect();
  }

  private began(how: 'new' | 'again' | 'sorry' | 'cleared'): void {
    if (how === 'again') this.log.hush();
    if (how === 'cleared') {
      this.log.clear();
      this.say(CLEARED);
    }
    if (how === 'sorry') {
      this.log.close();
      this.log.remark(ENDED);
    }
    this.begun = true;
    this.frame.ready();
    for (const asked of this.early.splice(0)) this.take(asked);
  }

  private heard(activity: Activity): void {
    if (!this.log.show(activity)) return;
    if (!isDesk(activity)) return;
    this.isTyping(activity.inputHint === 'ignoringInput');
    this.frame.replied();
  }

  private changed(state: 'open' | 'lost' | 'elsewhere', words: string): void {
    document.documentElement.dataset['line'] = state;
    if (state === 'open') {
      if (this.state.classList.contains('trouble')) this.say('Connected again.');
      this.outbox.run();
    } else this.say(state === 'lost' ? `${words} Your words are kept. Trying again.` : words);
    this.state.classList.toggle('trouble', state !== 'open');
  }

  private send(message: Message): void {
    this.say('');
    this.log.sending(message.id, withoutIdentifiers(message.text));
    this.isTyping(true);
    this.outbox.send(message);
  }

  private retry(id: string): void {
    this.log.sentAfterAll(id);
    this.composer.focus();
    this.isTyping(true);
    this.outbox.run();
  }

  private async sendFeedback(feedback: Feedback): Promise<void> {
    const comment = withoutIdentifiers(feedback.comment);
    await this.line.post({
      type: 'event',
      name: 'feedback',
      from: { id: 'dl_page' },
      value: { ...feedback, comment },
      channelData: { clientActivityID: newId() },
    });
  }

  private take(asked: Asked): void {
    if (!this.begun) this.early.push(asked);
    else if (asked.do === 'startOver') void this.startOver();
    else if (asked.do === 'ask') this.send({ id: newId(), text: asked.words });
    else
      this.send({
        id: newId(),
        text: asked.tree.replaceAll('-', ' '),
        value: { kind: 'guide', tree: asked.tree },
      });
  }

  private async startOver(): Promise<void> {
    this.outbox.clear();
    this.isTyping(false);
    try {
      await this.line.startOver();
      this.composer.focus();
    } catch {
      this.log.clear();
      this.log.remark(CLEARED_HERE);
      void this.line.connect();
    }
  }

  private isTyping(on: boolean): void {
    this.typing.hidden = !on;
    if (on) this.typing.scrollIntoView({ block: 'nearest' });
  }

  private say(words: string): void {
    if (this.state.textContent !== words) this.state.textContent = words;
  }
}

/** When the box grows, what stood above it stays above it. */
function keepBottom(main: HTMLElement | null): void {
  if (!main) return;
  let before = main.clientHeight;
  new ResizeObserver(() => {
    if (main.clientHeight < before) main.scrollTop += before - main.clientHeight;
    before = main.clientHeight;
  }).observe(main);
}

new Chat().start();
