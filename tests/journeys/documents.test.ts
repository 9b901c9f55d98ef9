import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, until } from '../support/client.ts';
import { bank, person } from '../support/people.ts';
import { court, party, seize } from '../support/situations.ts';
import { fillFromExamples, walk } from '../support/walk.ts';
import { makeWorld, office, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
}, 120_000);
afterAll(() => world?.close());

const tool = (name: string) => {
  try {
    execFileSync('which', [name]);
    return true;
  } catch {
    return false;
  }
};
/** What pdfsig says of the documents read, by address. */
const signatures = new Map<string, string>();
const readable = ['pdftotext', 'qpdf', 'pdfsig'].every(tool);

async function textOf(client: Client, url: string): Promise<string> {
  const answer = await client.get<ArrayBuffer>(url);
  expect(answer.status, url).toBe(200);
  const file = join(world.folder, 'document.pdf');
  writeFileSync(file, Buffer.from(answer.body));
  execFileSync('qpdf', ['--check', file]);
  signatures.set(url, spawnSync('pdfsig', [file], { encoding: 'utf8' }).stdout);
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '');
}

test.skipIf(!readable)(
  'a case leaves its application, notices, report and proof as documents (pdftotext and qpdf needed)',
  async () => {
    const [owner, lender] = [person(701), bank(701)];
    const home = await world.home(5001, [owner]);
    const client = await world.as(lender);
    const definition = await client.get<{ form: Parameters<typeof fillFromExamples>[0] }>(
      '/api/businesses/mortgage-first',
    );
    const opened = await client.post<{ caseNo: string }>('/api/cases', {
      business: 'mortgage-first',
      office,
      units: [home.code],
      parties: [party('mortgagor', owner), party('mortgagee', lender)],
      form: fillFromExamples(definition.body.form),
    });
    const { caseNo } = opened.body;
    const people = await Promise.all(
      [lender, owner, 'acceptor' as const, 'reviewer' as const, 'approver' as const].map((who) =>
        world.as(who),
      ),
    );
    const acceptor = people[2] as Client;

    await walkTo(caseNo, people.slice(0, 2), 'accepting');
    expect((await acceptor.act(caseNo, 'supplement', { items: [] })).status).toBe(400);
    expect(
      (await acceptor.act(caseNo, 'supplement', { items: ['抵押合同缺签字页', '请补交身份证明'] })).status,
    ).toBe(200);
    await until(client, caseNo, (view) => view.availableActions.some((each) => each.action === 'resubmit'));
    const done = await walk(caseNo, people);
    expect(done.status).toBe('completed');

    const kept = await acceptor.case(caseNo);
    const titles = kept.documents.map((each) => each.title);
    expect(titles).toEqual(
      expect.arrayContaining([
        '材料补正通知书',
        '不动产登记申请书',
        '受理通知书',
        '审批报告',
        '不动产登记证明',
      ]),
    );
    const urlOf = (title: string) => kept.documents.find((each) => each.title === title)?.url ?? '';
    const byTitle = (title: string) => textOf(acceptor, urlOf(title));
    expect(await byTitle('材料补正通知书')).toContain('抵押合同缺签字页');
    const application = await byTitle('不动产登记申请书');
    const acceptance = await byTitle('受理通知书');
    expect(application).toContain(lender.name);
    expect(acceptance).toContain(caseNo);
    for (const paper of [application, acceptance]) {
      expect(paper).toMatch(/主债权合同与抵押合同.{0,4}在线提交影像.{0,4}1/);
      expect(paper).toMatch(/当事人身份证明.{0,12}部门共享/);
    }
    expect(await byTitle('审批报告')).toContain('不动产未被查封');
    const proof = await byTitle('不动产登记证明');
    expect(proof).toContain(done.result?.certificates[0]?.number ?? 'no number');
    expect(proof).toContain('800,000.00元');
    // What the office seals it also signs; what the applicants declare is theirs.
    for (const title of ['受理通知书', '不动产登记证明']) {
      const said = signatures.get(urlOf(title));
      expect(said, title).toContain('Signature is Valid.');
      expect(said, title).toContain('Total document signed');
      expect(said, title).toContain('（演示）');
    }
    expect(signatures.get(urlOf('不动产登记申请书'))).toContain('does not contain any signatures');
  },
);

test.skipIf(!readable)(
  'a refusal is a document with its ground and remedy; the court gets a receipt (pdftotext and qpdf needed)',
  async () => {
    const [owner, buyer] = [person(703), person(704)];
    const home = await world.home(5002, [owner]);
    const seller = await world.as(owner);
    const opened = await seller.post<{ caseNo: string }>('/api/cases', {
      business: 'resale-transfer',
      office,
      units: [home.code],
      parties: [party('transferor', owner), party('transferee', buyer)],
      form: { price: '1.00', coOwnership: '0' },
    });
    const { caseNo } = opened.body;
    const people = await Promise.all([owner, buyer, 'acceptor' as const].map((who) => world.as(who)));
    await walkTo(caseNo, people, 'taxing');
    const reviewer = await world.as('reviewer');
    await until(reviewer, caseNo, (view) => view.availableActions.some((each) => each.action === 'refuse'));
    expect((await reviewer.act(caseNo, 'refuse', undefined, '买卖合同经核实不真实')).status).toBe(200);
    const refused = await until(seller, caseNo, (view) => view.status === 'refused');
    const notice = await textOf(
      seller,
      refused.documents.find((each) => each.title === '不予登记告知书')?.url ?? '',
    );
    expect(notice).toContain('买卖合同经核实不真实');
    expect(notice).toContain('行政复议');

    await seize(world, home, owner);
    const cases = await (await world.as(court)).get<{ items: { caseNo: string }[] }>('/api/cases');
    const clerk = await world.as('enforcement-clerk');
    const seized = await clerk.case(cases.body.items[0]?.caseNo ?? '');
    const receipt = await textOf(
      clerk,
      seized.documents.find((each) => each.title.includes('回执'))?.url ?? '',
    );
    expect(receipt).toContain('已办理');
    expect(receipt).not.toContain('轮候');
  },
);

/** Walks until the case reaches a phase. */
async function walkTo(caseNo: string, people: readonly Client[], phase: string): Promise<void> {
  for (let round = 0; round < 200; round++) {
    for (const client of people) {
      const view = await client.get<Awaited<ReturnType<Client['case']>>>(`/api/cases/${caseNo}`);
      if (view.status !== 200) continue;
      if (view.body.status === phase) return;
      const action = view.body.availableActions.find((each) => each.style === 'primary');
      if (!action) continue;
      for (const material of view.body.materials) {
        if (material.required && material.status === 'missing')
          await client.upload(caseNo, material.code, Buffer.from('%PDF-1.7\n%âãÏÓ\n'), 'x.pdf');
      }
      await client.act(
        caseNo,
        action.action,
        action.data ? fillFromExamples(action.data as never) : undefined,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`case ${caseNo} never reached ${phase}`);
}
