import { ActionTypes, ActivityTypes, InputHints, TextFormatTypes, type Activity } from 'botbuilder';
import type { Choice, Reply } from '../conversation/reply';
import { guidance } from './guidance';

/** How a reply is put into words and, where the channel shows them, into a card. */
export interface Rendering {
  text(reply: Reply): string;
  /** Adaptive Card JSON, or nothing where words are enough. */
  card(reply: Reply): object | undefined;
}

/** Teams shows three suggested actions and drops the rest; the others stay readable in text and card. */
const mostSuggestions: Readonly<Record<string, number>> = { msteams: 3 };

/** The replies of one turn as activities. Only the last one waits for the person. */
export function repliesToActivities(
  replies: readonly Reply[],
  channel: string,
  rendering: Rendering,
): Partial<Activity>[] {
  return replies.map((reply, at) => ({
    type: ActivityTypes.Message,
    text: rendering.text(reply),
    textFormat: TextFormatTypes.Markdown,
    locale: 'en-GB',
    inputHint: at === replies.length - 1 ? InputHints.ExpectingInput : InputHints.IgnoringInput,
    channelData: { guidance: guidance(reply), ...drawing(reply), ...thumbs(reply) },
    ...suggestions(reply.choices.slice(0, mostSuggestions[channel])),
    ...attachments(rendering.card(reply)),
  }));
}

/** What our own page draws a reply from: the block model, and with a guide what was told, how far along it is, and where its outcome can be printed. */
function drawing(reply: Reply): object {
  const guide =
    reply.kind === 'question'
      ? { told: reply.told, progress: reply.progress }
      : reply.kind === 'outcome'
        ? { told: reply.told, link: reply.link }
        : {};
  return { blocks: reply.blocks, ...guide };
}

/** Has Teams and Web Chat show thumbs under what answers, or should have answered. */
function thumbs({ kind }: Reply): object {
  const answers = kind === 'answer' || kind === 'outcome' || kind === 'unknown';
  return answers ? { feedbackLoop: { type: 'default' } } : {};
}

/** Pressing one types its title, which stock clients do without knowing anything of `channelData`. */
function suggestions(choices: readonly Choice[]): Partial<Activity> {
  if (choices.length === 0) return {};
  const actions = choices.map(({ title }) => ({ type: ActionTypes.ImBack, title, value: title }));
  return { suggestedActions: { to: [], actions } };
}

function attachments(card: object | undefined): Partial<Activity> {
  return card
    ? { attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }] }
    : {};
}
