import { join } from 'node:path';
import axe, { type Result } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Rules of WCAG 2.2 AA and what is good practice beside; whatever is serious or critical fails. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const grave = new Set(['serious', 'critical']);

/** Where to leave pictures of the pages a journey passes, for whoever wants to look at them. */
export const picturesFolder = process.env.HENGCHAN_BROWSER_PICTURES;

/**
 * What must hold of every page: it does not scroll sideways, and axe finds nothing grave.
 */
export async function inspect(page: Page, name: string): Promise<void> {
  await page.waitForFunction(() => document.querySelector('.state-loading, .desk-skeleton') === null);
  if (picturesFolder) await page.screenshot({ path: join(picturesFolder, `${name}.png`), fullPage: true });
  await expectNoSidewaysScroll(page, name);
  await expectAccessible(page, name);
}

export async function expectNoSidewaysScroll(page: Page, name: string): Promise<void> {
  const [needed, given] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(needed, `${name} is wider than the screen`).toBeLessThanOrEqual(given ?? 0);
}

export async function expectAccessible(page: Page, name: string): Promise<void> {
  await settled(page);
  const viewport = page.viewportSize();
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  // On a screen as tall as the page nothing lies beneath the bars that stay in sight while one scrolls.
  if (viewport)
    await page.setViewportSize({ width: viewport.width, height: Math.max(whole, viewport.height) });
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    (runOnly) =>
      (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly, resultTypes: ['violations'] }),
    rules,
  );
  if (viewport) await page.setViewportSize(viewport);
  expect(found.violations.filter(({ impact }) => impact && grave.has(impact)).map(wordsOf), name).toEqual([]);
}

/** Half-faded text has the contrast of neither end: waits for what moves to arrive. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const finite = document
      .getAnimations()
      .filter((each) => each.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(finite.map((each) => each.finished));
  });
}

const wordsOf = ({ id, nodes }: Result): string =>
  `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`;
