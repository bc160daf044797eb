import type { Browser, Page } from 'playwright-core';
import { welcomed } from './chat';
import { Desk, openBrowser } from './desk';
import { ADDRESSES, PAYLOADS } from './payloads';

let desk: Desk;
let browser: Browser;
let page: Page;
let ran: string[];

beforeAll(async () => {
  desk = await Desk.start({ RATE_LIMIT: 'off' });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});
beforeEach(async () => {
  ran = [];
  page = await browser.newPage();
  await page.exposeFunction('pwned', (what: unknown) => ran.push(String(what)));
  page.on('dialog', (dialog) => {
    ran.push(dialog.message());
    void dialog.dismiss();
  });
});
afterEach(() => page.close());

/** An activity with the payload wherever a reply can hold words or an address. */
function reply(payload: string, at: number): object {
  const line = { text: payload, cites: [1], caveat: payload };
  const url = payload;
  return {
    type: 'message',
    id: `reply-${at}`,
    from: { id: 'records-desk', role: 'bot' },
    text: payload,
    inputHint: 'expectingInput',
    channelData: {
      guidance: {
        kind: 'answer',
        id: payload,
        title: payload,
        choices: [{ title: payload, value: { kind: 'ask', text: payload } }],
        sources: [
          {
            id: payload,
            title: payload,
            publisher: payload,
            version: `1${payload}`,
            date: payload,
            url,
            seen: 'live',
            caution: payload,
          },
        ],
        notices: [payload],
        release: payload,
      },
      told: [payload],
      blocks: [
        { kind: 'paragraph', line },
        ...['plain', 'check', 'do-not', 'warning'].map((tone) => ({
          kind: 'list',
          heading: payload,
          tone,
          items: [line],
        })),
        { kind: 'steps', steps: [{ ...line, who: payload, when: payload, with: payload }] },
        {
          kind: 'conflict',
          title: payload,
          open: true,
          positions: [line],
          newer: payload,
          check: payload,
          meanwhile: [line],
          decides: [payload],
        },
        { kind: 'contacts', contacts: [{ name: payload, for: payload, how: line }] },
      ],
    },
  };
}

async function fed(activities: readonly object[]): Promise<void> {
  await page.routeWebSocket('**/stream**', (socket) => {
    socket.send(JSON.stringify({ activities, watermark: '1' }));
  });
  await page.goto(desk.url);
  await page
    .locator('.message')
    .nth(activities.length - 1)
    .waitFor({ state: 'attached' });
}

/** Elements that no reply is drawn with, and links of schemes that no reply may have. */
const foreign = (): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll('#log *')]
    .filter((each) =>
      !/^(ARTICLE|SECTION|DIV|P|SPAN|H2|H3|UL|OL|LI|DL|DT|DD|B|STRONG|BUTTON|DETAILS|SUMMARY|FORM|FIELDSET|LEGEND|LABEL|INPUT|A)$/.test(each.tagName) ||
      [...each.attributes].some(({ name }) => name.startsWith('on') || name === 'style') ||
      (each.tagName === 'A' && (!/^(https?|mailto|tel):$/.test(each.protocol) || each.username !== '')))
    .map(({ outerHTML }) => outerHTML.slice(0, 200))`);

test('there are enough of them', () => {
  expect(new Set(PAYLOADS).size).toBeGreaterThanOrEqual(120);
});

test('in replies they run nothing, become no element and no link of another scheme', async () => {
  await fed(PAYLOADS.map(reply));
  await page.evaluate("for (const each of document.querySelectorAll('button.cite, summary')) each.click()");
  await page.waitForTimeout(500);
  expect(await foreign()).toEqual([]);
  expect(ran).toEqual([]);
  expect(await page.locator('.message').count()).toBe(PAYLOADS.length);
});

test('what means to be an address of another scheme stays words', async () => {
  await fed(ADDRESSES.filter((address) => !address.startsWith('https:')).map(reply));
  const links = await page.evaluate<string[]>(
    "[...document.querySelectorAll('#log a')].map(({ href }) => href)",
  );
  expect(links.filter((href) => !href.startsWith('https://example.org'))).toEqual([]);
});

test('as the words of a person, and as text without blocks, they stay text', async () => {
  await fed(
    PAYLOADS.flatMap((text, at) => [
      { type: 'message', id: `own-${at}`, from: { id: 'dl_x', role: 'user' }, text },
      { type: 'message', id: `bare-${at}`, from: { id: 'records-desk', role: 'bot' }, text },
    ]),
  );
  await page.waitForTimeout(500);
  expect(await foreign()).toEqual([]);
  expect(ran).toEqual([]);
});

test('saved as a page they run nothing there either', async () => {
  await fed(PAYLOADS.map(reply));
  const download = page.waitForEvent('download');
  await page.getByText('More', { exact: true }).click();
  await page.getByRole('button', { name: 'Save as a page' }).click();
  const saved = await browser.newPage();
  await saved.exposeFunction('pwned', (what: unknown) => ran.push(String(what)));
  await saved.goto(`file://${await (await download).path()}`);
  await saved.waitForTimeout(500);
  expect(await saved.locator('script, iframe, img, svg, object, embed, base, input, video').count()).toBe(0);
  expect(ran).toEqual([]);
  await saved.close();
});

test('typed into the chat and into the plain chat they run nothing', async () => {
  await page.goto(desk.url);
  await welcomed(page);
  for (const payload of PAYLOADS.filter((_, at) => at % 6 === 0)) {
    await page.getByLabel('Your message').fill(payload);
    await page.keyboard.press('Enter');
  }
  await page.waitForTimeout(2000);
  expect(await foreign()).toEqual([]);
  for (const payload of PAYLOADS) {
    const body = new URLSearchParams({
      message: payload,
      conversation: payload,
      turns: payload,
      turn: payload,
      choice: payload,
    });
    const response = await fetch(`${desk.url}/chat`, { method: 'POST', body });
    const html = await response.text();
    expect(html).not.toMatch(/<(?:script|img|svg|iframe|object|embed|base|video|style)\b/i);
  }
  expect(ran).toEqual([]);
});
