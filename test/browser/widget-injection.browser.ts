import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { replyToHtml } from '../../src/render';
import { guidePages } from '../../src/channels/guides/guide-pages';
import { closeDesks, startDesk } from '../server/desk';
import { openWidget, welcomed } from './chat';
import { Desk, openBrowser } from './desk';
import { hostileActivities, hostileLibrary, hostileReply } from './hostile-content';
import { ADDRESSES, PAYLOADS } from './payloads';
import { Site } from './site';

let desk: Desk;
let site: Site;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let ran: string[];

beforeAll(async () => {
  site = await Site.start();
  desk = await Desk.start({ RATE_LIMIT: 'off', TRUSTED_ORIGINS: site.url });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
  await site.stop();
});
beforeEach(async () => {
  ran = [];
  // Without the pages' policies, so that it is the renderers that hold, and not what stands behind them.
  context = await browser.newContext({ bypassCSP: true, acceptDownloads: true });
  await context.exposeFunction('pwned', (what: unknown) => ran.push(String(what)));
  page = await watched();
});
afterEach(() => context.close());

async function watched(): Promise<Page> {
  const made = await context.newPage();
  made.on('dialog', (dialog) => {
    ran.push(dialog.message());
    void dialog.dismiss();
  });
  return made;
}

/** The chat page with a line that brings these. */
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

/** Elements that nothing here is drawn with, attributes that act, and links of schemes that no reply may have. */
const foreign = (within: string, on: Page = page): Promise<string[]> =>
  on.evaluate<string[]>(`[...document.querySelectorAll('${within} *')]
    .filter((each) =>
      !/^(ARTICLE|SECTION|DIV|P|SPAN|H[1-6]|UL|OL|LI|DL|DT|DD|B|BR|EM|STRONG|CODE|BUTTON|DETAILS|SUMMARY|FORM|FIELDSET|LEGEND|LABEL|INPUT|TEXTAREA|A|TABLE|CAPTION|THEAD|TBODY|TR|TH|TD|NAV)$/.test(each.tagName) ||
      [...each.attributes].some(({ name }) => name.startsWith('on') || name === 'style') ||
      (each.tagName === 'A' && (!/^(https?|mailto|tel):$/.test(each.protocol) || each.username !== '')) ||
      (each.tagName === 'INPUT' && /image|submit/.test(each.type)))
    .map(({ outerHTML }) => outerHTML.slice(0, 200))`);

const settle = (on: Page = page): Promise<void> => on.waitForTimeout(400);

/** What runs a script when nothing holds it back does run it here: otherwise the tests below would show nothing. */
test('a careless page in this browser runs them', async () => {
  site.page('/careless', PAYLOADS.filter((each) => /^<(?:img|svg|script)/.test(each)).join('\n'));
  await page.goto(`${site.url}/careless`);
  await settle();
  expect(ran.length).toBeGreaterThan(5);
});

test('there are at least 150 of them', () => {
  expect(new Set(PAYLOADS).size).toBeGreaterThanOrEqual(150);
});

describe('in replies', () => {
  test('the page runs nothing, makes no element and no link of another scheme, also when printed', async () => {
    await fed(hostileActivities());
    await page.evaluate("for (const each of document.querySelectorAll('button.cite, summary')) each.click()");
    await page.emulateMedia({ media: 'print' });
    await settle();
    expect(await foreign('#log')).toEqual([]);
    expect(ran).toEqual([]);
    expect(await page.locator('.message').count()).toBe(PAYLOADS.length);
  });

  test('what means to be an address of another scheme stays words', async () => {
    await fed(
      hostileActivities(ADDRESSES.filter((address) => !address.startsWith('https:')).map(hostileReply)),
    );
    const links = await page.evaluate<string[]>(
      "[...document.querySelectorAll('#log a')].map(({ href }) => href)",
    );
    expect(links.filter((href) => !href.startsWith('https://example.org'))).toEqual([]);
  });

  test('text without blocks, and the words of a person, stay text', async () => {
    await fed(
      PAYLOADS.flatMap((text, at) => [
        { type: 'message', id: `own-${at}`, from: { id: 'dl_x', role: 'user' }, text },
        { type: 'message', id: `bare-${at}`, from: { id: 'records-desk', role: 'bot' }, text },
      ]),
    );
    await settle();
    expect(await foreign('#log')).toEqual([]);
    expect(ran).toEqual([]);
  });

  test('HTML for pages and downloads holds them as words', async () => {
    site.page('/html', `<main>${PAYLOADS.map((each) => replyToHtml(hostileReply(each))).join('')}</main>`);
    await page.goto(`${site.url}/html`);
    await settle();
    expect(await page.locator('main').count()).toBe(1);
    expect(await foreign('main')).toEqual([]);
    expect(ran).toEqual([]);
  });

  test('saved as a page they run nothing there either', async () => {
    await fed(hostileActivities());
    const download = page.waitForEvent('download');
    await page.getByText('More', { exact: true }).click();
    await page.getByRole('button', { name: 'Save as a page' }).click();
    const saved = await watched();
    const file = join(mkdtempSync(join(tmpdir(), 'records-desk-')), 'saved.html');
    await (await download).saveAs(file);
    await saved.goto(`file://${file}`);
    await settle(saved);
    expect(await saved.locator('section').count()).toBe(PAYLOADS.length);
    expect(await foreign('body', saved)).toEqual([]);
    expect(ran).toEqual([]);
  });
});

