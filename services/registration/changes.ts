import { isDateText, yuan } from '@hengchan/standards';

/** What may be altered or corrected of a title and its unit, and the field of the register it is. */
export const matters = {
  name: '权利人姓名或名称',
  location: '坐落',
  area: '面积',
  use: '用途',
  term: '使用期限',
} as const;

export type Matter = keyof typeof matters;

/** What the form of an alteration or rectification says: each absent when it stays as it is. */
export interface Changes {
  newName?: string;
  oldName?: string;
  newLocation?: string;
  newArea?: string;
  newUse?: string;
  newTermTo?: string;
  coOwnership?: string;
}

const fieldOf = {
  name: 'newName',
  location: 'newLocation',
  area: 'newArea',
  use: 'newUse',
  term: 'newTermTo',
} as const satisfies Record<Matter, keyof Changes>;

const fields = [...Object.values(fieldOf), 'oldName', 'coOwnership'] as const;

/**
 * Reads a form: businesses about one matter have a field for it, those about any have `matter` and `newValue`.
 * Empty text counts as not given.
 */
export function changesIn(form: Readonly<Record<string, unknown>>): Changes {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  const changes: Changes = {};
  for (const field of fields) {
    const value = text(form[field]);
    if (value !== undefined) changes[field] = value;
  }
  const matter = text(form.matter);
  const newValue = text(form.newValue);
  if (matter !== undefined && Object.hasOwn(fieldOf, matter) && newValue !== undefined)
    changes[fieldOf[matter as Matter]] = newValue;
  return changes;
}

/** What may be altered of a right that limits a title, and the member of its content it is. */
export const rightMatters = {
  principal: '被担保债权数额（最高债权额）',
  term: '期限届满日',
  scope: '担保范围',
  restriction: '禁止或限制转让的约定',
  purpose: '利用目的和方法',
  conditions: '居住的条件和要求',
  amount: '买卖金额（被担保债权数额）',
  contract: '合同编号',
  registrable: '能够进行不动产登记之日',
  name: '预告登记权利人姓名或名称',
} as const;

export type RightMatter = keyof typeof rightMatters;

/** 是、否 as people write whether something is agreed. */
const agreed: Readonly<Record<string, boolean>> = { 是: true, 否: false };

/**
 * Reads which member of a right's content a form changes; nothing when its value cannot be recorded: an amount in yuan, a day, 是 or 否,
 * or words.
 */
export function rightChangeIn(form: Readonly<Record<string, unknown>>): Record<string, unknown> | undefined {
  const { matter, newValue } = form;
  if (typeof newValue !== 'string' || newValue === '') return undefined;
  switch (matter as RightMatter) {
    case 'principal':
    case 'amount':
      return /^(0|[1-9]\d{0,12})(\.\d{1,2})?$/.test(newValue) && Number(newValue) > 0
        ? { [matter as RightMatter]: yuan(newValue) }
        : undefined;
    case 'contract':
      return { contractNumber: newValue };
    case 'registrable':
      return isDateText(newValue) ? { registrableFrom: newValue } : undefined;
    case 'term':
      return isDateText(newValue) ? { termTo: newValue } : undefined;
    case 'restriction':
      return newValue in agreed ? { transferRestricted: agreed[newValue] } : undefined;
    case 'scope':
    case 'purpose':
    case 'conditions':
      return { [matter as RightMatter]: newValue };
    default:
      return undefined;
  }
}
