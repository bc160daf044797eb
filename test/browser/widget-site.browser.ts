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

  test.each([
    [
      'a WordPress theme',
      `<base href="https://elsewhere.example/"><style>
        *,::before,::after{box-sizing:content-box} body{margin:0;font:300 22px/2 serif;overflow-x:hidden}
        button,input,textarea,.button{background:#32373c!important;border-radius:0!important;padding:1em 2em!important;text-transform:uppercase;width:100%}
        iframe,img{max-width:100%;height:auto} #page{position:relative;z-index:99999;transform:translateZ(0)}
        .sticky{position:fixed;bottom:0;left:0;right:0;height:60px;z-index:2147482999;background:#fff}
        body > *{display:none} #page{display:block}
      </style><div id="page" class="hfeed site"><div class="entry-content"><p>Words</p></div><div class="sticky">Cookies?</div></div>`,
    ],
    [
      'a SharePoint page',
      `<style>html,body{height:100%;overflow:hidden} #s4-workspace{overflow:auto;height:100%;position:absolute;inset:0;z-index:1000}
        .ms-core div{position:relative} div:not([class]){display:none} button{all:revert;height:1px;overflow:hidden}</style>
       <form id="aspnetForm" action="/_layouts/15/start.aspx" onsubmit="return false"><div id="s4-workspace" class="ms-core"><div class="ms-webpart-zone"><p>Words</p></div></div></form>`,
    ],
    [
      'a page written from right to left, in large type',
      '<style>html{font-size:300%;direction:rtl;writing-mode:vertical-rl;zoom:1} *{visibility:hidden}</style><p>Words</p>',
    ],
  ])('on %s it stands in its corner, opens, and answers', async (_name, html) => {
    await visit(`${html}${script()}`);
    const box = await launchers().boundingBox();
    expect(box?.height).toBeCloseTo(56, 0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeCloseTo(1260, 0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(700, 0);
    const chat = await openWidget(page);
    await say(chat, 'What does GP2GP do?');
    await chat.locator('.message.desk').nth(1).waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
  });

  test('inline it fills the element, whatever the site does to what is in there', async () => {
    await visit(
      `<style>#here * { all: unset !important; display: none !important } #here { width: 500px; height: 600px }</style><div id="here"></div>${script('data-target="#here"')}`,
    );
    await welcomed(page.frameLocator('#here iframe'));
    const box = await page.locator('iframe').boundingBox();
    expect(box?.width).toBeGreaterThanOrEqual(496);
    expect(box?.height).toBeGreaterThanOrEqual(596);
  });

  test('with the storage of the site blocked or full it opens and answers', async () => {
    await visit(
      `<script>Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError') } })</script>${script()}`,
    );
    const chat = await openWidget(page);
    await say(chat, 'What does GP2GP do?');
    await chat.locator('.message.desk').nth(1).waitFor();
    expect(desksLines()).toEqual([]);
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

  test.each([
    ['none', `default-src 'none'; script-src URL`],
    ['another', `script-src URL; frame-src https://elsewhere.example`],
    ['an older name', `script-src URL; child-src 'none'`],
  ])('says on the console that a strict policy lacks frame-src: %s', async (_name, policy) => {
    await visit(script(), { 'content-security-policy': policy.replace('URL', desk.url) });
    await launchers().click();
    await page.getByRole('link', { name: 'Open the chat in a new tab' }).waitFor({ timeout: 3_000 });
    expect(desksLines()).toEqual([
      `Records Desk: add ${desk.url} to frame-src in this page's Content-Security-Policy.`,
    ]);
  });

  test('without script-src the browser itself says what to add, and the site is left alone', async () => {
    await visit(script(), { 'content-security-policy': "default-src 'none'" });
    await page.waitForTimeout(300);
    expect(console.join()).toMatch(/widget\.js.*script-src/s);
    expect(await page.locator('html > div').count()).toBe(0);
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
      'Records Desk: target is "#nowhere"; write a selector found on the page. Using the launcher.',
    ]);
  });

  test.each([
    ['data-label=""', 'label is ""; write up to 40 characters. Using Ask about records.'],
    [
      `data-label="${'a'.repeat(41)}"`,
      `label is "${'a'.repeat(41)}"; write up to 40 characters. Using Ask about records.`,
    ],
    ['data-theme="pink"', 'theme is "pink"; write auto, light or dark. Using auto.'],
    ['data-language="cy"', 'language is "cy"; write en-GB. Using en-GB.'],
    ['data-colour="blue"', 'colour is "blue"; write # and six hexadecimal digits. Using #005eb8.'],
    ['data-target="##"', 'target is "##"; write a selector found on the page. Using the launcher.'],
  ])('%s is one line on the console', async (attribute, line) => {
    await visit(script(attribute));
    await launchers().waitFor();
    expect(desksLines()).toEqual([`Records Desk: ${line}`]);
  });

  test.each([
    ['one after the other', () => script() + script()],
    ['with other settings', () => script('data-position="left"') + script('data-colour="#ffd700"')],
    [
      'deferred and from a script',
      () => `${script('defer')}<script src="DESK/webchat/widget.js" async></script>`,
    ],
  ])('a script that is loaded twice makes one launcher: %s', async (_name, scripts) => {
    await visit(scripts().replace('DESK', desk.url));
    await launchers().first().waitFor();
    await page.waitForTimeout(300);
    expect(await launchers().count()).toBe(1);
    expect(desksLines()).toEqual(['Records Desk: widget.js is on this page twice.']);
    await openWidget(page);
    expect(await page.locator('iframe').count()).toBe(1);
  });

  test('commands that are none are named, and the others still work', async () => {
    await visit(script());
    await launchers().waitFor();
    await page.evaluate("RecordsDesk('constructor'); RecordsDesk('__proto__', 1); RecordsDesk('ask', '')");
    expect(
      desksLines()
        .slice(0, 2)
        .map((line) => line.split(';')[0]),
    ).toEqual(['Records Desk: there is no "constructor"', 'Records Desk: there is no "__proto__"']);
    await welcomed(page.frameLocator('iframe'));
  });

  test('a guide named in the address starts, and the address is clean again', async () => {
    site.page('/guide', `<body>${script()}</body>`);
    await page.goto(`${site.url}/guide#guide=patient-has-left`);
    await seen(page.frameLocator('iframe'), 'Where did the patient go?');
    expect(new URL(page.url()).hash).toBe('');
    await page.evaluate("location.hash = 'ask=What does GP2GP do?'");
    await page.frameLocator('iframe').locator('.message.own').getByText('What does GP2GP do?').waitFor();
  });

  test('a link of the site to an anchor of its own is left alone', async () => {
    site.page('/anchor', `<body><p id="rota">Rota</p>${script()}</body>`);
    await page.goto(`${site.url}/anchor#rota`);
    await launchers().waitFor();
    expect(new URL(page.url()).hash).toBe('#rota');
    expect(await page.locator('iframe').count()).toBe(0);
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
