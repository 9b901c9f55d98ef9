import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { confirmedTransfer, twoPeople } from './support/desk.ts';
import { expectAccessible, expectNoSidewaysScroll, inspect } from './support/inspect.ts';
import { heading } from './support/portal.ts';
import { narrow, prepareStage } from './support/stage.ts';

const stage = prepareStage();
const [seller, buyer] = twoPeople(561);

/** Presses Tab until the focus is there; on the way no stop may be without a visible mark. */
async function tabTo(page: Page, target: Locator, most = 60): Promise<void> {
  await target.waitFor();
  for (let stop = 0; stop < most; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
    const unmarked = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return undefined;
      const marked = (element: Element | null): boolean =>
        element !== null &&
        (getComputedStyle(element).outlineStyle !== 'none' || getComputedStyle(element).boxShadow !== 'none');
      return marked(at) || marked(at.closest('label')) ? undefined : at.outerHTML.slice(0, 120);
    });
    expect(unmarked, 'a stop of the keyboard nobody sees').toBeUndefined();
  }
  throw new Error(`the keyboard does not reach ${String(target)}`);
}

async function type(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label));
  await page.keyboard.type(text);
}

async function press(page: Page, name: string, role: 'button' | 'link' = 'button'): Promise<void> {
  await tabTo(page, page.getByRole(role, { name, exact: true }));
  await page.keyboard.press('Enter');
}

describe('with the keyboard alone', () => {
  test('from the guide to the page where everything is read once more', async () => {
    await stage.world.home(95, [seller]);
    const page = await stage.open({ as: seller });
    await page.goto('/businesses/resale-transfer');
    await heading(page, '存量房转移登记').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id), 'after 跳到正文').toBe('main');
    await press(page, '开始办理', 'link');

    await tabTo(page, page.getByRole('radio').first());
    await page.keyboard.press('Space');
    await press(page, '继续');
    await heading(page, '转让方').waitFor();
    await type(page, '姓名或名称', seller.name);
    await type(page, '证件号码', seller.idNumber);
    await press(page, '继续');
    await heading(page, '受让方').waitFor();
    await type(page, '姓名或名称', buyer.name);
    await type(page, '证件号码', buyer.idNumber);
    await press(page, '继续');
    await type(page, '成交价', '1280000');
    await tabTo(page, page.getByRole('radio').first());
    await page.keyboard.press('Space');
    await press(page, '继续');
    await page.getByLabel('原不动产权证号').waitFor();
    await press(page, '继续');
    await heading(page, '材料').waitFor();
    await press(page, '继续');
    await heading(page, '核对').waitFor();
    await tabTo(page, page.getByRole('button', { name: '提交申请' }));
    await page.getByText('1,280,000.00 元').waitFor();
  }, 90_000);
});

describe('on the narrowest phone', () => {
  test('every page of the portal fits, in large letters too, and reads in the dark', async () => {
    const { world } = stage;
    const home = await world.home(96, [seller]);
    const caseNo = await confirmedTransfer(stage, home, [seller, buyer]);
    const verified = `/verify?number=${encodeURIComponent(home.certificate)}&holder=${encodeURIComponent(seller.name)}`;
    const open = ['/', '/businesses', '/businesses/resale-transfer', '/businesses/mortgage-first', verified];
    const own = [
      ...['/', '/cases', `/cases/${caseNo}`, `/cases/${caseNo}/receipt`, '/my/units', '/account'],
      ...['/apply/resale-transfer', '/apply/resale-transfer?page=party-transferee', '/no-such-page'],
    ];
    const [anybody, owner] = [
      await stage.open({ viewport: narrow }),
      await stage.open({ viewport: narrow, as: seller }),
    ];
    for (const path of [...open, '/sign-in']) await readAllWays(anybody, path, `anybody ${path}`);
    for (const path of own) await readAllWays(owner, path, `owner ${path}`);
  }, 120_000);

  test('large letters and the dark stay when one comes back', async () => {
    const page = await stage.open({ viewport: narrow });
    await page.goto('/');
    await page.getByRole('button', { name: '大字版' }).click();
    await page.getByRole('button', { name: '深色显示' }).click();
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    const [size, background] = await page.evaluate(() => [
      getComputedStyle(document.querySelector('main') as Element).fontSize,
      getComputedStyle(document.body).backgroundColor,
    ]);
    expect(Number.parseFloat(size ?? '')).toBeGreaterThanOrEqual(20);
    const brightness = (background ?? '').match(/\d+/g)?.slice(0, 3).map(Number) ?? [255];
    expect(Math.max(...brightness)).toBeLessThan(70);
    await inspect(page, 'reading-large-dark');
  }, 60_000);
});

/** Standard, then large, then dark, by the tools at the head of the page. */
async function readAllWays(page: Page, path: string, name: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await inspect(page, `narrow-${name.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 60)}`);
  const size = page.getByRole('button', { name: /大字版|标准字号/ });
  const dark = page.getByRole('button', { name: '深色显示' });
  await size.click();
  await expectNoSidewaysScroll(page, `${name} in large letters`);
  await size.click();
  await dark.click();
  await expectAccessible(page, `${name} in the dark`);
  await dark.click();
}
