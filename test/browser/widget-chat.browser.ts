import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { say, seen, toTheSheet, welcomed } from './chat';
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
  context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  page = await context.newPage();
  await page.goto(desk.url);
  await welcomed(page);
});
afterEach(() => context.close());

const answer = async (): Promise<void> => {
  await say(page, 'How long does a label take to come?');
  await page.getByRole('group', { name: 'Was this helpful?' }).waitFor();
};
const posted = (request: Request): Record<string, unknown> =>
  request.postDataJSON() as Record<string, unknown>;

describe('an answer', () => {
  test('shows a source where it is cited, with title, publisher, date and link, and puts it away again', async () => {
    await answer();
    const mark = page.locator('button.cite').first();
    await mark.click();
    const note = page.locator('.note').first();
    expect(await note.innerText()).toMatch(/PCSE|LMC|NHS/);
    expect(await note.locator('a').getAttribute('href')).toMatch(/^https:/);
    expect(await mark.getAttribute('aria-expanded')).toBe('true');
    await mark.click();
    expect(await page.locator('.note').count()).toBe(0);
  });

  test('is called helpful by an event that names it; that is kept, and still shown after a reload', async () => {
    await answer();
    const kept = page.waitForResponse(
      (response) => response.request().postData()?.includes('"feedback"') === true,
    );
    const sent = page.waitForRequest((request) => request.postData()?.includes('"feedback"') === true);
    await page.getByRole('button', { name: 'Yes', exact: true }).click();
    const event = posted(await sent);
    expect(event).toMatchObject({ type: 'event', name: 'feedback' });
    expect(event['value']).toMatchObject({
      verdict: 'helpful',
      comment: '',
      replyId: expect.stringMatching(/\|/) as string,
      guidanceId: expect.any(String) as string,
    });
    await seen(page, /^Thank you/);
    expect((await kept).status()).toBe(200);
    await page.reload();
    await seen(page, /^Thank you/);
    expect(await page.getByRole('group', { name: 'Was this helpful?' }).isVisible()).toBe(false);
  });

  test.each([
    ['It is wrong', 'wrong'],
    ['It is out of date', 'old'],
    ['It is unclear', 'unclear'],
    ['It is not about my area', 'not-my-area'],
  ])('is criticised: "%s", with a comment that holds no identifier', async (words, verdict) => {
    await answer();
    await page.getByRole('button', { name: 'No', exact: true }).click();
    await page.getByLabel(words).check();
    await page.getByLabel(/What would be right/).fill('Mrs Jones 999 000 0018 waited six weeks');
    const sent = page.waitForRequest((request) => request.postData()?.includes('"feedback"') === true);
    await page.getByRole('button', { name: 'Send feedback' }).click();
    const event = posted(await sent);
    expect(event['value']).toMatchObject({ verdict });
    expect(JSON.stringify(event)).toMatch(/waited six weeks/);
    expect(JSON.stringify(event)).not.toMatch(/Jones|999 000/);
  });
});

describe('an outcome', () => {
  test('leads to its own page, which says the same and prints', async () => {
    await say(page, 'A patient has left and their notes have been digitised. What do I do with them?');
    await seen(page, 'Where did the patient go?');
    await toTheSheet(page);
    const link = page.getByRole('link', { name: 'Open or print this action sheet' });
    await link.waitFor();
    const title = await page.locator('.message.desk h2').last().innerText();
    const opened = context.waitForEvent('page');
    await link.click();
    const sheet = await opened;
    await sheet.getByRole('heading', { name: title }).waitFor();
    expect(new URL(sheet.url()).pathname).toBe('/guides/patient-has-left');
    await sheet.emulateMedia({ media: 'print' });
    expect(await sheet.getByRole('link', { name: 'All guides' }).isVisible()).toBe(false);
    expect(await sheet.locator('.steps li').first().isVisible()).toBe(true);
  });
});

