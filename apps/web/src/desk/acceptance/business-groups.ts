import type { BusinessSummary } from '../../api/businesses.ts';

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
    const title = item.category ?? '登记业务';
    groups.set(title, [...(groups.get(title) ?? []), item]);
  }
  return [...groups].map(([title, members]) => ({ title, items: members }));
}
