import { sql } from 'kysely';
import { certificateWords, certifiedAlgorithms } from '../inventory/products.ts';
import { readComponents, unlicensed } from '../inventory/software.ts';
import { supply } from '../inventory/supply.ts';
import { office, type Security } from '../security.ts';
import { countStaff } from '../trainings/trainings.ts';
import { countUsers } from './count-users.ts';

export interface ReportPart {
  title: string;
  lines: { label: string; value: string }[];
}

export interface ReportContent {
  year: number;
  parts: ReportPart[];
}

/** The four parts the report must have, from the system's own numbers of the calendar year. Row SEC-RPT-02. */
export async function fillReport(security: Security, year: number): Promise<ReportContent> {
  const { platform } = security;
  const from = new Date(`${year}-01-01T00:00:00+08:00`);
  const until = new Date(`${year + 1}-01-01T00:00:00+08:00`);
  const count = async (query: ReturnType<typeof sql>) => {
    const { rows } = await (query as ReturnType<typeof sql<{ count: number }>>).execute(platform.database);
    return String(rows[0]?.count ?? 0);
  };
  const audited = (action: string) =>
    count(sql`SELECT count(*)::int AS count FROM platform.audit
      WHERE action = ${action} AND at >= ${from} AND at < ${until}`);
  const issues = (condition: ReturnType<typeof sql>) =>
    count(sql`SELECT count(*)::int AS count FROM security.issue
      WHERE office = ${office} AND created_at >= ${from} AND created_at < ${until} AND ${condition}`);
  const components = readComponents(security.lockfile);
  return {
    year,
    parts: [
      {
        title: '一、网络安全管理情况',
        lines: [
          { label: '注册用户数', value: `${await countUsers(security)} 人` },
          { label: '工作人员账号', value: `${await countStaff(platform.database)} 个` },
          { label: '登记的问题单', value: `${await issues(sql`true`)} 件` },
          { label: '其中已复核关闭', value: `${await issues(sql`status = 'closed'`)} 件` },
          { label: '向主管部门报告的漏洞和事件', value: `${await issues(sql`reported_at IS NOT NULL`)} 件` },
          { label: '停用功能', value: `${await audited('function.stop')} 次` },
          { label: '校验审计日志', value: `${await audited('audit.verify')} 次` },
          {
            label: '组织培训与规程确认',
            value: `${await audited('training.plan')} 次，完成 ${await audited('training.complete')} 人次`,
          },
        ],
      },
      {
        title: '二、数据安全情况',
        lines: [
          { label: '授予角色', value: `${await audited('role.grant')} 次` },
          { label: '收回角色', value: `${await audited('role.revoke')} 次` },
          { label: '批准的数据处置', value: `${await audited('approval.grant')} 件` },
          { label: '未经同意而被拒绝的处置', value: `${await audited('disposition.refuse')} 次` },
          { label: '全量导出', value: `${await audited('data.export')} 次` },
          { label: '导出审计日志', value: `${await audited('audit.export')} 次` },
        ],
      },
      {
        title: '三、平台关键软硬件安全情况',
        lines: [
          {
            label: '软件组件',
            value: `${components.length} 个，许可不明的 ${unlicensed(components).length} 个`,
          },
          ...supply.map((item) => ({
            label: item.part,
            value: `${item.product}；${item.measure ?? item.basis}`,
          })),
          ...(await certifiedAlgorithms(security)).map((use) => ({
            label: `密码：${use.algorithm}`,
            value: `${use.purpose}；${certificateWords(use)}`,
          })),
        ],
      },
      {
        title: '四、管理技术团队变化情况',
        lines: [
          {
            label: '加入',
            value: `${await count(sql`SELECT count(*)::int AS count FROM security.team_change WHERE kind = 'join' AND acknowledged_at IS NOT NULL AND effective_at >= ${from} AND effective_at < ${until}`)} 人`,
          },
          {
            label: '离开',
            value: `${await count(sql`SELECT count(*)::int AS count FROM security.team_change WHERE kind = 'leave' AND acknowledged_at IS NOT NULL AND effective_at >= ${from} AND effective_at < ${until}`)} 人`,
          },
        ],
      },
    ],
  };
}