describe('in guides', () => {
  afterEach(closeDesks);

  test('no page of theirs, no table and no drawing runs anything', async () => {
    const library = hostileLibrary();
    const { url } = await startDesk({ pages: guidePages(() => library) });
    const way = 'lost-umbrella?where-found=train&how-old=yes';
    const paths = ['', '/lost-umbrella', `/${way}`, '/lost-hat?has-office=no', '/lost-umbrella/table'];
    for (const path of paths) {
      const response = await page.goto(`${url}/guides${path}`);
      expect(response?.status()).toBe(200);
      expect(await page.locator('main').innerText()).toContain('pwned');
      expect(await foreign('main')).toEqual([]);
    }
    for (const drawing of ['svg', 'mmd']) await page.goto(`${url}/guides/lost-umbrella/drawing.${drawing}`);
    await settle();
    expect(ran).toEqual([]);
  });
});

describe('given by a person', () => {
  test('typed into the chat they run nothing', async () => {
    await page.goto(desk.url);
    await welcomed(page);
    const typed = PAYLOADS.filter((each, at) => at % 4 === 0 && each.trim() !== '');
    for (const payload of typed) {
      await page.getByLabel('Your message').fill(payload);
      await page.keyboard.press('Enter');
    }
    await page.waitForFunction(
      "!document.querySelector('.unsent') && document.getElementById('typing').hidden",
    );
    await settle();
    expect(await page.locator('.message.own').count()).toBe(typed.length);
    expect(await foreign('#log')).toEqual([]);
    expect(ran).toEqual([]);
  });

  test('sent by the plain form and shown again by it they run nothing', async () => {
    const conversation = 'a'.repeat(32);
    for (let from = 0; from < PAYLOADS.length; from += 40) {
      const turns: string[] = [];
      let html = '';
      for (const payload of PAYLOADS.slice(from, from + 40)) {
        const turn = (from + turns.length).toString(16).padStart(32, '0');
        const fields = { conversation, turn, turns: turns.join(' '), message: payload, choice: payload };
        html = await post(fields);
        turns.push(turn);
      }
      site.put('/chat', html);
      await page.goto(`${site.url}/chat`);
      expect(await page.locator('.message.own').count()).toBe(turns.length);
      expect(await foreign('main')).toEqual([]);
    }
    await settle();
    expect(ran).toEqual([]);
  });

  test('in every field of the plain form at once they are refused or stay words', async () => {
    for (const payload of PAYLOADS) {
      const html = await post({
        message: payload,
        conversation: payload,
        turns: payload,
        turn: payload,
        choice: payload,
      });
      expect(html).not.toMatch(/<(?:script|img|svg|iframe|object|embed|base|video|style|math|meta http)\b/i);
    }
  });

  test('in the addresses of pages they run nothing', async () => {
    for (const [at, payload] of PAYLOADS.entries()) {
      const encoded = encodeURIComponent(payload);
      const paths = ['/chat?ask=', `/guides/patient-has-left?${encoded}=`, `/privacy?${encoded}#`];
      if (at % 3 !== 0) continue;
      await page.goto(`${desk.url}${paths[(at / 3) % 3] ?? ''}${encoded}`);
      expect(await foreign('main')).toEqual([]);
    }
    await settle();
    expect(ran).toEqual([]);
  });

  async function post(fields: Readonly<Record<string, string>>): Promise<string> {
    return (await fetch(`${desk.url}/chat`, { method: 'POST', body: new URLSearchParams(fields) })).text();
  }
});

describe('given by the site around the widget', () => {
  test('as options, commands and words to the frame they run nothing', async () => {
    site.page('/', `<body><script src="${desk.url}/widget.js"></script></body>`);
    await page.goto(site.url);
    const chat = await openWidget(page);
    await page.evaluate(`const { contentWindow: frame } = [...document.querySelectorAll('html > div')].at(-1).shadowRoot.querySelector('iframe');
    for (const payload of ${JSON.stringify(PAYLOADS)}) {
      for (const name of ['label', 'colour', 'theme', 'language', 'position', 'guide', payload]) RecordsDesk(name, payload);
      RecordsDesk('label', payload.slice(0, 40));
      for (const desk of ['look', 'guide', 'shown', payload])
        frame.postMessage({ desk, words: payload, colour: payload, theme: payload, language: payload }, '*');
    }`);
    await settle();
    expect(ran).toEqual([]);
    const made = await page.evaluate<string[]>(
      "[...[...document.querySelectorAll('html > div')].at(-1).shadowRoot.querySelectorAll('*')].map(({ tagName }) => tagName)",
    );
    expect([...new Set(made)].sort()).toEqual(['B', 'BUTTON', 'DIV', 'I', 'IFRAME', 'P', 'SECTION', 'SPAN']);
    await welcomed(chat);
  });

  test('in the address that opens the chat they are words that are asked', async () => {
    const chosen = PAYLOADS.filter((_, at) => at % 12 === 0 && PAYLOADS[at]?.trim() !== '');
    for (const payload of chosen) {
      const before = await page.locator('.message.own').count();
      await page.goto(`${desk.url}/#ask=${encodeURIComponent(payload)}`);
      await page.locator('.message.own').nth(before).waitFor();
      expect(await foreign('#log')).toEqual([]);
    }
    expect(ran).toEqual([]);
  });
});
