import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type CertificateData, createDocuments, defineTemplate } from '@hengchan/documents';
import Type from 'typebox';
import { percentile, table, verdict } from './support/report.ts';
import { durations } from './support/timing.ts';

/** A certificate of title as PDF/A. The floor is an empty sheet by the same compiler. */
const times = 60;
const issuedAt = new Date('2026-11-20T02:00:00Z');
const certificate = (serial: number): CertificateData => ({
  demo: true,
  office: { name: '常州市天宁区不动产登记中心', code: '320402', address: '常州市天宁区示范路1号' },
  number: `苏（2026）常州市不动产权第${String(serial).padStart(7, '0')}号`,
  registeredOn: '2026-11-20',
  holders: [{ name: '林知远', idType: '身份证', idNumber: '320402190503150019' }],
  ownership: '单独所有',
  location: '常州市天宁区青枫里6幢1单元1203室',
  unitCode: '320402001001GB00012F00010023',
  rightType: '国有建设用地使用权／房屋所有权',
  rightNature: '出让／市场化商品房',
  purpose: '城镇住宅用地／成套住宅',
  areas: ['房屋建筑面积 118.66㎡'],
  terms: ['国有建设用地使用权：2012年03月15日起 2082年03月14日止'],
  otherState: [{ label: '总层数／所在层', value: '18／12' }],
  remarks: [`业务号：32040220261120${String(serial).padStart(6, '0')}`, '登记原因：买卖'],
  verificationUrl: `https://verify.example.cn/verify?number=${serial}`,
});

const folder = mkdtempSync(join(tmpdir(), 'hengchan-bench-'));
const documents = await createDocuments();
try {
  const source = join(folder, 'empty.typ');
  writeFileSync(
    source,
    '#set document(title: "不动产", date: datetime(year: 2026, month: 11, day: 20))\n不动产\n',
  );
  const empty = defineTemplate({
    code: 'bench-empty',
    title: '空白',
    source: pathToFileURL(source),
    schema: Type.Object({ serial: Type.Integer() }),
  });
  documents.register(empty);
  let serial = 0;
  const made = await durations(
    () => documents.render('certificate', certificate(++serial), { issuedAt }),
    times,
  );
  const floor = await durations(() => documents.render(empty, { serial: ++serial }, { issuedAt }), times);
  table([
    ['ms', 'p50', 'p95', 'p99'],
    ['certificate', ...[50, 95, 99].map((of) => percentile(made, of))],
    ['empty sheet', ...[50, 95, 99].map((of) => percentile(floor, of))],
  ]);
  verdict('certificates', percentile(floor, 50) / percentile(made, 50), 0.1);
} finally {
  await documents.close();
  rmSync(folder, { recursive: true, force: true });
}
