import type { Actor } from '@hengchan/platform';
import { errors } from '../errors.ts';
import { printHtml } from '../reports/print-html.ts';
import { office, type Security } from '../security.ts';
import { tables } from '../tables.ts';
import type { DestructionRecord } from './destroy.ts';

/** 网络安全承诺书 and the record of the destruction, as one document to be signed and filed. Row SEC-END-06. */
export function letterOf(record: DestructionRecord): string {
  const rows = record.tables.reduce((sum, table) => sum + table.rows, 0);
  return printHtml(
    '网络安全承诺书',
    [
      `${record.owner}：`,
      '服务已经终止。本单位承诺：已按贵方要求移交并销毁服务中取得和产生的全部数据，未私自留存、买卖或者向第三方提供；',
      '对服务中知悉的各类信息继续履行保密义务，不公开、不披露、不利用；法律法规规定的网络和数据安全责任不因协议期满而免除。',
      '如有违反，依法承担责任。',
      '承诺单位（盖章）：　　　　　　　　　　　　　网络安全负责人（签字）：　　　　　　　　　　　　　日期：',
    ],
    [
      {
        title: '附：销毁记录',
        lines: [
          { label: '销毁任务', value: record.destruction },
          { label: '同意编号', value: record.approval },
          { label: '移交的导出', value: record.export },
          { label: '起止时间', value: `${record.startedAt} 至 ${record.finishedAt}` },
          {
            label: '数据库',
            value: `${record.tables.length} 张表，${rows} 行，余 ${record.tables.reduce((sum, table) => sum + table.left, 0)} 行`,
          },
          {
            label: '文件',
            value: `${record.files.store}，删除 ${record.files.removed} 个，余 ${record.files.left} 个`,
          },
          ...record.keys.map((key) => ({
            label: `密钥 ${key.name}（指纹 ${key.fingerprint}）`,
            value: key.result,
          })),
          ...record.folders.map(({ name, files }) => ({
            label: `数据目录 ${name}`,
            value: `覆写并删除 ${files} 个文件`,
          })),
          ...record.samples.map((sample) => ({
            label: `抽样恢复：${sample.what}`,
            value: sample.recovered ? '仍可恢复，销毁不成立' : '不能恢复',
          })),
          { label: '依法保留', value: record.kept.join('、') },
          { label: '数据目录中尚存', value: record.remaining.join('、') || '无' },
          {
            label: '另查副本',
            value: `查了 ${record.copies.searched.join('、') || '数据库服务器'}，${record.copies.found.length === 0 ? '没有发现' : `发现 ${record.copies.found.join('、')}`}`,
          },
        ],
      },
    ],
  );
}

/** The letter of a destruction that was carried out. Throws DESTRUCTION_NOT_FOUND, DESTRUCTION_NOT_DONE. */
export async function readLetter({ platform }: Security, actor: Actor, id: string): Promise<string> {
  if (!platform.access.allows(actor, 'data.destroy')) platform.access.require(actor, 'security.read');
  const row = await tables(platform.database)
    .selectFrom('security.destruction')
    .select('record')
    .where('office', '=', office)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw errors.DESTRUCTION_NOT_FOUND();
  if (row.record === null) throw errors.DESTRUCTION_NOT_DONE();
  await platform.audit.write(platform.database, actor, { action: 'destruction.letter', subject: id });
  return letterOf(row.record as DestructionRecord);
}
