import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { Desk, openBrowser } from './desk';

let desk: Desk;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  desk = await Desk.start();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});
beforeEach(async () => {
  page = await browser.newPage();
  await page.goto(desk.url);
  await page.getByText('Please do not type patient details.').first().waitFor();
});
afterEach(async () => {
  await page.close();
});

const say = async (words: string): Promise<void> => {
  await page.getByLabel('Your message').fill(words);
  await page.keyboard.press('Enter');
};
const choose = (title: string): Promise<void> => page.getByRole('button', { name: title }).last().click();
const seen = (words: string | RegExp): Promise<void> =>
  page.getByRole('log').getByText(words).first().waitFor();

describe('the page', () => {
  test('walks a person through the main job, by words and buttons, to an action sheet', async () => {
    await say('A patient has left and their notes have been digitised. What do I do with them?');
    await seen('Where did the patient go?');
    await choose('Another practice in England');
    await seen('Where is the scan kept?');
    await say('the cloud one');
    await seen(/Have your scans since been moved/);
    await say('no');
    await seen('What has GP2GP reported for this patient?');
    await say('1');
    await seen(/Notes scanned, kept with a scanning company/);
    await seen(/Sources disagree/);
    await seen('You told me');
    await seen('the patient registered with another practice in England');
  });

  test('puts the choices right under their question', async () => {
    await say('A patient has left and their notes have been digitised. What do I do with them?');
    await seen('Where did the patient go?');
    const below = await page.evaluate<string[]>(
      "[...document.querySelectorAll('.message.question')].at(-1).querySelectorAll(':scope > h2 ~ *').values().map(({ className }) => className).toArray()",
    );
    expect(below.slice(0, 2)).toEqual(['progress', 'choices']);
  });

  test('answers a question with its sources', async () => {
    await say('How long does a label take to come?');
    await seen(/three to four weeks/);
    await page
      .getByText(/^Sources \(/)
      .first()
      .waitFor();
    expect(await page.locator('.sources a[href^="https://pcse.england.nhs.uk"]').count()).toBeGreaterThan(0);
  });

  test('shows no identifier that was typed, and says what was left out', async () => {
    await say('Mrs Jones 999 000 0018 has left, where does her paper go?');
    await seen(/I left out/);
    expect(await page.locator('#log').innerText()).not.toMatch(/999 000|Jones/);
  });

  test('keeps its place over a reload and a restart of the server', async () => {
    await say('A patient has left and their notes have been digitised. What do I do with them?');
    await seen('Where did the patient go?');
    await choose('Another practice in England');
    await seen('Where is the scan kept?');
    await desk.stop('SIGKILL');
    await desk.start();
    await page.reload();
    await seen('Where is the scan kept?');
    await choose('National Document Repository (NDR)');
    await seen('What has GP2GP reported for this patient?');
    expect(await page.getByText('Where is the scan kept?').count()).toBe(1);
  });

  test('a reply does not move the focus out of the box', async () => {
    await say('what is GP2GP');
    await page.locator('.message.desk').nth(1).waitFor();
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('message');
  });

  test('refuses a message that is too long, and keeps the words', async () => {
    await page.getByLabel('Your message').fill('a'.repeat(1001));
    await page.keyboard.press('Enter');
    await page.getByText('1 character too many').waitFor();
    expect(await page.getByLabel('Your message').inputValue()).toHaveLength(1001);
  });

  test.each(['light', 'dark'] as const)('has no accessibility violations in %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await say('How long does a label take to come?');
    await page.locator('.message.desk').nth(1).waitFor();
    await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const result = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
      return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
    });
    expect(violations).toEqual([]);
  });

  test('makes no request to anybody else, and does not scroll sideways at 320 pixels', async () => {
    const hosts = new Set<string>();
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    await page.setViewportSize({ width: 320, height: 640 });
    await page.reload();
    await say('what is an FP69');
    await page.locator('.message.desk').nth(1).waitFor();
    expect([...hosts]).toEqual([new URL(desk.url).host]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  });
});
