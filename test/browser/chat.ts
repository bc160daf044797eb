import { readFileSync } from 'node:fs';
import type { Frame, FrameLocator, Page } from 'playwright-core';

type Scope = Page | FrameLocator;

export const LAUNCHER = 'Ask about records';

/** Opens the widget on a page that has it, and waits for the welcome. */
export async function openWidget(page: Page): Promise<FrameLocator> {
  await page.getByRole('button', { name: LAUNCHER }).click();
  const frame = page.frameLocator('iframe');
  await welcomed(frame);
  return frame;
}

export function welcomed(scope: Scope): Promise<void> {
  return scope.getByText('I cannot see any record').first().waitFor();
}

/** Types the words and presses Enter. */
export async function say(scope: Scope, words: string): Promise<void> {
  const box = scope.getByLabel('Your message');
  await box.fill(words);
  await box.press('Enter');
}

export function seen(scope: Scope, words: string | RegExp): Promise<void> {
  return scope.getByRole('log').getByText(words).first().waitFor();
}

export function choose(scope: Scope, title: string): Promise<void> {
  return scope.getByRole('button', { name: title }).last().click();
}

/** From the first question of the guide on leavers to an action sheet, by buttons. */
export async function toTheSheet(scope: Scope): Promise<void> {
  await choose(scope, 'Another practice in England');
  await seen(scope, 'Where is the scan kept?');
  await choose(scope, 'National Document Repository (NDR)');
  await seen(scope, 'What has GP2GP reported for this patient?');
  await choose(scope, 'Filed, nothing to print');
  await seen(scope, 'You told me');
}

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong at WCAG 2.2 AA, in words. */
export async function violations(scope: Page | Frame): Promise<string[]> {
  await scope.evaluate(axe);
  return scope.evaluate(async () => {
    const { axe: tool } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const result = await tool.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
}

/** The widget's frame on a page, for what a locator cannot do. */
export function frameOf(page: Page): Frame {
  const frame = page.frames().find((each) => each.url().includes('/webchat/frame'));
  if (!frame) throw new Error('The widget has no frame yet: open it first.');
  return frame;
}
