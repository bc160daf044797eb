import { memoryShelf } from '../../src/channels/directline/memory-shelf';
import { bearer, closeDesks, startDesk } from '../server/desk';
import { chat, endClients, line, texts, tokenFrom, until } from './stock-client';

/** Microsoft's own client against this server. */

afterEach(async () => {
  endClients();
  await closeDesks();
});

describe.each([
  ['over a WebSocket', { webSocket: true }],
  ['by polling', { webSocket: false }],
])('%s', (_, way) => {
  test('it is welcomed, asks, answers by button and in words, and sees what it sent', async () => {
    const desk = await startDesk();
    const { said, send, seen } = await chat(desk.url, { token: await tokenFrom(desk), ...way });
    expect(texts(await said(1))).toEqual(['**Welcome**']);

    const id = await send({ text: 'how do I come?', channelData: { clientActivityID: 'mine' } });
    const [, answer, question] = await said(3);
    expect(answer).toMatchObject({
      replyToId: id,
      text: expect.stringContaining('You said how do I come?') as string,
    });
    expect(question?.suggestedActions?.actions).toMatchObject([
      { type: 'imBack', value: 'By bike' },
      { value: 'By bus' },
    ]);
    await until(() => seen.some((activity) => activity.id === id));
    expect(seen.find((activity) => activity.id === id)).toMatchObject({
      channelData: { clientActivityID: 'mine' },
    });

    const { guidance } = question?.channelData as { guidance: { choices: { value: object }[] } };
    await send({ value: guidance.choices[0]?.value });
    await send({ text: 'By bike' });
    expect(texts(await said(5)).slice(3)).toEqual(['**Take the lane**', '**Take the lane**']);
  });

  test('the secret works in place of a token', async () => {
    const secret = 'k7Qz-92mX_pL4vB8';
    const desk = await startDesk({ env: { DIRECT_LINE_SECRET: secret } });
    const { said, send } = await chat(desk.url, { secret, ...way });
    await said(1);
    await send({ text: 'hello' });
    expect(texts(await said(2))[1]).toContain('You said hello');
  });
});

test('after the line was cut it misses nothing and sees nothing twice', async () => {
  const desk = await startDesk();
  const between = await line(desk.url);
  const token = await tokenFrom(desk);
  const { said, send, seen, client } = await chat(between.url, { token });
  await said(1);
  await send({ text: 'one' });
  await said(2);
  between.cut();
  // Said on another way while the line is down.
  const { conversationId } = client as unknown as { conversationId: string };
  const path = `/v3/directline/conversations/${conversationId}/activities`;
  expect((await desk.post(path, { type: 'message', text: 'two' }, bearer(token))).status).toBe(200);
  expect(texts(await said(3))[2]).toContain('You said two');
  expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
  expect(seen).toHaveLength(5);
}, 15_000);

test('a restart of the server closes no chat', async () => {
  const directLine = memoryShelf();
  const before = await startDesk({ directLine });
  const { said, send, seen } = await chat(before.url, { token: await tokenFrom(before) });
  await said(1);
  await send({ text: 'one' });
  await said(2);
  await closeDesks();
  const after = await startDesk({ directLine, env: { PORT: new URL(before.url).port } });
  await send({ text: 'two' });
  expect(texts(await said(3))[2]).toContain('You said two');
  expect(seen).toHaveLength(5);
  expect(after.turns.map(({ text }) => text)).toEqual(['two']);
}, 15_000);

test('a page that is loaded again comes back to its conversation', async () => {
  const desk = await startDesk();
  const token = await tokenFrom(desk);
  const first = await chat(desk.url, { token });
  await first.said(1);
  await first.send({ text: 'one' });
  await first.said(2);
  const { conversationId, watermark } = first.client as unknown as {
    conversationId: string;
    watermark: string;
  };
  const whole = await chat(desk.url, { token, conversationId });
  expect(texts(await whole.said(2))).toEqual(['**Welcome**', expect.stringContaining('You said one')]);
  const rest = await chat(desk.url, { token, conversationId, watermark });
  await rest.send({ text: 'two' });
  expect(texts(await rest.said(1))).toEqual([expect.stringContaining('You said two')]);
});