describe('the box', () => {
  test('warns of patient details before anything is sent', async () => {
    await page.getByLabel('Your message').fill('NHS number 999 000 0018 has not arrived');
    await page.getByText('Your message seems to hold an NHS number').waitFor();
    await page.getByLabel('Your message').fill('the record has not arrived');
    await page.getByText('Your message seems to hold').waitFor({ state: 'hidden' });
  });

  test('counts near the limit only', async () => {
    await page.getByLabel('Your message').fill('a'.repeat(799));
    await page.waitForTimeout(600);
    expect(await page.locator('#counter').innerText()).toBe('');
    await page.getByLabel('Your message').fill('a'.repeat(990));
    await page.getByText('You have 10 characters left.').waitFor();
  });

  test('says when to come back after too many messages, and sends by itself then', async () => {
    let tries = 0;
    await page.route('**/activities', (route) =>
      tries++ === 0
        ? route.fulfill({ status: 429, headers: { 'retry-after': '1' }, body: '{}' })
        : route.continue(),
    );
    await say(page, 'What does GP2GP do?');
    await page.getByText('Please wait 1 second.').waitFor();
    await page.locator('.message.desk').nth(1).waitFor();
    expect(await page.locator('.message.own').count()).toBe(1);
  });

  test('gives words back that the desk refuses', async () => {
    await page.route('**/activities', (route) => route.fulfill({ status: 400, body: '{}' }));
    await say(page, 'What does GP2GP do?');
    await page.getByText('Your words are still in the box.').waitFor();
    expect(await page.getByLabel('Your message').inputValue()).toBe('What does GP2GP do?');
    expect(await page.locator('.message.own').count()).toBe(0);
  });
});

