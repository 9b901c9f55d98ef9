import { describe, expect, test } from 'vitest';
import { bytes, collection } from './support/districts.ts';
import { inspect } from './support/inspect.ts';
import { heading } from './support/portal.ts';
import { narrow, prepareStage } from './support/stage.ts';

const stage = prepareStage();

describe('districts', () => {
  test('a file is brought in, its faults named, laid over what holds, confirmed by another, restored', async () => {
    const page = await stage.open({ as: 'surveyor', forgive: /status of 422/ });
    await page.goto('/desk/cadastre');
    await page.getByText('还没有分区数据').waitFor();
    await inspect(page, 'districts-none');

    const bring = async (title: string, file: Buffer) => {
      await page.goto('/desk/cadastre');
      await page.getByRole('button', { name: '导入新分区' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('名称').fill(title);
      await dialog.getByLabel('整理原因').fill('市自然资源局批复');
      await dialog
        .getByLabel('文件')
        .setInputFiles({ name: 'districts.geojson', mimeType: 'application/geo+json', buffer: file });
      await dialog.getByRole('button', { name: '上传并检查' }).click();
    };
    const act = async (on: typeof page, word: string, label: string) => {
      await on.getByRole('button', { name: word, exact: true }).click();
      const dialog = on.getByRole('dialog');
      await dialog.getByLabel(label).fill('核对无误');
      await dialog.getByRole('button', { name: word, exact: true }).click();
      await dialog.waitFor({ state: 'hidden' });
    };

    await bring('有错的', bytes(collection('overlapping')));
    await page
      .getByRole('dialog')
      .getByText(/320402001001（甲片）：与 320402001002 重叠/)
      .waitFor();
    await inspect(page, 'districts-faults');
    await bring('首版', bytes(collection('before')));
    await heading(page, '第 1 版 首版').waitFor();
    await act(page, '提交确认', '理由');
    expect(await page.getByRole('button', { name: '确认生效' }).count()).toBe(0);

    const registrar = await stage.open({ as: 'approver', viewport: narrow });
    await registrar.goto('/desk/cadastre/320402/1');
    await registrar.getByRole('button', { name: '确认生效' }).waitFor();
    await registrar.locator('.district-map canvas').first().waitFor();
    await inspect(registrar, 'districts-edition-phone');
    await act(registrar, '确认生效', '确认意见');
    await registrar.getByText('现行', { exact: true }).waitFor();

    await bring('一分为二', bytes(collection('after')));
    await heading(page, '第 2 版 一分为二').waitFor();
    await page.getByText(/新增 2 个、撤销 1 个、边界变化 1 个、更名 1 个/).waitFor();
    await page.locator('.district-map canvas').first().waitFor();
    await inspect(page, 'districts-edition');
    const before = await page.locator('.district-map').screenshot();
    await page.getByRole('button', { name: /新乙片/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '受影响的宗地：新乙片' }).waitFor();
    await expect
      .poll(async () => before.equals(await page.locator('.district-map').screenshot()))
      .toBe(false);
    await inspect(page, 'districts-chosen');
    await page.getByRole('button', { name: '导出差异表' }).click();
    const [table] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('dialog').getByRole('button', { name: '导出', exact: true }).click(),
    ]);
    expect(table.suggestedFilename()).toBe('分区差异-320402-第2版.csv');
    await act(page, '提交确认', '理由');

    await registrar.goto('/desk/cadastre/320402/2');
    await act(registrar, '确认生效', '确认意见');
    await page.goto('/desk/cadastre/320402/1');
    await page.getByText('已被替代').waitFor();
    await page.getByRole('button', { name: '恢复到这一版' }).click();
    await page.getByRole('dialog').getByLabel('理由').fill('批复撤回');
    await page.getByRole('dialog').getByRole('button', { name: '申请恢复' }).click();
    await heading(page, /^第 3 版 恢复第 1 版/).waitFor();
    await registrar.goto('/desk/cadastre');
    await registrar.getByRole('link', { name: /第 3 版/ }).waitFor();
    await inspect(registrar, 'districts-list-phone');
    await registrar.goto('/desk/cadastre/320402/3');
    await act(registrar, '确认生效', '确认意见');
    await page.goto('/desk/cadastre');
    await page.getByRole('row', { name: /第 3 版.*现行/ }).waitFor();
    await inspect(page, 'districts-list');
  }, 300_000);
});
