import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDocuments, type Documents } from './documents.ts';
import { samples } from './samples.ts';
import type { DocumentCode } from './templates/index.ts';
import { has, reasonToSkip, textOf } from './testing-tools.ts';

const issuedAt = new Date('2026-11-20T02:30:00Z');
let documents: Documents;

beforeAll(async () => {
  documents = await createDocuments();
});
afterAll(() => documents.close());

describe.skipIf(!has('pdftotext'))(`what is printed${reasonToSkip('pdftotext')}`, () => {
  const expected: [DocumentCode, string[]][] = [
    [
      'application',
      ['不动产登记申请书', '320402190503150019', '1,280,000.00元', '视频双录确认', '真实性负责'],
    ],
    ['acceptance-notice', ['2026年11月23日', '1个工作日', '2026年11月20日10时15分', '存量房买卖合同']],
    ['supplement-notice', ['共2项', '重新签订合同', '《不动产登记暂行条例》第十八条', '2026年12月4日']],
    ['rejection-notice', ['决定不予受理', '不属于本登记机构', '行政复议', '行政诉讼']],
    ['refusal-notice', ['决定不予登记', '第二十三条', '查明的事实', '行政复议']],
    ['approval-report', ['REG-REV-TAX', '未能核验', '税务系统无应答（3次）', '同意登簿', '通过3项']],
    [
      'certificate',
      [
        '苏（2026）常州市不动产权第0001234号',
        '林知远、苏念禾',
        '320402001001GB00012F00010023',
        '宗地图',
        '分户图',
        '117.63',
      ],
    ],
    [
      'registration-proof',
      ['不动产证明第0000007号', '抵押权', '示范银行股份有限公司常州分行', '壹佰贰拾捌万元整'],
    ],
    ['register-sheet', ['截至2026年11月20日16时00分', '权属状况', '权利限制', '320402-2026-0031878']],
    ['payment-notice', ['玖拾元整', '90.00元', '小微企业免收']],
    ['payment-receipt', ['实收（大写）', '20261120144003118820', '玖拾元整']],
    [
      'court-receipt',
      ['（2026）苏0402执1234号', '第2顺位', '自轮候查封生效之日起计算', '未能办理', '10时38分'],
    ],
  ];

  it.each(expected)('%s says what it must', async (code, words) => {
    const text = await textOf((await documents.render(code, samples[code], { issuedAt })).pdf);
    for (const word of words) expect(text).toContain(word);
    expect(text).toContain('演示数据，不具法律效力');
  });

  it('does not print that a citation is unverified', async () => {
    const text = await textOf(
      (await documents.render('refusal-notice', samples['refusal-notice'], { issuedAt })).pdf,
    );
    expect(text).not.toMatch(/verified|未核对/);
  });

  it('leaves the demonstration marks off a real sheet', async () => {
    const { demo: _demo, ...real } = samples.certificate;
    const marked = await documents.render('certificate', samples.certificate, { issuedAt });
    const plain = await documents.render('certificate', real, { issuedAt });
    expect(await textOf(plain.pdf)).not.toContain('演示');
    expect(marked.pdf.length).toBeGreaterThan(plain.pdf.length);
  });

  it('prints the date of the office’s clock, not of universal time', async () => {
    const late = new Date('2026-11-20T16:30:00Z');
    const { pdf } = await documents.render('payment-notice', samples['payment-notice'], { issuedAt: late });
    expect(await textOf(pdf)).toContain('2026年11月21日');
  });

  it('keeps every name, remark and particular of a crowded certificate', async () => {
    const names = Array.from(
      { length: 20 },
      (_, index) => `常州示范农业综合开发第${index + 1}专业合作社联合社有限责任公司`,
    );
    const remarks = Array.from(
      { length: 8 },
      (_, index) => `第${index + 1}项：${'历次变更见登记档案。'.repeat(8)}`,
    );
    const share = { numerator: 1, denominator: 20 };
    const holders = names.map((name) => ({ name, share }));
    const { pdf } = await documents.render(
      'certificate',
      { ...samples.certificate, holders, remarks },
      { issuedAt },
    );
    const text = await textOf(pdf);
    for (const name of names) expect(text).toContain(name);
    for (const remark of remarks) expect(text).toContain(remark);
    expect(text).toContain('等20个权利人（详见共有人清单）');
    expect(text).toContain('详见附记页');
  });

  it('shows a dash where an optional field is empty', async () => {
    const data = { ...samples.certificate, terms: [], otherState: [], remarks: [], plans: [] };
    const text = await textOf((await documents.render('certificate', data, { issuedAt })).pdf);
    expect(text).toMatch(/使用期限—权利其他状况—附记—/);
  });
});
