import type { BusinessSummary } from '../../api/businesses.ts';
import { searchBusinesses } from '../home/search-businesses.ts';

/** A way in: who comes through it, and which lists of the province's table are theirs (ONL-WEB-02). */
export interface Door {
  entrance: string;
  title: string;
  lists: readonly string[];
}

export const doors: readonly Door[] = [
  { entrance: 'person', title: '个人', lists: ['PER', 'HCD'] },
  { entrance: 'company', title: '企业', lists: ['ENT', 'HCD'] },
  { entrance: 'bank', title: '银行', lists: ['BNK'] },
  { entrance: 'developer', title: '开发企业', lists: ['DEV', 'HCD'] },
  { entrance: 'court', title: '法院等机关', lists: [] },
  { entrance: 'counter', title: '登记窗口', lists: ['SEP', 'TAX'] },
];

/** Whether a business is offered behind a door: those of its lists, and those beyond the table that name it. */
export function isBehind(business: Pick<BusinessSummary, 'list' | 'entrances'>, entrance: string): boolean {
  const door = doors.find((each) => each.entrance === entrance);
  if (business.list !== undefined && door && door.lists.length > 0) return door.lists.includes(business.list);
  return business.entrances.includes(entrance);
}

export interface BusinessSection {
  title: string;
  /** What brings people here, in their words. */
  situation: string;
  items: BusinessSummary[];
}

const situations: Record<string, string> = {
  协同: '与住建部门一起办，信息自动带入',
  转移: '买卖、赠与、继承、析产、法院裁决',
  首次: '土地、房屋、林木第一次登记',
  变更: '姓名、地址、面积、共有方式等变了',
  预告: '买期房先锁定，将来转为正式登记',
  抵押: '借款担保的设立、变更、转移',
  注销: '房屋灭失、放弃权利、还清贷款',
  其他: '换证、补证、更正、异议、查封',
  涉税: '登记和缴税一并受理',
  本地增设: '省里的清单以外，本地另外提供的业务',
};
const order = Object.keys(situations);

/** Businesses under their group, the groups people come for most first, those beyond the table last. */
export function sectionsOf(businesses: readonly BusinessSummary[]): BusinessSection[] {
  const groupOf = (business: BusinessSummary) => (business.list === undefined ? '本地增设' : business.group);
  return order.flatMap((title) => {
    const items = businesses
      .filter((business) => groupOf(business) === title)
      .toSorted((left, right) => (left.number ?? 0) - (right.number ?? 0));
    return items.length > 0 ? [{ title, situation: situations[title] ?? '', items }] : [];
  });
}

/** What answers the words: behind the own door, best first, and elsewhere, for those who are at the wrong one. */
export function findBehind(businesses: readonly BusinessSummary[], entrance: string, words: string) {
  const found = searchBusinesses(businesses, words);
  return {
    here: found.filter((business) => isBehind(business, entrance)),
    elsewhere: found.filter((business) => !isBehind(business, entrance)),
  };
}
