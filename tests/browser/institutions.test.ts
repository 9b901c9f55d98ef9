import { describe, expect, test } from 'vitest';
import { bank, person } from '../support/people.ts';
import { mortgage } from '../support/situations.ts';
import { inspect } from './support/inspect.ts';
import { heading } from './support/portal.ts';
import { phone, prepareStage, signIn } from './support/stage.ts';

const stage = prepareStage();
const lender = bank(951);

describe('the workbench of a bank', () => {
  test('signs in to its own room, cancels mortgages from their rows and from a table, and finds the cases', async () => {
    const homes = [];
    for (const n of [961, 962]) {
      const home = await stage.world.home(n, [person(n)]);
      await mortgage(stage.world, home, person(n), lender);
      homes.push(home);
    }
    const page = await stage.open();
    await signIn(stage, page, lender);
    expect(new URL(page.url()).pathname).toBe('/workbench');
    await heading(page, lender.name).waitFor();
    await inspect(page, 'institution-cases');

    await page.getByRole('link', { name: '抵押权', exact: true }).click();
    const first = page.getByRole('checkbox').first();
    await first.waitFor();
    await inspect(page, 'institution-mortgages');
    await first.check();
    await page.getByRole('button', { name: '注销选中的 1 笔' }).click();
    await inspect(page, 'institution-cancel');
    await page.getByRole('dialog').getByRole('button', { name: '提交申请' }).click();
    await page.getByText('已提交 1 行').waitFor();
    await inspect(page, 'institution-cancelled');

    await page.getByRole('link', { name: '批量办理' }).click();
    await page.getByLabel('业务').selectOption('mortgage-cancellation');
    await page.getByRole('link', { name: '下载表格模板' }).waitFor();
    const table = `不动产单元代码\n${homes[1]?.code}\n不是代码\n`;
    await page
      .getByLabel('填好的表格')
      .setInputFiles({ name: '注销.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
    await page.getByRole('button', { name: '上传并逐行发起' }).click();
    await page.getByText('没有发起 1 行').waitFor();
    await inspect(page, 'institution-table');

    await page.getByRole('link', { name: '办件', exact: true }).click();
    await page.getByRole('button', { name: /^全部未办结/ }).waitFor();
    await page.locator('.lines').getByText('抵押权注销').first().waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出表格' }).click();
    expect((await download).suggestedFilename()).toBe('办件.csv');

    await page.getByRole('link', { name: '经办人' }).click();
    await page.getByText('有效（您本人）').waitFor();
    await inspect(page, 'institution-agents');
    await page.setViewportSize(phone);
    for (const [path, name] of [
      ['', 'cases'],
      ['/mortgages', 'mortgages'],
      ['/units', 'units'],
      ['/tables', 'tables'],
    ]) {
      await page.goto(`/workbench${path}`);
      await heading(page, lender.name).waitFor();
      await page.waitForLoadState('networkidle');
      await inspect(page, `institution-${name}-phone`);
    }
  }, 240_000);

  test('is closed to everybody else', async () => {
    const page = await stage.open({ as: person(961) });
    await page.goto('/workbench');
    await page.getByText('这一页不对您的账号开放').waitFor();
  });
});
