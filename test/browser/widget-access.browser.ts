import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { LAUNCHER, choose, frameOf, openWidget, say, seen, toTheSheet, violations, welcomed } from './chat';
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
afterEach(() => context.close());

async function begin(options: BrowserContextOptions = {}): Promise<void> {
  context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  page = await context.newPage();
  await page.goto(desk.url);
  await welcomed(page);
}

const answer = async (): Promise<void> => {
  await say(page, 'How long does a label take to come?');
  await page.getByRole('group', { name: 'Was this helpful?' }).waitFor();
};
const question = async (): Promise<void> => {
  await say(page, 'A patient has left and their notes have been digitised. What do I do with them?');
  await seen(page, 'Where did the patient go?');
};

const sheet = async (): Promise<void> => {
  await question();
  await toTheSheet(page);
};

const states: readonly (readonly [string, BrowserContextOptions, () => Promise<unknown>])[] = [
  ['welcome', {}, () => Promise.resolve()],
  ['answer', {}, answer],
  [
    'answer with a citation and the feedback form open',
    {},
    async () => {
      await answer();
      await page.locator('button.cite').first().click();
      await page.locator('.sources summary').first().click();
      await page.getByRole('button', { name: 'No', exact: true }).click();
    },
  ],
  ['long answer', {}, sheet],
  ['choices', {}, question],
  [
    'choice taken',
    {},
    async () => {
      await question();
      await choose(page, 'Another practice in England');
      await seen(page, 'Where is the scan kept?');
    },
  ],
  [
    'typing',
    {},
    async () => {
      await page.route('**/activities', () => undefined);
      await say(page, 'What does GP2GP do?');
      await page.getByText('Records Desk is looking').waitFor();
    },
  ],
  [
    'error',
    {},
    async () => {
      await page.route('**/activities', (route) => route.fulfill({ status: 500, body: '{}' }));
      await say(page, 'What does GP2GP do?');
      await page.getByText('Not sent yet.').waitFor();
    },
  ],
  [
    'offline',
    {},
    async () => {
      await context.setOffline(true);
      await page.getByText('Trying again.').waitFor();
    },
  ],
  [
    'over limit',
    {},
    async () => {
      await page.getByLabel('Your message').fill('a'.repeat(1010));
      await page.getByText('10 characters too many').waitFor();
    },
  ],
  [
    'identifier warning',
    {},
    async () => {
      await page.getByLabel('Your message').fill('Mrs Jones 999 000 0018 left');
      await page.getByText('Your message seems to hold').waitFor();
    },
  ],
  ['confirm', {}, () => page.getByRole('button', { name: 'Start over' }).click()],
  ['menu', {}, () => page.getByText('More', { exact: true }).click()],
  [
    'print',
    {},
    async () => {
      await sheet();
      await page.emulateMedia({ media: 'print' });
    },
  ],
  [
    'dark',
    { colorScheme: 'dark' },
    async () => {
      await sheet();
      await answer();
      await page.getByLabel('Your message').fill('Mrs Jones 999 000 0018 left');
      await page.getByText('Your message seems to hold').waitFor();
    },
  ],
  ['forced colours', { forcedColors: 'active' }, sheet],
  ['320 px', { viewport: { width: 320, height: 640 } }, sheet],
  ['400 %', { viewport: { width: 320, height: 256 } }, sheet],
];

describe('axe finds nothing', () => {
  test.each(states)('%s', async (_name, options, reach) => {
    await begin(options);
    await reach();
    expect(await violations(page)).toEqual([]);
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    expect(wide).toBeLessThanOrEqual(0);
  });

  test('closed, and open, on a page that has the widget', async () => {
    await begin();
    await page.goto(`${desk.url}/demo`);
    await page.getByRole('button', { name: LAUNCHER }).waitFor();
    expect(await violations(page)).toEqual([]);
    await openWidget(page);
    expect(await violations(page)).toEqual([]);
    expect(await violations(frameOf(page))).toEqual([]);
  });

  test.each([
    ['dark', { colorScheme: 'dark' }],
    ['forced colours', { forcedColors: 'active' }],
    ['a phone', { viewport: { width: 360, height: 640 } }],
  ] as const)('in the widget: %s', async (_name, options) => {
    context = await browser.newContext({ reducedMotion: 'reduce', ...options });
    page = await context.newPage();
    await page.goto(`${desk.url}/demo`);
    await page.getByRole('button', { name: LAUNCHER }).waitFor();
    expect(await violations(page)).toEqual([]);
    const chat = await openWidget(page);
    await say(chat, 'How long does a label take to come?');
    await chat.getByRole('group', { name: 'Was this helpful?' }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await violations(frameOf(page))).toEqual([]);
  });

  test.each([
    '/chat',
    '/privacy',
    '/demo',
    '/guides',
    '/guides/patient-has-left',
    '/guides/patient-has-left/table',
  ])('%s', async (path) => {
    await begin();
    await page.goto(desk.url + path);
    expect(await violations(page)).toEqual([]);
  });
});

