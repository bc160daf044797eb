import { button, element } from './element';

/** What can be said of an answer. */
export type Verdict = 'helpful' | 'wrong' | 'old' | 'unclear' | 'not-my-area';

export interface Feedback {
  readonly replyId: string;
  readonly guidanceId: string | null;
  readonly verdict: Verdict;
  readonly comment: string;
}

const complaints: readonly (readonly [Verdict, string])[] = [
  ['wrong', 'It is wrong'],
  ['old', 'It is out of date'],
  ['unclear', 'It is unclear'],
  ['not-my-area', 'It is not about my area'],
];
const longestComment = 300;
let count = 0;

export interface FeedbackView {
  readonly drawn: HTMLElement;
  /** It was given: here, in another tab, or before the page was loaded again. */
  given(): void;
}

/** "Was this helpful?" under an answer. `send` rejects when the feedback did not get through. */
export function drawFeedback(
  reply: Pick<Feedback, 'replyId' | 'guidanceId'>,
  send: (feedback: Feedback) => Promise<void>,
): FeedbackView {
  const said = element('p', { class: 'thanks', tabindex: '-1' });
  const give = async (verdict: Verdict, comment: string): Promise<void> => {
    said.textContent = 'Sending.';
    try {
      await send({ ...reply, verdict, comment });
      given();
      said.focus();
    } catch {
      said.textContent = 'Your feedback did not get through. Please try again.';
    }
  };
  const given = (): void => {
    row.hidden = true;
    form.hidden = true;
    said.textContent = 'Thank you. Your feedback goes to those who look after the answers.';
  };
  const no = button(
    { class: 'quiet', 'aria-expanded': 'false' },
    () => {
      form.hidden = !form.hidden;
      no.setAttribute('aria-expanded', String(!form.hidden));
      form.scrollIntoView({ block: 'nearest' });
    },
    'No',
  );
  const row = element(
    'div',
    { class: 'row', role: 'group', 'aria-label': 'Was this helpful?' },
    element('span', { 'aria-hidden': 'true' }, 'Was this helpful?'),
    button({ class: 'quiet' }, () => void give('helpful', ''), 'Yes'),
    no,
  );
  const form = drawForm(give);
  return { drawn: element('div', { class: 'feedback' }, row, form, said), given };
}

function drawForm(give: (verdict: Verdict, comment: string) => Promise<void>): HTMLFormElement {
  const group = `feedback-${String((count += 1))}`;
  const options = complaints.map(([verdict, words]) =>
    element(
      'label',
      { class: 'option' },
      element('input', { type: 'radio', name: group, value: verdict, required: '' }),
      words,
    ),
  );
  const comment = element('input', {
    type: 'text',
    id: `${group}-comment`,
    maxlength: String(longestComment),
    autocomplete: 'off',
  });
  const form = element(
    'form',
    { hidden: '' },
    element('fieldset', {}, element('legend', {}, 'What is the matter?'), ...options),
    element('label', { for: comment.id }, 'What would be right? (optional, no patient details)'),
    comment,
    element('button', { class: 'quiet' }, 'Send feedback'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = new FormData(form).get(group);
    const verdict = complaints.find(([each]) => each === chosen)?.[0];
    if (verdict !== undefined) void give(verdict, comment.value.trim());
  });
  return form;
}
