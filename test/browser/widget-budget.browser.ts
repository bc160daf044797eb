import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { LAUNCHER } from './chat';
import { Desk, openBrowser } from './desk';

const gzipped = (name: string): number => gzipSync(readFileSync(`dist/webchat/${name}`), { level: 9 }).length;

test('the loader has at most 3 KB and the whole widget at most 35 KB, gzipped', () => {
  const loader = gzipped('widget.js');
  const rest = ['chat.js', 'chat.css', 'page.css', 'page.html'].map(gzipped);
  expect(loader).toBeLessThanOrEqual(3 * 1024);
  expect(rest.reduce((sum, size) => sum + size, loader)).toBeLessThanOrEqual(35 * 1024);
});

describe('in a browser', () => {
  let desk: Desk;
  let browser: Browser;
  beforeAll(async () => {
    desk = await Desk.start();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });

  test('one request is made and nothing is stored before the person opens it', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${desk.url}/demo`);
    await page.getByRole('button', { name: LAUNCHER }).waitFor();
    await page.waitForTimeout(500);
    const own = ['/demo', '/webchat/demo.css', '/webchat/icon.svg'];
    expect(asked.filter((path) => !own.includes(path))).toEqual(['/widget.js']);
    expect(await context.cookies()).toEqual([]);
    const kept = await page.evaluate('[sessionStorage.length, localStorage.length]');
    expect(kept).toEqual([0, 0]);
    await context.close();
  });

  test.each([
    ['300 milliseconds of being opened', 1, 300],
    ['a second on a processor four times slower', 4, 1_000],
  ])('is ready within %s', async (_name, rate, limit) => {
    const times: number[] = [];
    for (let round = 0; round < 5; round++) {
      const page = await browser.newPage();
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate });
      await page.goto(`${desk.url}/demo`);
      const launcher = page.getByRole('button', { name: LAUNCHER });
      await launcher.waitFor();
      times.push(
        await page.evaluate<number>(`new Promise((resolve) => {
          const begun = performance.now();
          addEventListener('message', ({ data }) => {
            if (data.desk === 'ready') resolve(performance.now() - begun);
          });
          RecordsDesk('open');
        })`),
      );
      await page.close();
    }
    expect(Math.min(...times)).toBeLessThanOrEqual(limit);
  });
});
