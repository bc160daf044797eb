import type { Reply } from '../../../conversation/reply';
import { escapeHtml, replyToHtml } from '../../../render/html';
import { replyToPlain } from '../../../render/plain';
import type { Activity } from './protocol';

/** The conversation as somebody keeps it: with when it took place, and from which release of the content it was answered. */
export function asText(activities: readonly Activity[]): string {
  const parts = activities.map((activity) => {
    const reply = replyOf(activity);
    return `${speaker(activity)}:\n${reply === undefined ? (activity.text ?? '') : replyToPlain(reply)}`;
  });
  return [heading(activities), ...parts].join('\n\n');
}

/** The same as a page that stands alone. */
export function asHtml(activities: readonly Activity[]): string {
  const parts = activities.map((activity) => {
    const reply = replyOf(activity);
    const words =
      reply === undefined ? `<p>${escapeHtml(activity.text ?? '')}</p>` : replyToHtml(reply) + choices(reply);
    return `<section><p><b>${speaker(activity)}</b></p>${words}</section>`;
  });
  const title = escapeHtml(heading(activities));
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>${title}</title>
<style>body{font:1rem/1.5 Arial,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#212b32}section{border-top:1px solid #d8dde0}.aside{display:block}.told,.progress,.notice,.caution,.caveat,.aside{color:#4c6272}h2{font-size:1.25rem}h3{font-size:1rem}</style>
</head><body><h1>${title}</h1>
${parts.join('\n')}
</body></html>
`;
}

function heading(activities: readonly Activity[]): string {
  const last = activities.at(-1);
  const when = new Date(last?.timestamp ?? Date.now()).toLocaleString('en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
  });
  const release = activities.map(({ channelData }) => channelData?.guidance?.release).findLast(Boolean);
  return `Records Desk, ${when}${release === undefined ? '' : `, content release ${release}`}`;
}

function speaker({ channelData, from }: Activity): string {
  return channelData?.guidance !== undefined || from.role === 'bot' ? 'Records Desk' : 'You';
}

function choices({ choices: offered }: Reply): string {
  return offered.length === 0
    ? ''
    : `<ol>${offered.map(({ title }) => `<li>${escapeHtml(title)}</li>`).join('')}</ol>`;
}

/** The reply that an activity was made from, as far as the renderers look at it. */
function replyOf({ channelData }: Activity): Reply | undefined {
  const { guidance, blocks, told, progress, link = null } = channelData ?? {};
  if (guidance === undefined || blocks === undefined) return undefined;
  if (guidance.kind === 'question' && progress === undefined) return undefined;
  return {
    ...guidance,
    citations: guidance.sources,
    blocks,
    told: told ?? [],
    progress,
    link,
  } as unknown as Reply;
}
