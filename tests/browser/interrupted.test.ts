import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { until } from '../support/client.ts';
import { party } from '../support/situations.ts';
import { office } from '../support/world.ts';
import { confirmedTransfer, decide, twoPeople } from './support/desk.ts';
import { inspect } from './support/inspect.ts';
import { confirmApplication, heading } from './support/portal.ts';
import { phone, prepareStage } from './support/stage.ts';

const stage = prepareStage();

/** What the browser sends for a case from now on. */
function actionsSent(page: Page): string[] {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/actions')) sent.push(request.url());
  });
  return sent;
}

describe('what happens to people who are in a hurry', () => {
  test('without a network they are told at once; with it again two clicks send once', async () => {
    const [seller, buyer] = twoPeople(581);
    const home = await stage.world.home(95, [seller]);
    const opened = await (await stage.world.as(seller)).post<{ caseNo: string }>('/api/cases', {
      business: 'resale-transfer',
      office,
      units: [home.code],
      parties: [party('transferor', seller), party('transferee', buyer)],
      form: { price: '1280000.00', coOwnership: '0' },
    });
    const { caseNo } = opened.body;
    const page = await stage.open({ viewport: phone, as: seller, forgive: /ERR_INTERNET_DISCONNECTED/ });
    await page.goto(`/apply/resale-transfer?case=${caseNo}&page=check`);
    await heading(page, '核对').waitFor();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '提交申请' }).click();
    await page.getByText('没有连接上服务器').waitFor();
    await page.context().setOffline(false);
    const sent = actionsSent(page);
    await page.getByRole('button', { name: '提交申请' }).dblclick();
    await page.waitForURL(/\/cases\/\d+$/);
    expect(sent).toHaveLength(1);
    await inspect(page, 'after-network-failure');

    const second = await page.context().newPage();
    await second.goto(`/cases/${caseNo}`);
    await second.getByRole('button', { name: '确认申请内容' }).waitFor();
    await confirmApplication(page);
    await second.reload();
    await second.getByText('不用您做什么，请等待').waitFor();
    expect(await second.getByRole('button', { name: '确认申请内容' }).count()).toBe(0);
  }, 90_000);

  test('what somebody else did meanwhile is said, even where nothing is left to do', async () => {
    const people = twoPeople(583);
    const home = await stage.world.home(96, [people[0]]);
    const caseNo = await confirmedTransfer(stage, home, people);
    const acceptor = await stage.world.as('acceptor');
    await until(acceptor, caseNo, ({ status }) => status === 'accepting', 40);
    const desk = await stage.open({ as: 'acceptor', forgive: /ERR_FAILED|status of 4(09|12) .*\/actions$/ });
    // The page stands as it was read: nothing tells it that the case moved.
    await desk.goto(`/desk/cases/${caseNo}`);
    await desk.getByRole('button', { name: '受理', exact: true }).waitFor();
    await desk.route(`**/api/cases/${caseNo}`, (route) => route.abort());
    expect((await acceptor.act(caseNo, 'decline', undefined, '不属于登记范围')).status).toBe(200);
    await desk.unroute(`**/api/cases/${caseNo}`);
    await decide(desk, '受理');
    await desk.getByText('办件已结束').first().waitFor();
    await inspect(desk, 'desk-meanwhile');
  }, 90_000);
});
