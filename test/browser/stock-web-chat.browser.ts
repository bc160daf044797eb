import type { Browser, Page } from 'playwright-core';
import { Desk, openBrowser } from './desk';
import { hostileActivities, hostileReplies } from './hostile-content';
import { Site } from './site';
import { stockWebChat } from './stock-bundle';

/** Microsoft's Web Chat, as it is published, on another site, against the Direct Line endpoint. */
let site: Site;
let desk: Desk;
let browser: Browser;
let page: Page;
let asked: URL[];
let console: string[];

beforeAll(async () => {
  const bundle = stockWebChat();
  site = await Site.start();
  desk = await Desk.start({ TRUSTED_ORIGINS: site.url, RATE_LIMIT: 'off' });
  browser = await openBrowser();
  site.put('/webchat.js', bundle, { 'content-type': 'text/javascript; charset=utf-8' });
  site.put('/start.js', start(desk.url), { 'content-type': 'text/javascript; charset=utf-8' });
  site.page(
    '/',
    '<main id="chat"></main><script src="/webchat.js"></script><script src="/start.js"></script>',
  );
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
  await site.stop();
});
beforeEach(async () => {
  asked = [];
  console = [];
  page = await browser.newPage();
  page.on('request', (request) => asked.push(new URL(request.url())));
  page.on('console', (message) => {
    if (message.type() === 'error') console.push(message.text());
  });
  page.on('pageerror', (error) => console.push(error.message));
});
afterEach(() => page.close());

/** What the README of Web Chat tells a site to do. `store` is kept for events that no button sends. */
const start = (url: string): string => `(async () => {
  const response = await fetch('${url}/v3/directline/tokens/generate', { method: 'POST' });
  const { token } = await response.json();
  window.store = WebChat.createStore();
  WebChat.renderWebChat({
    directLine: WebChat.createDirectLine({ token, domain: '${url}/v3/directline' }),
    store,
    locale: 'en-GB',
    styleOptions: { hideUploadButton: true },
  }, document.getElementById('chat'));
})();`;

const said = (words: string | RegExp) => page.getByRole('log').getByText(words).first();
const suggestion = (name: string) =>
  page.getByRole('toolbar', { name: 'Suggested actions' }).getByRole('button', { name });
const cards = () => page.locator('.ac-adaptiveCard');
const say = async (words: string): Promise<void> => {
  const box = page.getByPlaceholder('Type your message');
  await box.fill(words);
  await box.press('Enter');
};

async function open(): Promise<void> {
  await page.goto(site.url);
  await said('I cannot see any record').waitFor();
}

test('shows the welcome, once, with its suggestions', async () => {
  await open();
  await suggestion('What if GP2GP fails?').waitFor();
  expect(await page.locator('.webchat__bubble').getByText('I cannot see any record').count()).toBe(1);
});

test('asks a question and draws the answer as a card with links to its sources', async () => {
  await open();
  await say('How long does a label take to come?');
  const card = cards().last();
  await card.getByText('three to four weeks').first().waitFor();
  expect(await card.locator('a[href^="https://pcse.england.nhs.uk"]').count()).toBeGreaterThan(0);
  await page.waitForTimeout(500);
  expect(await page.getByText('Send failed').count()).toBe(0);
});

test('takes a choice by its button, to the end of a guide, and an action of the card after that', async () => {
  await open();
  await say('A patient has left and their notes have been digitised. What do I do with them?');
  await said('Where did the patient go?').waitFor();
  await suggestion('Another practice in England').click();
  await said('Where is the scan kept?').waitFor();
  await suggestion('National Document Repository (NDR)').click();
  await said('What has GP2GP reported for this patient?').waitFor();
  await say('1');
  const card = cards().last();
  await card
    .getByText(/in the NDR, patient now at another practice/)
    .first()
    .waitFor();
  await card.getByRole('button', { name: 'Change an answer' }).click();
  await said(/Which answer/).waitFor();
});

test.each(['Like', 'Dislike'])('has its thumb taken: %s', async (thumb) => {
  await open();
  await say('How long does a label take to come?');
  await cards().last().waitFor();
  const taken = page.waitForResponse(
    (response) => response.request().postData()?.includes('"webchat:activity-status/feedback"') === true,
  );
  await page.getByRole('button', { name: thumb, exact: true }).click();
  expect((await taken).status()).toBe(200);
});

test('gives feedback on an answer by an event', async () => {
  await open();
  await say('How long does a label take to come?');
  await cards().last().waitFor();
  const answered = page.waitForResponse(
    (response) => response.request().postData()?.includes('"feedback"') === true,
  );
  await page.evaluate(`(() => {
    const { id } = store.getState().activities.findLast(({ from }) => from.role === 'bot');
    store.dispatch({ type: 'WEB_CHAT/SEND_EVENT', payload: { name: 'feedback', value: { replyId: id, verdict: 'helpful', comment: '' } } });
  })()`);
  expect((await answered).status()).toBe(200);
});

test('calls nobody but its own site and the desk, and finds nothing to complain of', async () => {
  await open();
  await say('How long does a label take to come?');
  await cards().last().waitFor();
  const origins = new Set(asked.filter(({ protocol }) => /^http/.test(protocol)).map(({ origin }) => origin));
  expect([...origins].sort()).toEqual([site.url, desk.url].sort());
  expect(console.filter((line) => !line.includes('favicon'))).toEqual([]);
});

test('runs nothing of what our text and our cards can hold', async () => {
  const ran: unknown[] = [];
  await page.exposeFunction('pwned', (what: unknown) => ran.push(what));
  page.on('dialog', (dialog) => {
    ran.push(dialog.message());
    void dialog.dismiss();
  });
  const activities = hostileActivities(hostileReplies(5));
  const withCards = activities.filter((activity) => 'attachments' in activity).length;
  expect(withCards).toBeGreaterThanOrEqual(30);
  await page.routeWebSocket('**/stream**', (socket) => {
    socket.send(JSON.stringify({ activities, watermark: '1' }));
  });
  await page.goto(site.url);
  await cards()
    .nth(withCards - 1)
    .waitFor({ state: 'attached', timeout: 40_000 });
  const wrong = await page.evaluate<string[]>(`[...document.querySelectorAll('#chat *')]
    .filter((each) => /^(SCRIPT|IFRAME|OBJECT|EMBED|BASE|META|LINK|VIDEO|MATH)$/.test(each.tagName) ||
      [...each.attributes].some(({ name }) => name.startsWith('on')) ||
      (each.tagName === 'A' && !/^(https?|mailto|tel):$/.test(each.protocol)))
    .map(({ outerHTML }) => outerHTML.slice(0, 200))`);
  expect(wrong).toEqual([]);
  expect(ran).toEqual([]);
  // Nor is anything fetched: no picture, no page.
  const own = /^\/(?:webchat\.js|start\.js|favicon\.ico|v3\/.*)?$/;
  const fetched = asked.filter(
    ({ protocol, origin, pathname }) =>
      protocol !== 'blob:' && (![site.url, desk.url].includes(origin) || !own.test(pathname)),
  );
  expect(fetched.map(({ href }) => href)).toEqual([]);
});