describe('nothing is lost', () => {
  test.each([
    '/chat',
    '/guides',
    '/guides/patient-has-left?where-to=english-practice&where-is-the-scan=ndr&gp2gp=integrated',
    '/guides/patient-has-left/table',
    '/privacy',
    '/demo',
  ])('at 320 px nothing of %s stands beside the page', async (path) => {
    await begin({ viewport: { width: 320, height: 640 } });
    await page.goto(desk.url + path);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(320);
  });

  /** WCAG 2.2, 1.4.12: what readers may set without losing words or functions. */
  const SPACING =
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';
  const clipped = () =>
    page.evaluate<string[]>(`[...document.querySelectorAll('body, body *')]
      .filter((each) => each.checkVisibility() && !each.closest('.hidden, svg, .skip'))
      .filter((each) => {
        const { overflowX, overflowY } = getComputedStyle(each);
        return (overflowX !== 'visible' && each.scrollWidth > each.clientWidth + 1) ||
          (/hidden|clip/.test(overflowY) && each.scrollHeight > each.clientHeight + 1) ||
          (each.matches('button, summary') && each.scrollWidth > each.clientWidth + 1);
      })
      .map((each) => each.outerHTML.slice(0, 100))`);

  test.each([
    ['1100 px', 1100, 800],
    ['320 px', 320, 640],
    ['400 % zoom', 320, 256],
  ])('with text set wide, at %s', async (_name, width, height) => {
    await begin({ viewport: { width, height }, bypassCSP: true });
    await page.addStyleTag({ content: SPACING });
    await sheet();
    await answer();
    await page.getByRole('button', { name: 'No', exact: true }).last().click();
    await page.getByLabel('Your message').fill('Mrs Jones 999 000 0018 left');
    await page.getByText('Your message seems to hold').waitFor();
    expect(await clipped()).toEqual([]);
    await page.getByText('More', { exact: true }).click();
    const menu = await page.locator('#tools ul').boundingBox();
    expect(menu?.x).toBeGreaterThanOrEqual(0);
    expect(await clipped()).toEqual([]);
  });

  test('at 400 % zoom the box, the menu and the whole of a reply can be reached', async () => {
    await begin({ viewport: { width: 320, height: 256 } });
    await sheet();
    await page.getByLabel('Your message').scrollIntoViewIfNeeded();
    for (const part of [
      page.getByRole('button', { name: 'Send' }),
      page.getByRole('button', { name: 'Start over' }).first(),
      page.getByRole('heading', { name: 'Who to ask' }),
    ]) {
      await part.scrollIntoViewIfNeeded();
      const box = await part.boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect((box?.y ?? 0) + (box?.height ?? 999)).toBeLessThanOrEqual(256);
    }
  });

  test('with forced colours every button, box and field keeps an edge', async () => {
    await begin({ forcedColors: 'active' });
    await sheet();
    const edgeless = await page.evaluate<
      string[]
    >(`[...document.querySelectorAll('button, textarea, .message, .box')]
      .filter((each) => each.checkVisibility() && each.id !== 'close')
      .filter((each) => !/solid/.test(getComputedStyle(each).borderStyle))
      .map((each) => each.outerHTML.slice(0, 100))`);
    expect(edgeless).toEqual([]);
  });
});

