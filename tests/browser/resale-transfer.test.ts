import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { person } from '../support/people.ts';
import { act } from './support/desk.ts';
import { inspect } from './support/inspect.ts';
import { confirmApplication, fillTransfer, giveFirstMaterial, goOn, submit } from './support/portal.ts';
import { scan, scanPrinted } from './support/qr.ts';
import { phone, prepareStage, signIn } from './support/stage.ts';

const stage = prepareStage();
const [seller, buyer] = [person(501), person(502)];

/** Pays at the bank's own cashier page, in a window of its own as the bank opens it. */
async function payAtTheBank(page: Page): Promise<void> {
  await page.getByRole('button', { name: '缴款' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('.choice').filter({ hasText: '收银台' }).click();
  await dialog.getByRole('button', { name: '缴款' }).click();
  await dialog.waitFor({ state: 'detached' });
  const [cashier] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: /去支付/ }).click(),
  ]);
  await inspect(cashier, 'resale-cashier');
  await cashier.getByRole('button', { name: '支付' }).click();
  await cashier.getByRole('status').filter({ hasText: '已付清' }).waitFor();
  await cashier.close();
}

describe('a resale home changes hands', () => {
  test('the seller at a desk, the buyer on a phone, and whoever scans the certificate', async () => {
    const { world } = stage;
    const home = await world.home(77, [seller]);
    const [acceptor, reviewer, approver] = await Promise.all([
      world.as('acceptor'),
      world.as('reviewer'),
      world.as('approver'),
    ]);

    const selling = await stage.open();
    await signIn(stage, selling, seller);
    await fillTransfer(selling, { seller, buyer, price: '1280000' });
    await giveFirstMaterial(selling, '身份证明.png');
    await goOn(selling);
    await inspect(selling, 'resale-check');
    const caseNo = await submit(selling);
    await selling.getByRole('button', { name: '确认申请内容' }).waitFor();
    await inspect(selling, 'resale-seller-confirms');
    await confirmApplication(selling);

    const buying = await stage.open({ viewport: phone });
    await signIn(stage, buying, buyer);
    await buying.getByText('轮到您办理').first().waitFor();
    await inspect(buying, 'resale-buyer-home');
    await buying.getByRole('link', { name: new RegExp(home.location) }).click();
    await buying.getByRole('button', { name: '确认申请内容' }).waitFor();
    await inspect(buying, 'resale-buyer-confirms');
    await confirmApplication(buying);

    await act(acceptor, caseNo, 'accept');
    await act(reviewer, caseNo, 'approve-review');
    await payAtTheBank(buying);
    await act(approver, caseNo, 'approve');

    const download = buying.getByRole('link', { name: '下载电子证照' });
    await download.waitFor({ timeout: 60_000 });
    await inspect(buying, 'resale-buyer-result');
    const document = await buying.request.get((await download.getAttribute('href')) ?? '');
    expect(document.headers()['content-type']).toBe('application/pdf');

    const onScreen = await scan(buying.getByRole('img', { name: /二维码/ }));
    expect(onScreen).toContain(`${stage.base}/verify?number=`);
    const pdf = await document.body();
    expect([onScreen, undefined], 'read from the paper, where pdftoppm is').toContain(scanPrinted(pdf));

    // The log is sealed every few seconds; until then there is nothing to prove by.
    const link = buying.getByRole('link', { name: '下载登簿证明' });
    const address = (await link.getAttribute('href')) ?? '';
    for (let tries = 0; tries < 60 && (await buying.request.get(address)).status() !== 200; tries++)
      await buying.waitForTimeout(500);
    const [proof] = await Promise.all([buying.waitForEvent('download'), link.click()]);
    expect(JSON.parse(readFileSync(await proof.path(), 'utf8'))).toHaveProperty('leaf');

    const passerBy = await stage.open({ viewport: phone });
    await passerBy.goto(onScreen ?? '');
    await passerBy.getByLabel('权利人姓名或名称').fill(buyer.name);
    await passerBy.getByRole('button', { name: '查验' }).click();
    await passerBy.getByRole('heading', { name: '与登记簿一致，现行有效' }).waitFor();
    await inspect(passerBy, 'resale-verified');

    const old = `/verify?number=${encodeURIComponent(home.certificate)}&holder=${encodeURIComponent(seller.name)}`;
    await passerBy.goto(old);
    await passerBy.getByRole('heading', { name: /这本证书/ }).waitFor();

    await selling.goto(`/cases/${caseNo}`);
    await selling.getByRole('heading', { name: '结果' }).waitFor();
    expect(await selling.getByRole('link', { name: '下载电子证照' }).count()).toBe(0);
  }, 120_000);
});