describe('the conversation', () => {
  test('is cleared only when that is confirmed, and then here, in storage and in the other tab', async () => {
    await answer();
    const second = await context.newPage();
    await second.goto(desk.url);
    await seen(second, /How long does a label/);
    const before = await page.evaluate<string>("sessionStorage['records-desk-conversation']");
    const { conversationId, token } = JSON.parse(before) as { conversationId: string; token: string };
    const onServer = async (): Promise<number> =>
      (
        await fetch(`${desk.url}/v3/directline/conversations/${conversationId}/activities`, {
          headers: { authorization: `Bearer ${token}` },
        })
      ).status;
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.getByRole('button', { name: 'Keep it' }).click();
    expect(await onServer()).toBe(200);
    expect(await page.locator('.message').count()).toBe(3);
    await page.getByRole('button', { name: 'Start over' }).click();
    const deleted = page.waitForResponse((response) => response.request().method() === 'DELETE');
    await page.getByRole('dialog').getByRole('button', { name: 'Start over' }).click();
    expect((await deleted).status()).toBe(204);
    expect(await onServer()).toBe(404);
    await page.getByText('The chat was cleared.').waitFor();
    await welcomed(page);
    expect(await page.locator('.message').count()).toBe(1);
    await second.locator('.message.own').waitFor({ state: 'detached' });
    await welcomed(second);
    const after = await page.evaluate<string>("sessionStorage['records-desk-conversation']");
    expect((JSON.parse(after) as { conversationId: string }).conversationId).not.toBe(conversationId);
    await second.waitForTimeout(500);
    expect(await second.evaluate<string>("sessionStorage['records-desk-conversation']")).toContain(
      (JSON.parse(after) as { conversationId: string }).conversationId,
    );
  });

  test('is cleared here when the desk cannot be reached, and on the server as soon as it can', async () => {
    await answer();
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Start over' }).click();
    await page.getByText('The chat was cleared here.').waitFor();
    expect(await page.locator('.message').count()).toBe(0);
    const deleted = page.waitForResponse((response) => response.request().method() === 'DELETE');
    await context.setOffline(false);
    expect((await deleted).status()).toBe(204);
    await welcomed(page);
    expect(await page.locator('.message').count()).toBe(1);
  });

  test('is copied, and saved as text and as a page, with sources and the release of the content', async () => {
    await answer();
    const tool = async (name: string): Promise<void> => {
      await page.getByText('More', { exact: true }).click();
      await page.getByRole('button', { name }).click();
    };
    await tool('Copy the conversation');
    await page.getByText('The conversation was copied.').waitFor();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(copied).toMatch(/You:\nHow long does a label take to come\?/);
    expect(copied).toMatch(/https:\/\//);
    expect(copied).toMatch(/content release \d{4}-/);
    for (const [name, ending] of [
      ['Save as text', '.txt'],
      ['Save as a page', '.html'],
    ] as const) {
      const download = page.waitForEvent('download');
      await tool(name);
      const file = await download;
      expect(file.suggestedFilename()).toMatch(new RegExp(`^records-desk-\\d{4}-\\d\\d-\\d\\d\\${ending}$`));
      expect(readFileSync(await file.path(), 'utf8')).toMatch(/How long does a label take to come/);
    }
  });
});

describe('without script', () => {
  let plain: Page;
  beforeEach(async () => {
    plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  });
  afterEach(() => plain.context().close());

  test('the page leads to the plain chat, which gives the same replies by forms', async () => {
    await plain.goto(desk.url);
    await plain.getByRole('link', { name: 'Use the plain version' }).click();
    await plain
      .getByLabel('Your message')
      .fill('A patient has left and their notes have been digitised. What do I do with them?');
    await plain.getByRole('button', { name: 'Send' }).click();
    await plain.getByText('Where did the patient go?').waitFor();
    await plain.getByRole('button', { name: 'Another practice in England' }).click();
    await plain.getByText('Where is the scan kept?').waitFor();
    await plain.getByLabel('Your message').fill('2');
    await plain.getByRole('button', { name: 'Send' }).click();
    await plain.getByText(/Have your scans since been moved/).waitFor();
    expect(await plain.locator('.message.own').count()).toBe(3);
    expect(await plain.context().cookies()).toEqual([]);
    expect(new URL(plain.url()).search).toBe('');
  });

  test('starting over is asked first, and deletes the conversation on the server', async () => {
    await plain.goto(`${desk.url}/chat`);
    expect(await plain.getByText('Start over').count()).toBe(0);
    await plain.getByLabel('Your message').fill('What does GP2GP do?');
    await plain.getByRole('button', { name: 'Send' }).click();
    await plain.locator('.message.own').waitFor();
    const carried = await plain.evaluate<string[][]>(
      "[...document.querySelectorAll('.plain-form input[type=hidden]')].map(({ name, value }) => [name, value])",
    );
    expect(await plain.getByRole('button', { name: 'Start over' }).isVisible()).toBe(false);
    await plain.getByText('Start over').first().click();
    await plain.getByRole('button', { name: 'Start over' }).click();
    await plain.waitForURL(`${desk.url}/chat`);
    expect(await plain.locator('.message.own').count()).toBe(0);
    const again = await fetch(`${desk.url}/chat`, {
      method: 'POST',
      body: new URLSearchParams(Object.fromEntries(carried) as Record<string, string>),
    });
    expect(await again.text()).not.toContain('What does GP2GP do?');
  });

  test('a page that is loaded again says nothing twice', async () => {
    await plain.goto(`${desk.url}/chat`);
    await plain.getByLabel('Your message').fill('What does GP2GP do?');
    await plain.getByRole('button', { name: 'Send' }).click();
    await plain.locator('.message.own').waitFor();
    const before = await plain.locator('main').innerText();
    await plain.reload();
    expect(await plain.locator('main').innerText()).toBe(before);
  });

  test('an identifier is neither shown nor put into the form', async () => {
    await plain.goto(`${desk.url}/chat`);
    await plain.getByLabel('Your message').fill('Mrs Jones 999 000 0018 has left');
    await plain.getByRole('button', { name: 'Send' }).click();
    await plain.getByText(/I left out/).waitFor();
    expect(await plain.content()).not.toMatch(/Jones|999 000/);
  });
});
