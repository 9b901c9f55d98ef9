import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { password } from '../support/world.ts';
import { choose } from './support/desk.ts';
import { inspect } from './support/inspect.ts';
import { heading } from './support/portal.ts';
import { prepareStage, signIn } from './support/stage.ts';

const stage = prepareStage();

const menuOf = (page: Page): Promise<string[]> =>
  page.getByRole('navigation', { name: '工作台导航' }).getByRole('link').allTextContents();

describe('three administrators who watch each other', () => {
  test('one makes the account, one grants the role, one reads what both did', async () => {
    const making = await stage.open();
    await signIn(stage, making, 'system-admin');
    await making.waitForURL(/\/desk\/accounts/);
    await heading(making, '账号').waitFor();
    await making.getByRole('button', { name: '新建账号' }).click();
    const dialog = making.getByRole('dialog');
    await dialog.getByLabel('登录名').fill('new-clerk');
    await dialog.getByLabel('真实姓名').fill('沈听澜');
    await dialog.getByLabel('初始密码').fill(password);
    await dialog.getByRole('checkbox').check();
    await inspect(making, 'administrator-new-account');
    await dialog.getByRole('button', { name: '建立账号' }).click();
    await heading(making, '沈听澜').waitFor();
    expect(await making.getByRole('form', { name: '授予岗位' }).count()).toBe(0);
    const account = new URL(making.url()).pathname;

    const granting = await stage.open({ as: 'security-admin' });
    await granting.goto(account);
    const form = granting.getByRole('form', { name: '授予岗位' });
    await form.waitFor();
    await choose(granting, '岗位', '受理员');
    await choose(granting, '登记机构', '常州市天宁区不动产登记中心');
    await form.getByLabel('授权用途').fill('窗口受理');
    await form.getByRole('button', { name: '授予' }).click();
    await granting.getByRole('row').filter({ hasText: '窗口受理' }).waitFor();
    await inspect(granting, 'administrator-grant');

    const reading = await stage.open({ as: 'audit-admin' });
    await reading.goto('/desk/audit?login=security-admin');
    const granted = reading.getByRole('row').filter({ hasText: 'role.grant' });
    await granted.first().waitFor();
    await granted.first().getByRole('button').click();
    await granted.first().getByText('窗口受理').waitFor();
    await inspect(reading, 'administrator-audit');

    const menus = await Promise.all([making, granting, reading].map(menuOf));
    const [first = [], second = [], third = []] = menus;
    expect(first).toContain('账号');
    expect(first).not.toContain('岗位与授权');
    expect(second).toEqual(expect.arrayContaining(['岗位与授权', '会话']));
    expect(third).toContain('审计日志');
    for (const menu of [first, second]) expect(menu).not.toContain('审计日志');
    for (const menu of menus)
      for (const work of ['待办', '登记簿', '窗口受理']) expect(menu).not.toContain(work);

    await making.goto('/desk/audit');
    await heading(making, '您不能查看“审计日志”').waitFor();
  }, 90_000);

  test('a new clerk must change the first password before anything else', async () => {
    const clerk = await stage.world.as('system-admin');
    const made = await clerk.post('/api/accounts', {
      login: 'second-clerk',
      password,
      name: '韩望舒',
      kind: 'staff',
      passwordExpired: true,
      backgroundChecked: true,
    });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    const page = await stage.open();
    const session = await page.request.post('/api/sessions', { data: { account: 'second-clerk', password } });
    expect(session.status()).toBe(201);
    await page.goto('/desk');
    await page.waitForURL(/\/account\?next=/);
    await page.getByLabel('原密码').waitFor();
    await inspect(page, 'administrator-first-password');
  }, 60_000);
});
