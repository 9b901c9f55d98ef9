import { useMemo } from 'react';
import { useSession } from '../app/session-context.ts';

/** Words for the roles a task may wait for. A role of nobody here is said generally. */
export function useRoleTitles() {
  const { user } = useSession();
  return useMemo(() => {
    const titles = new Map((user?.grants ?? []).map((grant) => [grant.role, grant.roleTitle]));
    return {
      titleOf: (role: string): string => titles.get(role) ?? commonTitles[role] ?? '经办人员',
      options: [...titles].map(([value, title]) => ({ value, title })),
    };
  }, [user]);
}

/** What the posts are called. */
export const commonTitles: Record<string, string> = {
  'party:opener': '发起人',
  acceptor: '受理员',
  reviewer: '审核员',
  approver: '核定员',
  cashier: '收费员',
  'certificate-clerk': '发证员',
  archivist: '档案员',
  'enforcement-clerk': '协助执行岗',
  surveyor: '地籍管理员',
  'hall-manager': '大厅管理员',
  'business-manager': '业务管理员',
  supervisor: '监督员',
  inspector: '检查人员',
  'system-admin': '系统管理员',
  'security-admin': '安全管理员',
  'audit-admin': '审计管理员',
};
