import { describe, expect, test } from 'vitest';
import { pixel, until } from '../support/client.ts';
import { bank, person } from '../support/people.ts';
import { court, seize } from '../support/situations.ts';
import { act, choose, confirmedTransfer, decide, twoPeople } from './support/desk.ts';
import { inspect } from './support/inspect.ts';
import { heading } from './support/portal.ts';
import { prepareStage, signIn } from './support/stage.ts';

const stage = prepareStage();

describe('a registrar at the desk', () => {
  test('claims, accepts, reviews and decides a transfer, then reads the register as it was', async () => {
    const { world } = stage;
    const people = twoPeople(511);
    const home = await world.home(81, [people[0]]);
    const caseNo = await confirmedTransfer(stage, home, people);
    const buyer = await world.as(people[1]);
    await until(buyer, caseNo, (view) => view.status === 'accepting', 40);

    const accepting = await stage.open();
    await signIn(stage, accepting, 'acceptor');
    await heading(accepting, '待办').waitFor();
    const line = accepting.getByRole('row').filter({ hasText: caseNo });
    await line.getByRole('button', { name: '认领' }).click();
    await line.getByRole('button', { name: '退回待认领' }).waitFor();
    await inspect(accepting, 'desk-work-list');
    await line.getByRole('link', { name: '存量房转移登记' }).click();
    await accepting.getByRole('button', { name: '受理', exact: true }).waitFor();
    await inspect(accepting, 'desk-accept');
    await decide(accepting, '受理');
    await accepting.getByText('“受理”已办理').first().waitFor();

    await until(buyer, caseNo, (view) => view.status === 'reviewing', 40);
    const reviewing = await stage.open({ as: 'reviewer' });
    await reviewing.goto(`/desk/cases/${caseNo}`);
    const opinion = reviewing.getByRole('region', { name: /环节校验/ }).first();
    await opinion.getByText('不动产未被查封').waitFor();
    await decide(reviewing, '审核通过');
    await reviewing.getByText('“审核通过”已办理').first().waitFor();
    await act(buyer, caseNo, 'pay', { method: 'quick' });

    await until(buyer, caseNo, (view) => view.status === 'deciding', 40);
    const approving = await stage.open({ as: 'approver' });
    await approving.goto(`/desk/cases/${caseNo}`);
    await approving
      .getByText('未发现妨碍办理的情形')
      .or(approving.getByText('可以办理，请留意提示'))
      .first()
      .waitFor();
    const ground = approving.locator('.desk-finding').filter({ hasText: '不动产未被查封' }).first();
    await ground.locator('summary').click();
    await ground.getByText('UNIT_NOT_SEIZED').waitFor();
    await inspect(approving, 'desk-approve');
    await decide(approving, '准予登记');
    await approving.getByRole('dialog').getByRole('button', { name: '准予登记' }).click();
    await approving.getByText('登记结果').first().waitFor({ timeout: 60_000 });
    await inspect(approving, 'desk-registered');

    await approving.goto(`/desk/register/${home.code}`);
    await heading(approving, '不动产登记簿').waitFor();
    const sheet = approving.getByRole('article');
    await sheet.getByText(people[1].name).first().waitFor();
    await inspect(approving, 'desk-register');
    await approving.getByRole('slider').focus();
    await approving.keyboard.press('Home');
    await approving.getByText('以下是历史记载，不是现在的登记状况').waitFor();
    await sheet.getByText(people[0].name).first().waitFor();
    expect(await sheet.getByText(people[1].name).count()).toBe(0);
    await inspect(approving, 'desk-register-earlier');

    await approving.emulateMedia({ media: 'print' });
    expect(await approving.getByRole('navigation', { name: '工作台导航' }).isVisible()).toBe(false);
    expect(await approving.getByRole('button', { name: '打印本页' }).isVisible()).toBe(false);
    expect(await heading(approving, '不动产登记簿').isVisible()).toBe(true);
    expect((await approving.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
  }, 120_000);

  test('takes a first mortgage at the counter, from the empty form to the review', async () => {
    const { world } = stage;
    const [owner, lender] = [person(521), bank(52)];
    const home = await world.home(82, [owner]);
    const page = await stage.open({ as: 'acceptor' });
    await page.goto('/desk/acceptance');
    await page.getByRole('link', { name: '抵押权首次', exact: true }).click();
    await heading(page, '抵押权首次').waitFor();
    await page.getByRole('button', { name: '生成办件' }).click();
    await page.getByText(/还有 \d+ 处需要补充或更正/).waitFor();

    await page.getByLabel('查找不动产单元').fill(home.code);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '选用' }).click();
    await page.getByRole('button', { name: '带入登记簿权利人' }).click();
    await expect.poll(() => page.getByLabel('抵押人姓名或名称').inputValue()).toBe(owner.name);
    await page.getByLabel('抵押人证件号码').fill(owner.idNumber);
    await page.getByLabel('抵押权人姓名或名称').fill(lender.name);
    await choose(page, '抵押权人证件种类', '统一社会信用代码');
    await page.getByLabel('抵押权人证件号码').fill(lender.idNumber);
    await choose(page, '抵押方式', '一般抵押');
    await page.getByLabel('担保金额').fill('800000');
    await page.getByLabel('债务履行期限起').fill('2026-11-20');
    await page.getByLabel('债务履行期限止').fill('2046-11-19');
    await choose(page, '约定禁止或限制转让抵押财产', '否');
    await inspect(page, 'desk-counter');
    await page.getByRole('button', { name: '生成办件' }).click();
    await page.waitForURL(/\/desk\/cases\/\d+$/);
    const caseNo = page.url().split('/').at(-1) ?? '';

    for (const material of ['不动产登记申请书（签字扫描件）', '主债权合同与抵押合同']) {
      const file = { name: `${material}.png`, mimeType: 'image/png', buffer: pixel };
      await page.getByLabel(`选择${material}文件`).setInputFiles(file);
      await page.getByRole('button', { name: file.name, exact: true }).waitFor();
    }
    await page.getByText('必需材料已齐').waitFor();
    await decide(page, '提交申请');
    await page.getByRole('button', { name: '受理', exact: true }).waitFor({ timeout: 60_000 });
    await decide(page, '受理');
    await page.getByText('“受理”已办理').first().waitFor();
    await until(await world.as('reviewer'), caseNo, (view) => view.status === 'reviewing', 40);
    await inspect(page, 'desk-counter-accepted');
  }, 120_000);

  test('is told why a seized home cannot be transferred: ground, law, and the way out', async () => {
    const { world } = stage;
    const [owner, buyer] = twoPeople(531);
    const home = await world.home(83, [owner]);
    await world.as(court);
    await seize(world, home, owner);
    const opened = await (await world.as('acceptor')).post<{ caseNo: string }>('/api/cases', {
      business: 'resale-transfer',
      office: home.code.slice(0, 6),
      units: [home.code],
      parties: [
        { role: 'transferor', name: owner.name, idType: owner.idType, idNumber: owner.idNumber },
        { role: 'transferee', name: buyer.name, idType: buyer.idType, idNumber: buyer.idNumber },
      ],
      form: { price: '1280000.00', coOwnership: '0' },
      channel: 'counter',
    });
    const page = await stage.open({ as: 'acceptor', forgive: /status of 4\d\d .*\/actions$/ });
    await page.goto(`/desk/cases/${opened.body.caseNo}`);
    await decide(page, '提交申请');
    const ground = page
      .getByRole('region', { name: '办理' })
      .locator('.desk-finding')
      .filter({ hasText: '查封' })
      .first();
    await ground.waitFor();
    expect(await ground.textContent()).toMatch(
      /不动产未被查封.*《最高人民法院关于人民法院民事执行中查封、扣押、冻结财产的规定》第二十四条/s,
    );
    expect(await ground.textContent()).toMatch(/请先由查封机关解除查封/);
    await inspect(page, 'desk-seized');
  }, 60_000);
});
