import type { PermissionCode } from '@hengchan/platform';

/** What a consent can be given for. */
export const operations = {
  'bulk-export': { title: '大批量导出', requester: 'audit.export' },
  'data-access': { title: '全量访问（导出给登记机构自己）', requester: 'data.export' },
  'data-publish': { title: '公开', requester: 'data.export' },
  'data-disclose': { title: '披露', requester: 'data.export' },
  'data-use': { title: '另行利用（变更用途）', requester: 'data.export' },
  'data-transfer': { title: '转让或移交', requester: 'data.export' },
  'data-provide': { title: '向第三方提供', requester: 'data.export' },
  'data-retain': { title: '延长留存', requester: 'data.export' },
  'data-destroy': { title: '销毁', requester: 'data.destroy' },
  'document-share': { title: '对外提供受控文件', requester: 'document.keep' },
  'issue-disclose': { title: '对外提供漏洞信息', requester: 'issue.read' },
} as const satisfies Record<string, { title: string; requester: PermissionCode }>;

export type Operation = keyof typeof operations;

/** Operations that end in a copy of the data. */
export const exportOperations = [
  'data-access',
  'data-publish',
  'data-disclose',
  'data-use',
  'data-transfer',
  'data-provide',
] as const satisfies readonly Operation[];
export type ExportOperation = (typeof exportOperations)[number];

/** Who may ask for a bulk export of a resource: whoever may export it at all. */
export const bulkRequester: Readonly<Record<string, PermissionCode>> = {
  audit: 'audit.export',
  register: 'register.export',
  payment: 'payment.reconcile',
  indicators: 'statistics.read',
  reviews: 'review.monitor',
  cadastre: 'cadastre.read',
  page: 'case.search',
};

interface Disposition {
  title: string;
  /** Where the product can do it, each behind a permission and a consent. */
  ways: readonly { operation: Operation; way: string }[];
  /** Why there is no more to it. */
  remark: string;
}

/** The nine things that may not be done to the data without the institution's consent. Row SEC-SEP-04. */
export const dispositions: readonly Disposition[] = [
  {
    title: '访问',
    ways: [
      { operation: 'data-access', way: 'POST /api/security/exports' },
      { operation: 'bulk-export', way: 'GET /api/audit/export' },
      { operation: 'bulk-export', way: 'POST /api/security/inspection-packages' },
      { operation: 'bulk-export', way: 'GET /api/payments/reconciliations/{day}' },
      { operation: 'bulk-export', way: 'GET /api/indicators' },
      { operation: 'bulk-export', way: 'GET /api/automatic-review/statistics' },
      { operation: 'bulk-export', way: 'GET /api/districts/file' },
      { operation: 'bulk-export', way: 'GET /api/district-editions/{office}/{number}/file' },
      { operation: 'bulk-export', way: 'GET /api/district-editions/{office}/{number}/differences' },
      { operation: 'bulk-export', way: 'GET /api/district-editions/{office}/{number}/parcels' },
      { operation: 'bulk-export', way: 'GET /api/institution/cases.csv' },
      { operation: 'bulk-export', way: 'POST /api/security/takings' },
    ],
    remark: '逐条查看凭岗位权限并逐次记录；成批取得须有同意。',
  },
  {
    title: '修改',
    ways: [],
    remark:
      '平台没有绕开登记程序的修改入口，应用的数据库角色对登簿、审计、存证无修改和删除权；数据库所有者绕开平台的改动由每夜核验发现并告警。',
  },
  {
    title: '公开',
    ways: [{ operation: 'data-publish', way: 'POST /api/security/exports' }],
    remark: '公众查验只回答所问的一证。',
  },
  {
    title: '披露',
    ways: [
      { operation: 'data-disclose', way: 'POST /api/security/exports' },
      { operation: 'issue-disclose', way: 'GET /api/security/issues/{id}/disclosure' },
    ],
    remark: '',
  },
  {
    title: '利用',
    ways: [{ operation: 'data-use', way: 'POST /api/security/exports' }],
    remark: '导出用途以同意记录为准，不能另填。',
  },
  { title: '转让', ways: [{ operation: 'data-transfer', way: 'POST /api/security/exports' }], remark: '' },
  {
    title: '销毁',
    ways: [{ operation: 'data-destroy', way: 'POST /api/security/destructions' }],
    remark: '执行只能在服务器命令行，须再次核对。',
  },
  {
    title: '私自留存',
    ways: [{ operation: 'data-retain', way: 'POST /api/security/exports/{id}/retention' }],
    remark: '导出件到期即不能下载；延长须有同意。',
  },
  {
    title: '向第三方提供',
    ways: [
      { operation: 'data-provide', way: 'POST /api/security/exports' },
      { operation: 'document-share', way: 'GET /api/security/documents/{id}/share' },
    ],
    remark: '与各部门的交换按业务定义逐件发生，记入交换日志。',
  },
];
