import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { picturesFolder } from './support/inspect.ts';
import { heading } from './support/portal.ts';
import { prepareStage } from './support/stage.ts';

const stage = prepareStage();

test('a printed page of the desk says who printed it and when, and the auditor sees that it was', async () => {
  const page = await stage.open({ as: 'acceptor' });
  await page.goto('/desk/cases');
  await heading(page, '办件查询').waitFor();
  const mark = page.locator('.desk-print-mark');
  expect(await mark.isVisible()).toBe(false);
  const told = page.waitForRequest((request) => request.url().endsWith('/api/security/takings'));
  const sheet = await page.pdf();
  expect((await told).postDataJSON()).toMatchObject({ kind: 'print', page: '/desk/cases' });
  await page.emulateMedia({ media: 'print' });
  expect(await mark.isVisible()).toBe(true);
  expect(await mark.textContent()).toMatch(/测试acceptor（acceptor）20\d\d年/);
  if (picturesFolder) {
    writeFileSync(join(picturesFolder, 'desk-printed.pdf'), sheet);
    await page.screenshot({ path: join(picturesFolder, 'desk-printed.png') });
  }

  const auditor = await stage.world.as('audit-admin');
  await expect
    .poll(async () => {
      const { body } = await auditor.get<{ items: { login: string; subject: string }[] }>(
        '/api/audit?action=page.print',
      );
      return body.items;
    })
    .toMatchObject([{ login: 'acceptor', subject: '/desk/cases' }]);
}, 60_000);
