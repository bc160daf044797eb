import { repliesToActivities, type Rendering } from '../../src/bot/reply-to-activity';
import { answer, outcome, question, welcome } from './replies';

const rendering: Rendering = {
  text: (reply) => `**${reply.title}**`,
  card: (reply) => (reply.kind === 'answer' ? { type: 'AdaptiveCard' } : undefined),
};
const titles = (channel: string) =>
  repliesToActivities([question], channel, rendering)[0]?.suggestedActions?.actions.map(({ title }) => title);

test('an outcome says where it can be printed', () => {
  const [activity] = repliesToActivities([outcome], 'directline', rendering);
  expect(activity?.channelData).toMatchObject({ link: 'https://desk.example/guides/way?how=bike' });
});

test('only the last message of a turn waits for the person', () => {
  const [first, last] = repliesToActivities([answer, question], 'directline', rendering);
  expect(first).toMatchObject({
    type: 'message',
    text: '**Where is it?**',
    textFormat: 'markdown',
    inputHint: 'ignoringInput',
  });
  expect(last).toMatchObject({ text: '**How do you come?**', inputHint: 'expectingInput' });
});

test('each message carries its own guidance', () => {
  const activities = repliesToActivities([answer, question], 'directline', rendering);
  expect(
    activities.map(({ channelData }) => (channelData as { guidance: { id: string } }).guidance.id),
  ).toEqual(['where-is-it', 'way#how']);
});

test('choices become suggested actions that type their title', () => {
  const [activity] = repliesToActivities([question], 'directline', rendering);
  expect(activity?.suggestedActions?.actions[0]).toEqual({
    type: 'imBack',
    title: 'By bike',
    value: 'By bike',
  });
  expect(titles('directline')).toEqual(['By bike', 'By bus', 'On foot', 'Why do you ask?']);
});

test('Teams gets the three that it shows', () => {
  expect(titles('msteams')).toEqual(['By bike', 'By bus', 'On foot']);
});

test('a card is attached where there is one, and no empty lists are sent', () => {
  const [withCard] = repliesToActivities([answer], 'msteams', rendering);
  const [without] = repliesToActivities([welcome], 'msteams', rendering);
  expect(withCard?.attachments).toEqual([
    { contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' } },
  ]);
  expect(without).not.toHaveProperty('attachments');
  expect(without).not.toHaveProperty('suggestedActions');
});
