import type { Browser, BrowserContext, Page } from 'playwright-core';
import { LAUNCHER, openWidget, say, seen, welcomed } from './chat';
import { Desk, openBrowser } from './desk';
import { Site } from './site';

let site: Site;
let desk: Desk;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let console: string[];

beforeAll(async () => {
  site = await Site.start();
  desk = await Desk.start({ TRUSTED_ORIGINS: site.url });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
  await site.stop();
});
beforeEach(async () => {
  context = await browser.newContext();
  page = await context.newPage();
  console = [];
  page.on('console', (message) => console.push(message.text()));
});
afterEach(() => context.close());

const script = (attributes = ''): string => `<script src="${desk.url}/widget.js" ${attributes}></script>`;
const visit = async (html: string, headers?: Readonly<Record<string, string>>): Promise<void> => {
  site.page('/', `<body><h1>A site</h1>${html}</body>`, headers);
  await page.goto(site.url);
};
const launchers = () => page.getByRole('button', { name: LAUNCHER });
const desksLines = () => console.filter((line) => line.startsWith('Records Desk: '));

describe('on the page of another site', () => {
  test('opens, answers and closes again, with the focus back on the launcher', async () => {
    await visit(script());
    const chat = await openWidget(page);
    await say(chat, 'What does GP2GP do?');
    await chat.locator('.message.desk').nth(1).waitFor();
    await chat.getByLabel('Your message').press('Escape');
    await launchers().waitFor();
    expect(await page.evaluate('document.activeElement.shadowRoot.activeElement.tagName')).toBe('BUTTON');
    expect(await page.locator('iframe').isVisible()).toBe(false);
  });

  test.each([
    [
      'a reset that takes everything away',
      'html > *, body * { all: unset !important; display: none !important; visibility: hidden !important }',
    ],
    [
      'rules for every div, button and frame',
      'div, button, iframe, section, p { position: static !important; opacity: 0 !important; width: 0 !important; transform: scale(0) !important }',
    ],
    [
      'odd sizes of type',
      'html { font-size: 3px } * { font-size: 200px; line-height: 0; letter-spacing: 2em }',
    ],
  ])('looks the same under %s', async (_name, css) => {
    await visit(
      `${script()}<script>document.head.append(Object.assign(document.createElement('style'), { textContent: ${JSON.stringify(css)} }))</script>`,
    );
    const box = await launchers().boundingBox();
    expect(box?.height).toBeCloseTo(56, 0);
    expect(box?.width).toBeGreaterThan(150);
    expect(box?.width).toBeLessThan(280);
    const chat = await openWidget(page);
    expect((await page.locator('iframe').boundingBox())?.width).toBeGreaterThan(400);
    expect(await chat.getByRole('button', { name: 'Send' }).isVisible()).toBe(true);
  });

  test('needs two directives of a strict policy, and nothing breaks it', async () => {
    await visit(script(), {
      'content-security-policy': `default-src 'none'; script-src ${desk.url}; frame-src ${desk.url}; require-trusted-types-for 'script'`,
    });
    const chat = await openWidget(page);
    await say(chat, 'What does GP2GP do?');
    await chat.locator('.message.desk').nth(1).waitFor();
    expect(
      (await launchers().count()) + (await page.getByRole('button', { name: 'Close the chat' }).count()),
    ).toBe(1);
    expect(console).toEqual([]);
  });

  test('says on the console which directive a strict policy lacks', async () => {
    await visit(script(), { 'content-security-policy': `default-src 'none'; script-src ${desk.url}` });
    await launchers().click();
    await page.waitForTimeout(500);
    expect(desksLines()).toContain(
      `Records Desk: add ${desk.url} to frame-src in this page's Content-Security-Policy.`,
    );
  });

  test('tells within the widget that a site is not on the list', async () => {
    site.page('/', `<body>${script()}</body>`);
    await page.goto(site.stranger);
    await launchers().click();
    const words = page.frameLocator('iframe').getByText('This site cannot show Records Desk yet');
    await words.waitFor();
    await page.getByRole('link', { name: 'Open the chat in a new tab' }).waitFor({ timeout: 10_000 });
    expect(desksLines().join()).toContain(`${site.stranger} in TRUSTED_ORIGINS`);
  });

  test('asks nobody but its own server', async () => {
    const hosts = new Set<string>();
    page.on('request', (request) => hosts.add(new URL(request.url()).origin));
    await visit(script());
    const chat = await openWidget(page);
    await say(chat, 'What does GP2GP do?');
    await chat.locator('.message.desk').nth(1).waitFor();
    expect([...hosts].sort()).toEqual([site.url, desk.url].sort());
  });

  test('keeps only what the privacy page lists', async () => {
    await visit(script());
    const chat = await openWidget(page);
    await seen(chat, 'I cannot see any record');
    const keys = (
      await Promise.all(
        page
          .frames()
          .map((frame) =>
            frame.evaluate<string[]>('[...Object.keys(sessionStorage), ...Object.keys(localStorage)]'),
          ),
      )
    ).flat();
    expect(keys.length).toBeGreaterThan(0);
    const privacy = await (await fetch(`${desk.url}/privacy`)).text();
    for (const key of keys) expect(privacy).toContain(`<code>${key}</code>`);
    expect(await context.cookies()).toEqual([]);
  });
});

