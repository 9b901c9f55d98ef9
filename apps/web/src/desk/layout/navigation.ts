import type { IconName } from '../../components/Icon.tsx';
import { deskRoot } from '../paths.ts';

export interface DeskPage {
  to: string;
  title: string;
  icon: IconName;
  /** Any of these permissions opens the page; none listed, everybody's. */
  needs: readonly string[];
}

export interface DeskGroup {
  title: string;
  pages: readonly DeskPage[];
}

const page = (path: string, title: string, icon: IconName, ...needs: string[]): DeskPage => ({
  to: `${deskRoot}/${path}`,
  title,
  icon,
  needs,
});

/** Everything the desk has, in the order of a day's work. */
export const deskGroups: readonly DeskGroup[] = [
  {
    title: '办理',
    pages: [
      page('tasks', '待办', 'waiting', 'task.read'),
      page('delegations', '岗位委托', 'people', 'task.read', 'task.assign'),
      page('cases', '办件查询', 'search', 'case.search', 'case.read'),
      page('acceptance', '窗口受理', 'edit', 'case.create'),
      page('seizures', '协助执行', 'shield', 'seizure.enter'),
    ],
  },
  {
    title: '簿证',
    pages: [
      page('register', '登记簿', 'house', 'register.search'),
      page('certificates', '证书', 'certificate', 'certificate.read'),
      page('cadastre', '地籍分区', 'map', 'cadastre.read'),
    ],
  },
  {
    title: '管理',
    pages: [
      page('accounts', '账号', 'people', 'account.manage', 'role.grant'),
      page('roles', '岗位与授权', 'key', 'role.grant'),
      page('sessions', '会话', 'lock', 'session.manage'),
      page('audit', '审计日志', 'document', 'audit.read'),
      page('indicators', '考核指标', 'document', 'statistics.read'),
      page('connections', '共享来源', 'bank', 'exchange.read', 'exchange.manage'),
      page('calendar', '工作日历', 'calendar', 'config.manage', 'config.read', 'business.manage'),
      page('handling', '办理参数', 'edit', 'business.manage'),
      page('rules', '规则库', 'shield', 'rule.manage', 'case.review', 'case.approve'),
      page('rule-proposals', '规则提议', 'edit', 'rule.manage', 'rule.approve'),
      page('automatic-businesses', '自动审核名单', 'check', 'business.manage'),
      page('automatic-review', '智能审核监控', 'active', 'review.monitor'),
      page('knowledge', '知识库', 'document', 'knowledge.read'),
      page('businesses', '业务目录', 'info', 'business.manage', 'case.accept', 'case.review', 'config.read'),
    ],
  },
  {
    title: '安全',
    pages: [
      page('security/controls', '控制点与证据', 'shield', 'security.read'),
      page('security/notices', '告警与通知', 'warning', 'security.read', 'issue.handle', 'data.export'),
      page('security/issues', '隐患与漏洞', 'blocked', 'issue.read', 'issue.handle'),
      page('security/stops', '停用与恢复', 'lock', 'security.read', 'issue.handle'),
      page(
        'security/approvals',
        '同意记录',
        'check',
        'security.read',
        'data.export',
        'inspection.export',
        'payment.reconcile',
        'statistics.read',
      ),
      page(
        'security/documents',
        '受控文件',
        'lock',
        'document.keep',
        'security.read',
        'task.read',
        'issue.handle',
      ),
      page('security/marks', '密级变更', 'shield', 'file.mark', 'file.release', 'security.read'),
      page('security/exports', '全量导出', 'download', 'data.export', 'security.read'),
      page('security/drills', '恢复演练', 'waiting', 'security.read'),
      page('security/destructions', '终止与销毁', 'blocked', 'data.destroy', 'security.read'),
      page('security/integrity', '完整性核验', 'check', 'security.read'),
      page('security/retention', '保存期', 'calendar', 'data.read', 'security.read'),
      page('security/data', '数据目录', 'document', 'data.read', 'security.read'),
      page('security/inventory', '软硬件与核对', 'info', 'security.read'),
      page('security/team', '管理技术团队', 'people', 'security.read', 'data.export'),
      page(
        'security/trainings',
        '培训与规程',
        'certificate',
        'security.read',
        'data.read',
        'issue.handle',
        'task.read',
      ),
      page('security/reports', '年度报告', 'calendar', 'security.read'),
      page('security/inspection', '检查材料', 'search', 'inspection.export'),
    ],
  },
];

/** The groups with the pages the person may open; groups without any are left out. */
export function groupsFor(permissions: readonly string[]): DeskGroup[] {
  const allowed = ({ needs }: DeskPage) =>
    needs.length === 0 || needs.some((need) => permissions.includes(need));
  return deskGroups
    .map((group) => ({ ...group, pages: group.pages.filter(allowed) }))
    .filter((group) => group.pages.length > 0);
}

/** The page an address of the desk belongs to. */
export function pageAt(pathname: string): DeskPage | undefined {
  return deskGroups
    .flatMap((group) => group.pages)
    .find(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
}
