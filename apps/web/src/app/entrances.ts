import type { SessionUser } from '../api/session.ts';

/** Doors a business may be entered by, as people call those who come through them. */
export const entranceTitles: Record<string, string> = {
  person: '个人',
  company: '企业',
  bank: '银行',
  developer: '房地产开发企业',
  court: '人民法院等机关',
  agency: '政府部门',
  counter: '登记窗口',
};

/** The door this account comes through. */
export function entranceOf(user: SessionUser): string {
  if (user.kind === 'staff') return 'counter';
  return user.kind === 'organisation' ? (user.organisation?.kind ?? 'company') : 'person';
}
