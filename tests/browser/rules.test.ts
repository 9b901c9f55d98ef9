import { describe, expect, test } from 'vitest';
import { bank, person } from '../support/people.ts';
import { mortgage } from '../support/situations.ts';
import { makeAccount, password } from '../support/world.ts';
import { confirmedTransfer } from './support/desk.ts';
import { inspect } from './support/inspect.ts';
import { heading } from './support/portal.ts';
import { prepareStage } from './support/stage.ts';

const stage = prepareStage();

describe('rules and what they did', () => {
  test('one administrator proposes, another approves, and the rule library says so', async () => {
    const page = await stage.open({ as: 'business-manager' });
    await page.goto('/desk/rules?q=抵押情况提示');
    await heading(page, '规则库').waitFor();
    await page.getByRole('link', { name: '抵押情况提示' }).waitFor();
    await inspect(page, 'rules');
    await page.getByRole('link', { name: '抵押情况提示' }).click();
    await heading(page, '抵押情况提示').waitFor();
    await inspect(page, 'rule');
    await page.getByRole('button', { name: '提议启停或调整参数' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('停用', { exact: true }).click();
    await dialog.getByLabel('理由').fill('试行不提示');
    await inspect(page, 'rule-proposal');
    await dialog.getByRole('button', { name: '提议', exact: true }).click();
    await page.getByRole('button', { name: '撤回', exact: true }).waitFor();
    expect(await page.getByRole('button', { name: /决定/ }).count()).toBe(0);

    await makeAccount(stage.world.platform, { login: 'second-manager', role: 'business-manager' });
    const second = await stage.open();
    const session = await second.request.post('/api/sessions', {
      data: { account: 'second-manager', password },
    });
    expect(session.status()).toBe(201);
    await second.goto('/desk/rule-proposals?state=waiting');
    await second.getByRole('button', { name: '决定抵押情况提示的提议' }).click();
    await second.getByRole('dialog').getByLabel('意见').fill('同意');
    await inspect(second, 'rule-decision');
    await second.getByRole('dialog').getByRole('button', { name: '批准', exact: true }).click();
    await second.getByText('没有等待决定的提议').waitFor();
    await second.goto('/desk/rule-proposals');
    await second.getByText('已批准').waitFor();
    await inspect(second, 'rule-proposals');
    await page.goto('/desk/rules/MORTGAGE_KNOWN');
    await page.getByRole('region', { name: '现行设置' }).getByText('停用').waitFor();

    await page.goto('/desk/automatic-businesses');
    await page
      .getByRole('button', { name: /提议调整/ })
      .first()
      .waitFor();
    await inspect(page, 'automatic-businesses');
  }, 120_000);

  test('what a setting would have done is counted before anybody proposes it', async () => {
    const { world } = stage;
    const [seller, buyer] = [person(951), person(952)];
    const home = await world.home(9501, [seller]);
    await confirmedTransfer(stage, home, [seller, buyer]);
    const page = await stage.open({ as: 'business-manager' });
    await page.goto('/desk/rules/TAX_SETTLED');
    const panel = page.getByRole('region', { name: /试算/ });
    const today = new Date(world.platform.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    await panel.getByLabel('自').fill(today);
    await panel.getByLabel('至').fill(today);
    await panel.getByRole('button', { name: '试算', exact: true }).click();
    await panel.getByText(/共 \d+ 件，其中 \d+ 件的结论会改变/).waitFor();
    await inspect(page, 'what-if');
  }, 120_000);

  test('knowledge is searched, written, retired, and stands beside the case', async () => {
    const page = await stage.open({ as: 'business-manager' });
    await page.goto('/desk/knowledge');
    await heading(page, '知识库').waitFor();
    await inspect(page, 'knowledge');
    await page.getByRole('button', { name: '新建条目' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('标题').fill('青枫里的门牌改过');
    await dialog
      .getByLabel('正文')
      .fill('青枫里一期的门牌在五年前改过，合同上的旧门牌与登记簿不同时先查对照表。');
    await dialog.getByLabel('修改理由').fill('常有人问');
    await dialog.getByLabel('登记业务').click();
    await page.locator('.ant-select-item-option').first().click();
    await dialog.getByLabel('标题').click();
    await inspect(page, 'knowledge-new');
    await dialog.getByRole('button', { name: '保存', exact: true }).click();
    await heading(page, '青枫里的门牌改过').waitFor();
    await inspect(page, 'knowledge-entry');
    await page.getByRole('button', { name: '停用', exact: true }).click();
    await page.getByRole('dialog').getByLabel('理由').fill('对照表已更新');
    await page.getByRole('dialog').getByRole('button', { name: '停用', exact: true }).click();
    await page.getByText('已停用').first().waitFor();
    await page.goto('/desk/knowledge?q=门牌&state=retired');
    await page.getByRole('link', { name: '青枫里的门牌改过' }).waitFor();
  }, 120_000);

  test('the case shows what is worth knowing, every step, and how its unit hangs together', async () => {
    const { world } = stage;
    const [seller, buyer] = [person(955), person(956)];
    const home = await world.home(9505, [seller]);
    await mortgage(world, home, seller, bank(955));
    const caseNo = await confirmedTransfer(stage, home, [seller, buyer]);
    const page = await stage.open({ as: 'reviewer' });
    await page.goto(`/desk/cases/${caseNo}`);
    await page.getByRole('region', { name: '相关知识' }).getByText('法规').first().waitFor();
    await inspect(page, 'case-with-knowledge');
    await page.getByRole('link', { name: '逐步记录' }).click();
    await page.getByRole('button', { name: '重放', exact: true }).click();
    await page.getByText('与当时一致').waitFor();
    await inspect(page, 'review-log');
    await page.goto(`/desk/register/${home.code}/relations`);
    await heading(page, '关系图').waitFor();
    await page.getByRole('button', { name: `${seller.name}：展开其他单元` }).click();
    await page.getByRole('dialog').getByLabel('查询目的').fill('核对权利人');
    await page.getByRole('dialog').getByRole('button', { name: '展开', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await inspect(page, 'relations');
    await page.goto('/desk/automatic-review');
    await page.getByText('今日审核').waitFor();
    await page.getByRole('link', { name: caseNo }).first().waitFor();
    await inspect(page, 'automatic-review');
  }, 180_000);
});
