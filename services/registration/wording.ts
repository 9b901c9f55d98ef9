import { lastDayOf, type Right, type SealedHolder, type UnitFacts } from '@hengchan/register';
import {
  formatArea,
  formatDate,
  formatShare,
  formatUnitCode,
  formatYuan,
  nameOf,
  toShanghaiDate,
} from '@hengchan/standards';
import { limitedPairs, limitedTitle } from './wording-limited.ts';

/** How the register is put into Chinese words: one place for screens, sheets and certificates. */
export interface Item {
  label: string;
  value: string;
}

const items = (...pairs: readonly (readonly [string, string | number | undefined])[]): Item[] =>
  pairs.flatMap(([label, value]) =>
    value === undefined || value === '' ? [] : [{ label, value: String(value) }],
  );

const named = (dictionary: string, code: string | undefined) =>
  code === undefined ? undefined : (nameOf(dictionary, code) ?? code);

const squareMetres = (area: string | undefined) =>
  area === undefined ? undefined : `${formatArea(area)} 平方米`;

/** A calendar day `2026-11-20` in words. */
const day = (text: string | undefined) => (text === undefined ? undefined : formatDate(text));

/** 土地使用期限, as certificates put it. */
export function landTerm(unit: UnitFacts): string | undefined {
  if (!unit.landTermTo) return undefined;
  return unit.landTermFrom
    ? `${formatDate(unit.landTermFrom)}起${formatDate(unit.landTermTo)}止`
    : `${formatDate(unit.landTermTo)}止`;
}

/** 自然状况. */
export function unitItems(unit: UnitFacts): Item[] {
  return items(
    ['不动产单元号', formatUnitCode(unit.code)],
    ['坐落', unit.location],
    [unit.kind === 'house' ? '建筑面积' : '宗地面积', squareMetres(unit.area)],
    ['土地面积', squareMetres(unit.landArea)],
    [unit.kind === 'house' ? '规划用途' : '土地用途', purposeOf(unit)],
    ['权利性质', natureOf(unit)],
    ['房屋结构', named('FWJG', unit.structure)],
    ['总层数', unit.totalFloors],
    ['所在层', unit.floor],
    ['幢号', unit.buildingNo],
    ['房号', unit.roomNo],
    ['竣工时间', day(unit.completedOn)],
    ['土地使用期限', landTerm(unit)],
    ['宗地代码', unit.parcelCode],
  );
}

/** 用途 of the unit itself, in a word. */
export const useOf = (unit: UnitFacts): string =>
  named(unit.kind === 'house' ? 'GHYT' : 'TDYT', unit.use) ?? unit.use;

/** 用途: land and house. */
export function purposeOf(unit: UnitFacts): string {
  const house = unit.kind === 'house' ? named('GHYT', unit.use) : named('TDYT', unit.use);
  const land = unit.kind === 'house' ? named('TDYT', unit.landUse) : undefined;
  return [land, house].filter(Boolean).join('／');
}

/** 权利性质: of the land, and of the house. */
export function natureOf(unit: UnitFacts): string {
  return [named('QLXZ', unit.rightsNature), named('FWXZ', unit.houseNature)].filter(Boolean).join('／');
}

/** The name of a right or restriction as headings give it. */
export function rightTitle(right: Right): string {
  switch (right.kind) {
    case 'ownership':
      return named('QLLX', right.rightType) ?? '所有权';
    case 'mortgage':
      return right.content.mode === '2' ? '最高额抵押权' : '抵押权';
    case 'seizure':
      return right.queue > 0 ? '轮候查封' : (named('CFLX', right.content.kind) ?? '查封');
    default:
      return limitedTitle(right);
  }
}

export const coOwnershipTitle = (code: string) => named('GYFS', code) ?? code;

export const idTypeName = (code: string) => named('ZJZL', code) ?? code;

export const holderText = (holder: SealedHolder) =>
  holder.share ? `${holder.name}（${formatShare(holder.share)}）` : holder.name;

const instantDay = (text: string | undefined) =>
  text === undefined ? undefined : formatDate(toShanghaiDate(new Date(text)));

/** What a right says, in the order of the official sheet. */
export function rightItems(right: Right): Item[] {
  const holders = right.holders.map(holderText).join('、');
  const certificate = right.certificate;
  switch (right.kind) {
    case 'ownership':
      return items(
        ['权利人', holders],
        ['共有情况', coOwnershipTitle(right.coOwnership)],
        ['登记原因', right.content.reason],
        ['取得价格', right.content.price === undefined ? undefined : `${formatYuan(right.content.price)} 元`],
        ['不动产权证号', certificate],
      );
    case 'mortgage':
      return items(
        ['抵押权人', holders],
        ['抵押人', right.content.mortgagors.map((person) => person.name).join('、')],
        ['债务人', right.content.debtors.map((person) => person.name).join('、')],
        [
          right.content.mode === '2' ? '最高债权额' : '被担保主债权数额',
          `${formatYuan(right.content.principal)} 元`,
        ],
        [
          right.content.mode === '2' ? '债权确定期间' : '债务履行期限',
          `${formatDate(right.content.termFrom)}起${formatDate(right.content.termTo)}止`,
        ],
        ['抵押顺位', `第 ${right.rank} 顺位`],
        ['担保范围', right.content.scope],
        ['是否存在禁止或限制转让约定', right.content.transferRestricted ? '是' : '否'],
        ['不动产登记证明号', certificate],
      );
    case 'seizure':
      return items(
        ['查封机关', right.content.authority.name],
        ['查封文号', right.content.documentNumber],
        ['裁定文号', right.content.caseNumber],
        ['送达时间', instantDay(right.content.deliveredAt)],
        ['轮候顺位', right.queue > 0 ? `第 ${right.queue} 位` : undefined],
        ['查封期限起', instantDay(right.content.effectiveFrom)],
        ['查封期限止', right.content.effectiveUntil && formatDate(lastDayOf(right))],
        ['申请执行人', right.content.applicant],
        ['被执行人', right.content.respondent?.name],
      );
    default:
      return items(...limitedPairs(right, holders));
  }
}