describe('by keyboard', () => {
  test('the whole journey: open, ask, choose, source, feedback, start over, close', async () => {
    await begin();
    await page.goto(`${desk.url}/demo`);
    await page.getByRole('button', { name: LAUNCHER }).focus();
    await page.keyboard.press('Enter');
    const chat = page.frameLocator('iframe');
    await welcomed(chat);
    const focused = () =>
      frameOf(page).evaluate<string>(
        'document.activeElement.id || document.activeElement.innerText || document.activeElement.tagName',
      );
    expect(await focused()).toBe('message');
    await page.keyboard.type('A patient has left and their notes have been digitised');
    await page.keyboard.press('Enter');
    await seen(chat, 'Where did the patient go?');
    expect(await focused()).toBe('message');
    await backTo(/Another practice in England/);
    await page.keyboard.press('Enter');
    await seen(chat, 'Where is the scan kept?');
    expect(await focused()).toMatch(/Another practice in England/);
    await chat.getByLabel('Your message').focus();
    await page.keyboard.type('How long does a label take to come?');
    await page.keyboard.press('Enter');
    await chat.getByRole('group', { name: 'Was this helpful?' }).waitFor();
    await backTo(/^Yes$/);
    await page.keyboard.press('Enter');
    await seen(chat, /^Thank you/);
    await backTo(/^Sources/);
    await page.keyboard.press('Enter');
    await chat.locator('.sources[open] a').first().waitFor();
    await backTo(/^Start over$|^start-over$/);
    await page.keyboard.press('Enter');
    await chat.getByRole('dialog', { name: 'Start over?' }).waitFor();
    await page.keyboard.press('Escape');
    await chat.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await chat.getByText('The chat was cleared.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: LAUNCHER }).waitFor();

    async function backTo(name: RegExp): Promise<void> {
      for (let presses = 0; presses < 40; presses++) {
        await page.keyboard.press('Shift+Tab');
        if (name.test(await focused())) return;
      }
      throw new Error(`Shift+Tab does not lead to ${String(name)}.`);
    }
  });

  test('Tab leaves the log and the box: nothing holds the focus', async () => {
    await begin();
    await page.getByRole('log').focus();
    const visited = new Set<string>();
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press('Tab');
      visited.add(await page.evaluate<string>('document.activeElement.id || document.activeElement.tagName'));
    }
    expect([...visited]).toEqual(expect.arrayContaining(['message', 'BODY', 'start-over']));
  });
});

describe('for those who listen', () => {
  test('a reply is added once to a polite log, and moves no focus', async () => {
    await begin();
    expect(await page.getByRole('log').getAttribute('aria-live')).toBe('polite');
    await page.evaluate(`added = []; new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) added.push(node.className);
    }).observe(document.getElementById('log'), { childList: true })`);
    await answer();
    expect(await page.evaluate('added')).toEqual(['message own', 'message desk reply']);
    expect(await page.evaluate('document.activeElement.id')).toBe('message');
  });

  test('of twenty quick messages each and each reply is added once, in order', async () => {
    await begin();
    await page.evaluate(`added = []; new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) added.push(node);
    }).observe(document.getElementById('log'), { childList: true })`);
    for (let at = 1; at <= 20; at++) await say(page, `hello ${at}`);
    await page.locator('.message.own').getByText('hello 20', { exact: true }).waitFor();
    await page.locator('.message.desk').nth(20).waitFor();
    const own = await page.evaluate<string[]>(
      "added.filter((each) => each.classList.contains('own')).map((each) => each.querySelector('.said').textContent)",
    );
    expect(own).toEqual(Array.from({ length: 20 }, (_, at) => `hello ${at + 1}`));
    expect(await page.evaluate('new Set(added).size === added.length && added.length')).toBe(40);
  });

  test('history is not read out after a reload, what comes then is', async () => {
    await begin();
    await answer();
    await page.addInitScript(`live = []; document.addEventListener('DOMContentLoaded', () => {
      const log = document.getElementById('log');
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes) for (const node of addedNodes) if (node.nodeType === 1) live.push(log.getAttribute('aria-live'));
      }).observe(log, { childList: true });
    })`);
    await page.reload();
    await page.getByRole('group', { name: 'Was this helpful?' }).waitFor();
    expect(new Set(await page.evaluate<string[]>('live'))).toEqual(new Set(['off']));
    await page.waitForTimeout(500);
    await question();
    expect(await page.evaluate<string[]>('live.slice(-2)')).toEqual(['polite', 'polite']);
  });

  test('targets are at least 24 pixels each way', async () => {
    await begin();
    await question();
    await answer();
    const small = await page.evaluate<string[]>(`[...document.querySelectorAll('button, summary, textarea')]
      .filter((each) => each.checkVisibility())
      .map((each) => [each.innerText, each.getBoundingClientRect()])
      .filter(([, box]) => box.width < 24 || box.height < 24).map(([text]) => text)`);
    expect(small).toEqual([]);
  });

  test('who wants no motion sees none', async () => {
    await begin();
    const moving = await page.evaluate<number>('document.getAnimations().length');
    expect(moving).toBe(0);
  });
});
