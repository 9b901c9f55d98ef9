import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { until } from '../support/client.ts';
import { password } from '../support/world.ts';
import { confirmedTransfer, decide, twoPeople } from './support/desk.ts';
import { inspect } from './support/inspect.ts';
import { fillTransfer, goOn, heading } from './support/portal.ts';
import { phone, prepareStage } from './support/stage.ts';

const stage = prepareStage();
/** A session that is gone is what these journeys are about. */
const forgive = /status of 401 /;

/** As after a long telephone call: the page stands as it was, the server knows the browser no more. */
const sessionEnds = (page: Page): Promise<void> => page.context().clearCookies();

async function signInAgain(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: '请重新登录' });
  await dialog.getByLabel('密码').waitFor();
  await inspect(page, name);
  await dialog.getByLabel('密码').fill(password);
  await dialog.getByRole('button', { name: '登录' }).click();
  await dialog.waitFor({ state: 'detached' });
}

describe('the session ends while somebody is writing', () => {
  test('an application goes on where it was', async () => {
    const [seller, buyer] = twoPeople(541);
    await stage.world.home(91, [seller]);
    const page = await stage.open({ viewport: phone, as: seller, forgive });
    await page.goto('/apply/resale-transfer');
    await page.locator('.choice').first().click();
    await goOn(page);
    await heading(page, '转让方').waitFor();
    await page.getByLabel('姓名或名称').fill(seller.name);
    await page.getByLabel('证件号码').fill(seller.idNumber);
    await page.reload();
    expect(await page.getByLabel('证件号码').inputValue(), 'after a reload').toBe(seller.idNumber);

    await fillTransfer(page, { seller, buyer, price: '1280000' });
    await goOn(page);
    await heading(page, '核对').waitFor();
    await sessionEnds(page);
    await page.getByRole('button', { name: '提交申请' }).click();
    await signInAgain(page, 'expired-portal');
    await page.waitForURL(/\/cases\/\d+$/);
    await page.getByText('1,280,000.00').first().waitFor();
  }, 90_000);

  test('the opinion of a registrar is still there, and is given once', async () => {
    const [seller, buyer] = twoPeople(551);
    const home = await stage.world.home(92, [seller]);
    const caseNo = await confirmedTransfer(stage, home, [seller, buyer]);
    const owner = await stage.world.as(seller);
    await until(owner, caseNo, (view) => view.status === 'accepting', 40);
    const page = await stage.open({ as: 'acceptor', forgive });
    await page.goto(`/desk/cases/${caseNo}`);
    const opinion = '材料齐全，双方意思一致，予以受理';
    await page.getByLabel('意见', { exact: true }).fill(opinion);
    await sessionEnds(page);
    await decide(page, '受理');
    await signInAgain(page, 'expired-desk');
    await page.getByText('“受理”已办理').first().waitFor();
    const view = await until(owner, caseNo, ({ status }) => status !== 'accepting', 40);
    expect(view.status).not.toBe('declined');
    await page.getByText(opinion).first().waitFor();
    const said = await (await stage.world.as('acceptor')).get<{ items: { comment?: string }[] }>(
      `/api/cases/${caseNo}/history`,
    );
    expect(said.body.items.filter(({ comment }) => comment === opinion)).toHaveLength(1);
  }, 90_000);
});
