import { closeDesks, startDesk, type Desk } from '../server/desk';
import { listening, type Listening } from './issuer';

/** The Bot Connector's door while the bot has no app id: for the Emulator and other programs of this machine. */

let emulator: Listening;
let desk: Desk;
beforeEach(async () => {
  emulator = await listening((_, response) => {
    response.writeHead(201, { 'content-type': 'application/json' });
    response.end('{"id":"sent"}');
  });
  desk = await startDesk();
});
afterEach(async () => {
  await closeDesks();
  emulator.close();
});

const activity = (change: object = {}) => ({
  type: 'message',
  id: 'a1',
  channelId: 'emulator',
  serviceUrl: `${emulator.url}/`,
  conversation: { id: 'c1' },
  from: { id: 'p1' },
  recipient: { id: 'bot' },
  text: 'hello',
  ...change,
});
const send = (headers: Record<string, string> = {}, body: object = activity()) =>
  desk.post('/api/messages', body, headers);

test('a program of this machine may talk to the bot', async () => {
  expect((await send()).status).toBe(200);
  expect(emulator.requests).toMatchObject([
    { url: '/v3/conversations/c1/activities/a1', authorization: undefined },
  ]);
});

test.each(['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'X-Forwarded-Anything'])(
  'what a proxy brings in (%s) is refused',
  async (header) => {
    expect((await send({ [header]: 'for=10.0.0.1' })).status).toBe(403);
    expect(desk.turns).toEqual([]);
  },
);

test('pages of other origins are refused', async () => {
  expect((await send({ origin: 'https://evil.example' })).status).toBe(403);
});

test('only this machine is called', async () => {
  expect((await send({}, activity({ serviceUrl: 'https://smba.trafficmanager.net/uk/' }))).status).toBe(403);
});

describe('thumbs, as Teams shows them under an answer', () => {
  const thumb = (reaction: string, replyToId = 'sent') =>
    activity({
      type: 'invoke',
      id: 'a2',
      name: 'message/submitAction',
      replyToId,
      value: { actionName: 'feedback', actionValue: { reaction, feedback: '{"feedbackText":"It moved."}' } },
    });

  test('are kept under the answer that they stand under', async () => {
    await send();
    const sent = JSON.parse(emulator.requests[0]?.body ?? '') as object;
    expect(sent).toMatchObject({ channelData: { feedbackLoop: { type: 'default' } } });
    expect((await send({}, thumb('dislike'))).status).toBe(200);
    expect(await desk.feedback.all()).toMatchObject([
      { answer: 'echo', verdict: 'unhelpful', comment: 'It moved.', release: 'r1', channel: 'emulator' },
    ]);
    expect((await send({}, thumb('like'))).status).toBe(200);
    expect(await desk.feedback.all()).toMatchObject([{ answer: 'echo', verdict: 'helpful' }]);
  });

  test('under a message from before a restart are kept as well', async () => {
    expect((await send({}, thumb('dislike', 'long-ago'))).status).toBe(200);
    expect(await desk.feedback.all()).toMatchObject([{ answer: 'not-known', comment: 'It moved.' }]);
  });

  test('that cannot be read are refused', async () => {
    expect((await send({}, thumb('shrug'))).status).toBe(400);
    expect(await desk.feedback.all()).toEqual([]);
  });

  test('a "like" among the reactions says that the answer helped, other reactions say nothing', async () => {
    await send();
    const reaction = (type: string) =>
      activity({ type: 'messageReaction', id: `a-${type}`, replyToId: 'sent', reactionsAdded: [{ type }] });
    await send({}, reaction('surprised'));
    expect(await desk.feedback.all()).toEqual([]);
    expect((await send({}, reaction('like'))).status).toBe(200);
    expect(await desk.feedback.all()).toMatchObject([{ answer: 'echo', verdict: 'helpful', comment: '' }]);
  });
});

test('off this machine there is no such address, and Direct Line is not held back', async () => {
  const secret = 'k7Qz-92mX_pL4vB8';
  const far = await startDesk({ env: { HOST: '0.0.0.0', DIRECT_LINE_SECRET: secret } });
  expect((await far.post('/api/messages', activity())).status).toBe(404);
  const authorization = `Bearer ${secret}`;
  expect((await far.post('/v3/directline/tokens/generate', {}, { authorization })).status).toBe(200);
});