describe('options and commands', () => {
  test('a wrong attribute is one line on the console, and a default that works', async () => {
    await visit(
      script(
        'data-colour="javascript:alert(1)" data-position="top" data-language="tlh" data-target="#nowhere"',
      ),
    );
    await openWidget(page);
    expect(desksLines()).toEqual([
      'Records Desk: colour is "javascript:alert(1)"; write # and six hexadecimal digits. Using #005eb8.',
      'Records Desk: position is "top"; write left or right. Using right.',
      'Records Desk: language is "tlh"; write en-GB. Using en-GB.',
      'Records Desk: target is "#nowhere"; write a selector of an element on the page. Using the launcher.',
    ]);
  });

  test('a script that is loaded twice makes one launcher', async () => {
    await visit(script() + script());
    expect(await launchers().count()).toBe(1);
    expect(desksLines()).toEqual(['Records Desk: widget.js is on this page twice.']);
  });

  test('takes colour and corner from attributes, and both again by command', async () => {
    await visit(script('data-colour="#ffd700" data-position="left"'));
    const style = (name: string) =>
      page.evaluate<string>(
        `getComputedStyle([...document.querySelectorAll('html > div')].at(-1).shadowRoot.querySelector('button'))['${name}']`,
      );
    expect(await style('background-color')).toBe('rgb(255, 215, 0)');
    expect(await style('color')).toBe('rgb(0, 0, 0)');
    expect((await launchers().boundingBox())?.x).toBe(20);
    await page.evaluate("RecordsDesk('colour', '#003087'); RecordsDesk('position', 'right')");
    expect(await style('color')).toBe('rgb(255, 255, 255)');
    expect((await launchers().boundingBox())?.x).toBeGreaterThan(600);
  });

  test('stands in an element of the page when it is told to', async () => {
    await visit(`<div id="here" style="width: 500px"></div>${script('data-target="#here"')}`);
    const chat = page.frameLocator('#here iframe');
    await welcomed(chat);
    expect(await launchers().count()).toBe(0);
    expect((await page.locator('iframe').boundingBox())?.height).toBeGreaterThanOrEqual(480);
    expect(await chat.getByRole('button', { name: 'Close the chat' }).isVisible()).toBe(false);
  });

  test('takes commands that were given before it was loaded', async () => {
    await visit(
      `<script>window.RecordsDesk = function () { (RecordsDesk.q = RecordsDesk.q || []).push(arguments) }; RecordsDesk('ask', 'What does GP2GP do?')</script>${script('defer')}`,
    );
    const chat = page.frameLocator('iframe');
    await chat.locator('.message.own').getByText('What does GP2GP do?').waitFor();
    await chat.locator('.message.desk').nth(1).waitFor();
  });

  test('opens, closes and toggles by command, starts a guide and starts over', async () => {
    await visit(script());
    await launchers().waitFor();
    await page.evaluate("RecordsDesk('guide', 'patient-has-left')");
    const chat = page.frameLocator('iframe');
    await seen(chat, 'Where did the patient go?');
    await page.evaluate("RecordsDesk('toggle')");
    expect(await page.locator('iframe').isVisible()).toBe(false);
    await page.evaluate("RecordsDesk('open'); RecordsDesk('startOver')");
    await chat.getByText('The chat was cleared.').waitFor();
    expect(await chat.getByText('Where did the patient go?').count()).toBe(0);
    await page.evaluate("RecordsDesk('close'); RecordsDesk('dance')");
    expect(await page.locator('iframe').isVisible()).toBe(false);
    expect(desksLines()).toHaveLength(1);
  });

  test('asks what the address asks, once', async () => {
    site.page('/', `<body>${script()}</body>`);
    await page.goto(`${site.url}/#ask=What%20does%20GP2GP%20do%3F`);
    const chat = page.frameLocator('iframe');
    await chat.locator('.message.own').getByText('What does GP2GP do?').waitFor();
    await page.reload();
    await chat.locator('.message.own').getByText('What does GP2GP do?').waitFor();
    await page.waitForTimeout(800);
    expect(await chat.locator('.message.own').count()).toBe(1);
  });

  test('tells the page how many replies came while it was closed', async () => {
    await visit(
      `${script()}<script>counts = []; document.addEventListener('records-desk:unread', ({ detail }) => counts.push(detail.count))</script>`,
    );
    const chat = await openWidget(page);
    await page.route('**/activities', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      await route.continue();
    });
    await say(chat, 'What does GP2GP do?');
    await page.evaluate("RecordsDesk('close')");
    await page.waitForFunction('counts.at(-1) === 1');
    await page.getByRole('button', { name: `${LAUNCHER} 1` }).click();
    expect(await page.evaluate('counts.at(-1)')).toBe(0);
  });
});
