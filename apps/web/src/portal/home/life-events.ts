import type { BusinessSummary } from '../../api/businesses.ts';
import type { IconName } from '../../components/Icon.tsx';
import { searchBusinesses } from './search-businesses.ts';

export interface LifeEvent {
  title: string;
  /** What the person is going through, in their words. */
  situation: string;
  icon: IconName;
  /** Words of the catalogue's keywords that belong here. */
  keywords: string[];
}

/** The most frequent reasons people come. An event is offered only where the catalogue has a business for it. */
export const lifeEvents: readonly LifeEvent[] = [
  {
    title: '买卖二手房',
    situation: '买方、卖方在网上过户',
    icon: 'house',
    keywords: ['卖房', '买房', '二手房'],
  },
  { title: '买了新房', situation: '办理新房的产权证书', icon: 'key', keywords: ['新房', '新建商品房'] },
  {
    title: '办房屋抵押',
    situation: '向银行借款，以房屋担保',
    icon: 'bank',
    keywords: ['房屋抵押', '抵押贷款', '办抵押'],
  },
  {
    title: '还清了贷款',
    situation: '注销房屋上的抵押',
    icon: 'shield',
    keywords: ['还清贷款', '解押', '解除抵押'],
  },
  { title: '赠与、继承房屋', situation: '家人之间转移房屋', icon: 'gift', keywords: ['赠与', '继承'] },
  { title: '带着贷款卖房', situation: '不用先还清，带押过户', icon: 'money', keywords: ['带押过户'] },
  { title: '房屋信息变了', situation: '姓名、地址、面积等变更', icon: 'edit', keywords: ['改名', '变更'] },
];

const hasKeyword = (business: BusinessSummary, words: readonly string[]): boolean =>
  business.keywords.some((keyword) => words.some((word) => keyword.includes(word)));

export interface OfferedEvent extends Omit<LifeEvent, 'keywords'> {
  to: string;
}

/**
 * Straight to the guide where one business answers, else to the list of those that do. What nothing behind the own door answers, a bank or
 * another applicant may do: `elsewhere` is asked then.
 */
export function offeredEvents(
  businesses: readonly BusinessSummary[],
  elsewhere: readonly BusinessSummary[] = [],
): OfferedEvent[] {
  return lifeEvents.flatMap((event) => {
    const answering = (each: readonly BusinessSummary[]) =>
      each.filter((business) => hasKeyword(business, event.keywords));
    const own = answering(businesses);
    const found = own.length > 0 ? own : answering(elsewhere);
    if (found.length === 0) return [];
    const first = found[0] as BusinessSummary;
    const to =
      found.length === 1
        ? `/businesses/${encodeURIComponent(first.code)}`
        : `/businesses?q=${encodeURIComponent(bestWord(found, event))}`;
    return [{ ...event, to }];
  });
}

/** The word that finds most of them in the list. */
function bestWord(found: readonly BusinessSummary[], event: LifeEvent): string {
  const counted = event.keywords.map((word) => ({ word, count: searchBusinesses(found, word).length }));
  return counted.toSorted((a, b) => b.count - a.count)[0]?.word ?? event.title;
}

/** Groups in the order in which bodies that work with the registry every day come for them. */
const usualGroups: readonly { group: string; icon: IconName }[] = [
  { group: '抵押', icon: 'bank' },
  { group: '注销', icon: 'shield' },
  { group: '预告', icon: 'calendar' },
  { group: '转移', icon: 'house' },
  { group: '协同', icon: 'people' },
  { group: '首次', icon: 'key' },
  { group: '其他', icon: 'document' },
];
const mostUsual = 8;

/** What banks, developers and courts come for has no story: their own businesses by name, straight to the guide. */
export function usualWork(businesses: readonly BusinessSummary[]): OfferedEvent[] {
  const inGroups = (each: readonly BusinessSummary[]) =>
    usualGroups.flatMap(({ group, icon }) =>
      each.filter((business) => business.group === group).map((business) => ({ business, icon })),
    );
  // Those of the province's table come first: what is offered beyond it is rarer.
  return [
    ...inGroups(businesses.filter(({ list }) => list !== undefined)),
    ...inGroups(businesses.filter(({ list }) => list === undefined)),
  ]
    .slice(0, mostUsual)
    .map(({ business: { code, name, summary }, icon }) => ({
      title: name,
      situation: summary.split(/[：；，。]/)[0] ?? '',
      icon,
      to: `/businesses/${encodeURIComponent(code)}`,
    }));
}
