import type { BusinessSummary } from '../../api/businesses.ts';

/** 登记类型 (DJLX) in words. */
const registrationTypes: Record<string, string> = {
  '100': '首次登记',
  '200': '转移登记',
  '300': '变更登记',
  '400': '注销登记',
  '500': '更正登记',
  '600': '异议登记',
  '700': '预告登记',
  '800': '查封登记',
  '900': '其他登记',
};

/** The kind of registration a business is, for lists. */
export function categoryOf(item: BusinessSummary & { registrationType?: string }): string {
  return registrationTypes[item.registrationType ?? ''] ?? '登记业务';
}

export interface BusinessGroup {
  title: string;
  items: BusinessSummary[];
}

/** Businesses of a channel that answer to a search, by category in the order they come. */
export function businessGroups(
  items: readonly BusinessSummary[],
  q: string,
  channel?: string,
): BusinessGroup[] {
  const words = q.trim().split(/\s+/).filter(Boolean);
  const groups = new Map<string, BusinessSummary[]>();
  for (const item of items) {
    if (channel && !item.channels.includes(channel)) continue;
    const said = [item.name, item.code, item.summary, ...item.keywords].join(' ');
    if (!words.every((word) => said.includes(word))) continue;
    const title = categoryOf(item);
    groups.set(title, [...(groups.get(title) ?? []), item]);
  }
  return [...groups].map(([title, members]) => ({ title, items: members }));
}
