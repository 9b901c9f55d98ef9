import type { Page } from 'playwright-core';
import { pixel } from '../../support/client.ts';
import type { TestPerson } from '../../support/people.ts';

/** What the portal is used for, step by step as people do it. */

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

export const goOn = (page: Page): Promise<void> =>
  page.getByRole('button', { name: '继续', exact: true }).click();

export async function fillParty(page: Page, role: string, who: TestPerson): Promise<void> {
  await heading(page, role).waitFor();
  await page.getByLabel('姓名或名称').fill(who.name);
  await page.getByLabel('证件号码').fill(who.idNumber);
}

interface TransferWish {
  seller: TestPerson;
  buyer: TestPerson;
  price: string;
}

/** From the choice of the home to the page where everything is read once more; the first own home is chosen. */
export async function fillTransfer(page: Page, { seller, buyer, price }: TransferWish): Promise<void> {
  await page.goto('/apply/resale-transfer');
  await page.locator('.choice').first().click();
  await goOn(page);
  await fillParty(page, '转让方', seller);
  await goOn(page);
  await fillParty(page, '受让方', buyer);
  await goOn(page);
  await page.getByLabel('成交价').fill(price);
  await page.getByText('单独所有', { exact: true }).click();
  await goOn(page);
  await page.getByLabel('原不动产权证号').waitFor();
  await goOn(page);
  await heading(page, '材料').waitFor();
}

/** A picture for the first material that takes one. */
export async function giveFirstMaterial(page: Page, name: string): Promise<void> {
  const file = { name, mimeType: 'image/png', buffer: pixel };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.getByText(name).first().waitFor();
}

/** Sends what stands on the page where everything is read once more; answers with the number of the case. */
export async function submit(page: Page): Promise<string> {
  await heading(page, '核对').waitFor();
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.waitForURL(/\/cases\/\d+$/);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** Says, on the device at hand, that the application is what one wants. */
export async function confirmApplication(page: Page): Promise<void> {
  await page.getByRole('button', { name: '确认申请内容' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: '确认申请内容' }).click();
  await dialog.waitFor({ state: 'detached' });
}
