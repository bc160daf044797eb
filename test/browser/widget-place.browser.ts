import type { Browser, BrowserContext, Page } from 'playwright-core';
import { choose, openWidget, say, seen, welcomed } from './chat';
import { Desk, openBrowser } from './desk';

let desk: Desk;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  desk = await Desk.start({ RATE_LIMIT: 'off' });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});
beforeEach(async () => {
  context = await browser.newContext();
  page = await context.newPage();
});
afterEach(() => context.close());

const QUESTION = 'Where did the patient go?';
const NEXT = 'Where is the scan kept?';

async function begin(on: Page = page): Promise<void> {
  await on.goto(desk.url);
  await welcomed(on);
}

async function beginGuide(): Promise<void> {
  await begin();
  await say(page, 'A patient has left and their notes have been digitised. What do I do with them?');
  await seen(page, QUESTION);
}

interface Kept {
  readonly conversationId: string;
  readonly token: string;
  readonly expires: number;
}

const keptNow = async (): Promise<Kept> =>
  JSON.parse(await page.evaluate<string>("sessionStorage['records-desk-conversation']")) as Kept;

const bubbles = (on: Page = page): Promise<string[]> => on.locator('.message').allInnerTexts();

describe('the chat keeps its place', () => {
  test('over five reloads', async () => {
    await beginGuide();
    for (let round = 0; round < 5; round++) {
      await page.reload();
      await seen(page, QUESTION);
    }
    expect(await bubbles()).toHaveLength(3);
    await choose(page, 'Another practice in England');
    await seen(page, NEXT);
  });

  test('in the widget, open, on the next page of the site', async () => {
    await page.goto(`${desk.url}/demo`);
    const chat = await openWidget(page);
    await say(chat, 'What does GP2GP do?');
    await chat.locator('.message.desk').nth(1).waitFor();
    await page.goto(`${desk.url}/demo?page=2`);
    await chat.locator('.message.desk').nth(1).waitFor();
    expect(await chat.locator('.message').count()).toBe(3);
  });

  test('in a second tab, where both tabs go on together and neither shows anything twice', async () => {
    await beginGuide();
    const second = await context.newPage();
    await second.goto(desk.url);
    await seen(second, QUESTION);
    await choose(second, 'Another practice in England');
    await seen(page, NEXT);
    await choose(page, 'National Document Repository (NDR)');
    await seen(second, 'What has GP2GP reported for this patient?');
    await seen(page, 'What has GP2GP reported for this patient?');
    expect(await bubbles(second)).toHaveLength((await bubbles()).length);
    expect(await bubbles()).toHaveLength(7);
  });

  test('over a page elsewhere and the way back, and forward again', async () => {
    await beginGuide();
    await page.goto(`${desk.url}/guides`);
    await page.goBack();
    await seen(page, QUESTION);
    await choose(page, 'Another practice in England');
    await seen(page, NEXT);
    await page.goForward();
    await page.goBack();
    await seen(page, NEXT);
    expect(await bubbles()).toHaveLength(5);
  });

  test('when two tabs say something at the same moment: both see both, once, in one order', async () => {
    await begin();
    const second = await context.newPage();
    await second.goto(desk.url);
    await welcomed(second);
    await Promise.all([say(page, 'What does GP2GP do?'), say(second, 'How long does a label take to come?')]);
    for (const tab of [page, second]) await tab.locator('.message').nth(4).waitFor();
    expect(await bubbles()).toHaveLength(5);
    expect((await bubbles(second)).length).toBe(5);
    const own = async (tab: Page): Promise<string[]> =>
      (await tab.locator('.message.own .said').allInnerTexts()).sort();
    expect(await own(page)).toEqual(await own(second));
  });

  test('when the server is killed while it answers: the answer comes after all, once', async () => {
    await begin();
    let killed = false;
    await page.route('**/activities', async (route) => {
      if (killed) {
        await route.continue();
        return;
      }
      killed = true;
      await route.fetch();
      await desk.stop('SIGKILL');
      await route.abort();
    });
    await say(page, 'What does GP2GP do?');
    await page.getByText('Your words are kept. Trying again.').waitFor();
    await desk.start();
    await page.locator('html[data-line="open"]').waitFor();
    await page.locator('.message.desk').nth(1).waitFor();
    await page.waitForTimeout(1000);
    expect(await page.getByText('Not sent yet.').count()).toBe(0);
    expect(await bubbles()).toHaveLength(3);
  });

  test('when the server is killed and started again', async () => {
    await beginGuide();
    await desk.stop('SIGKILL');
    await page.getByText('Your words are kept. Trying again.').waitFor();
    await desk.start();
    await page.getByText('Connected again.').waitFor();
    await choose(page, 'Another practice in England');
    await seen(page, NEXT);
    expect(await bubbles()).toHaveLength(5);
  });

  test('when the network goes in the middle of a message: it is sent once the line is back, once', async () => {
    await begin();
    await context.setOffline(true);
    await say(page, 'What does GP2GP do?');
    await page.getByText('Not sent yet.').waitFor();
    await context.setOffline(false);
    await page.locator('.message.desk').nth(1).waitFor();
    await page.getByText('Not sent yet.').waitFor({ state: 'detached' });
    expect(await page.locator('.message.own').count()).toBe(1);
  });

  test('when the answer to a message is lost on its way: trying again makes no double', async () => {
    await begin();
    let lost = 0;
    await page.route('**/activities', async (route) => {
      if (lost++ > 0) {
        await route.continue();
        return;
      }
      await route.fetch();
      await route.abort();
    });
    await say(page, 'What does GP2GP do?');
    await page.locator('.message.desk').nth(1).waitFor();
    const again = page.getByRole('button', { name: 'Try again' });
    if (await again.isVisible()) await again.click();
    await page.waitForTimeout(800);
    expect(await page.locator('.message.own').count()).toBe(1);
    expect(await page.locator('.message.desk').count()).toBe(2);
    expect(await page.getByText('Not sent yet.').count()).toBe(0);
  });

  test('when the line brings the same replies twice, they stand there once', async () => {
    const reply = {
      type: 'message',
      id: 'r1',
      from: { id: 'records-desk', role: 'bot' },
      text: 'Brought twice',
    };
    await page.routeWebSocket('**/stream**', (socket) => {
      for (const watermark of ['1', '2']) socket.send(JSON.stringify({ activities: [reply], watermark }));
      socket.send(
        JSON.stringify({ activities: [{ ...reply, id: 'r2', text: 'Brought last' }], watermark: '3' }),
      );
    });
    await page.goto(desk.url);
    await seen(page, 'Brought last');
    expect(await page.getByText('Brought twice').count()).toBe(1);
  });

  test('after sleep past the life of the token: the same conversation, by a fresh token', async () => {
    await page.clock.install();
    await beginGuide();
    await page.route('**/tokens/refresh', (route) => route.abort());
    const before = await keptNow();
    const resumed = page.waitForResponse('**/webchat/resume');
    await page.clock.fastForward(35 * 60_000);
    await context.setOffline(true);
    await context.setOffline(false);
    expect((await resumed).status()).toBe(200);
    await choose(page, 'Another practice in England');
    await seen(page, NEXT);
    expect(await bubbles()).toHaveLength(5);
    expect((await keptNow()).conversationId).toBe(before.conversationId);
  });

  test('opened again with a token that has run out: the same conversation', async () => {
    await beginGuide();
    await page.evaluate(`(() => {
      const kept = JSON.parse(sessionStorage['records-desk-conversation']);
      sessionStorage['records-desk-conversation'] = JSON.stringify({ ...kept, expires: Date.now() - 1000 });
    })()`);
    await page.reload();
    await seen(page, QUESTION);
    expect(await bubbles()).toHaveLength(3);
    expect((await keptNow()).expires).toBeGreaterThan(Date.now());
  });

  test('when the server has forgotten it: a clear sentence and a new conversation', async () => {
    await beginGuide();
    const { conversationId, token } = await keptNow();
    const { status } = await fetch(`${desk.url}/v3/directline/conversations/${conversationId}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(status).toBe(204);
    await page.getByText('The earlier chat has ended').first().waitFor();
    await say(page, 'What does GP2GP do?');
    await page.locator('.message.own').getByText('What does GP2GP do?').waitFor();
    await page.locator('.message.desk').last().getByText(/GP2GP/).first().waitFor();
    expect((await keptNow()).conversationId).not.toBe(conversationId);
  });

  test('a token is renewed before it ends, while the tab is open', async () => {
    await page.clock.install();
    await begin();
    const renewed = page.waitForResponse('**/tokens/refresh');
    await page.clock.fastForward(16 * 60_000);
    expect((await renewed).status()).toBe(200);
  });

  test('without storage and without channels between tabs it chats all the same', async () => {
    await page.addInitScript(`
      Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError') } });
      window.BroadcastChannel = class { constructor() { throw new DOMException('no', 'SecurityError') } };`);
    await beginGuide();
  });

  test('with storage full it chats all the same', async () => {
    await page.addInitScript(
      "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
    );
    await beginGuide();
  });

  test('where no WebSocket gets through, it asks for replies instead', async () => {
    await page.routeWebSocket('**/stream**', async (socket) => {
      await socket.close({ code: 1011 });
    });
    await page.addInitScript(`
      window.WebSocket = class extends EventTarget { static OPEN = 1; readyState = 3; close() {} constructor() { super(); setTimeout(() => this.dispatchEvent(new CloseEvent('close', { code: 1006 })), 10) } };`);
    await beginGuide();
    expect(await bubbles()).toHaveLength(3);
  });
});
