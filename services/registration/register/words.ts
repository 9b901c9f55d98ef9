import type { Closure, Right, UnitKind, UnitState } from '@hengchan/register';
import { formatDate, formatUnitCode, toShanghaiDate } from '@hengchan/standards';
import type { Item } from '../wording.ts';

/** What only the register page says in words. */

export const kindTitles: Record<UnitKind, string> = {
  house: '房屋',
  land: '土地',
  forest: '林木',
  sea: '海域',
  structure: '构筑物',
};

export const closureTitles: Record<Closure['how'], string> = {
  split: '分割',
  merger: '合并',
  loss: '灭失',
  renumbering: '重新编码',
};

/** 该不动产单元已因分割注销，后继单元：… */
export function closureText({ how, successors }: Closure): string {
  const said = `该不动产单元已因${closureTitles[how]}注销`;
  return successors.length === 0
    ? `${said}。`
    : `${said}，后继单元：${successors.map(formatUnitCode).join('、')}。`;
}

/** 其他: what is on the page besides nature, titles and restrictions. */
export function otherItems(state: UnitState, predecessors: readonly string[]): Item[] {
  const title = state.rights.find((right) => right.kind === 'ownership');
  const content = title?.kind === 'ownership' ? title.content : undefined;
  const items: Item[] = [];
  if (predecessors.length > 0)
    items.push({ label: '前身单元', value: predecessors.map(formatUnitCode).join('、') });
  if (state.closed) {
    items.push({ label: '注销情况', value: closureText(state.closed) });
    items.push({ label: '注销原因', value: state.closed.reason });
    items.push({ label: '注销时间', value: formatDate(toShanghaiDate(state.closed.at)) });
  }
  if (content?.commonParts) items.push({ label: '业主共有部分', value: '业主共有，不发不动产权证书' });
  if (content?.courtDocument) items.push({ label: '生效法律文书', value: content.courtDocument });
  if (content?.remark) items.push({ label: '附记', value: content.remark });
  return items;
}

/** What a registrar has to know about a unit at a glance, from its rights and whether its page is closed. */
export function flagsOf({ rights, closed }: UnitState) {
  const has = (kind: Right['kind']) => rights.some((right) => right.kind === kind);
  return {
    seized: has('seizure'),
    mortgaged: has('mortgage'),
    noticed: has('advance-notice'),
    objected: has('objection'),
    locked: has('lock'),
    inhabited: has('habitation'),
    closed: closed !== undefined,
  };
}

/** An easement is a right on the page of the land it serves, and a burden on the page of the land that serves (民法典 372). */
export const isBurden = (right: Right): boolean =>
  right.kind !== 'ownership' && !(right.kind === 'easement' && right.content.side === 'dominant');
