import { describe, expect, test } from 'vitest';
import { until } from '../support/client.ts';
import { act, confirmedTransfer, decide, twoPeople } from './support/desk.ts';
import { inspect } from './support/inspect.ts';
import { phone, prepareStage } from './support/stage.ts';

const stage = prepareStage();

describe('what registrars do besides the usual', () => {
  test('asks for supplements once; again only with new facts, which the applicant reads', async () => {
    const people = twoPeople(571);
    const home = await stage.world.home(93, [people[0]]);
    const caseNo = await confirmedTransfer(stage, home, people);
    const seller = await stage.world.as(people[0]);
    await until(seller, caseNo, ({ status }) => status === 'accepting', 40);
    const desk = await stage.open({ as: 'acceptor' });
    await desk.goto(`/desk/cases/${caseNo}`);
    const dialog = desk.getByRole('dialog', { name: '确认通知补正' });
    const ask = () => dialog.getByRole('button', { name: '通知补正' }).click();

    await decide(desk, '通知补正');
    await dialog.getByLabel(/补正清单/).fill('请补交清晰的身份证明影像');
    expect(await dialog.getByLabel(/再次补正的理由/).count(), 'nobody was asked before').toBe(0);
    await ask();
    await desk.getByText('“通知补正”已办理').first().waitFor();
    await act(seller, caseNo, 'resubmit');
    await until(seller, caseNo, ({ status }) => status === 'accepting', 40);

    await desk.reload();
    await decide(desk, '通知补正');
    await dialog.getByLabel(/补正清单/).fill('请说明共有情况');
    await ask();
    await dialog.getByText(/再次补正的理由.*(必须|请)?填写/).waitFor();
    await inspect(desk, 'desk-supplement-again');
    await dialog.getByLabel(/再次补正的理由/).fill('补交的影像显示另有共有人');
    await ask();
    await desk.getByText('“通知补正”已办理').first().waitFor();

    const owner = await stage.open({ viewport: phone, as: people[0] });
    await owner.goto(`/cases/${caseNo}`);
    await owner.getByText('再次通知的理由：补交的影像显示另有共有人').waitFor();
    const materials = owner.getByRole('region', { name: '材料' });
    // Whatever was fetched, what is asked for now can be brought.
    expect(await materials.getByText('选择文件', { exact: true }).count()).toBe(
      await materials.getByRole('listitem').count(),
    );
    await inspect(owner, 'supplement-again');
  }, 120_000);

  test('a colleague on leave is stood in for, and the list says for whom', async () => {
    const { world } = stage;
    const people = twoPeople(573);
    const home = await world.home(94, [people[0]]);
    const caseNo = await confirmedTransfer(stage, home, people);
    await act(await world.as('acceptor'), caseNo, 'accept');
    await until(await world.as('reviewer'), caseNo, ({ status }) => status === 'reviewing', 40);
    await world.as('approver');
    const leaving = await world.as('reviewer');
    const candidates = await leaving.get<{ items: { account: string; name: string }[] }>(
      '/api/delegations/candidates',
    );
    const today = new Date().toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' });
    const lent = await leaving.post('/api/delegations', {
      to: candidates.body.items.find(({ name }) => name === '测试approver')?.account,
      from: today,
      until: today,
      reason: '年休假',
    });
    expect(lent.status, JSON.stringify(lent.body)).toBe(201);

    const desk = await stage.open({ as: 'approver' });
    await desk.goto('/desk/tasks');
    await desk.getByRole('row').filter({ hasText: caseNo }).getByText('代测试reviewer').waitFor();
    await inspect(desk, 'desk-work-list-for');
    await desk.goto(`/desk/cases/${caseNo}`);
    await decide(desk, '审核通过');
    await desk.getByText('“审核通过”已办理').first().waitFor();
    await desk.getByText('测试approver（代测试reviewer）').first().waitFor();
  }, 120_000);
});
