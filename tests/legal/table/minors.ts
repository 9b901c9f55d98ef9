import type { Subject } from '../legal-case.ts';
import { civil, civilUnread } from '../sources.ts';

const home = { units: [{ held: ['未成年人'] }] } as const;
const sell = { apply: 'sep-house-transfer' } as const;

/** Whether somebody is of age is what the police answer: the numbers of the demonstration do not tell. */
export const minors: Subject = {
  title: '未成年人',
  cases: [
    {
      no: '未-1',
      asks: '未成年人名下的房屋出卖，没有监护人参加',
      situation: home,
      act: { ...sell, parties: { transferor: ['未成年人'], transferee: ['乙'] } },
      outcome: { not: 'approved', because: 'GUARDIAN_TAKES_PART' },
      ...civilUnread(23),
    },
    {
      no: '未-2',
      asks: '监护人代为申请并保证为被监护人利益，还须人工核对吗',
      situation: home,
      act: { ...sell, parties: { transferor: ['未成年人'], transferee: ['乙'], guardian: ['丙'] } },
      outcome: { person: 'MINORS_PROTECTED' },
      ...civil(35),
    },
    {
      no: '未-3',
      asks: '监护人代为申请、核对无误的，登记后归受让人吗',
      situation: home,
      act: { ...sell, parties: { transferor: ['未成年人'], transferee: ['乙'], guardian: ['丙'] } },
      outcome: { register: { held: ['乙'] } },
      ...civil(35),
    },
    {
      no: '未-4',
      asks: '监护人把被监护人的房屋转让给自己',
      situation: home,
      act: { ...sell, parties: { transferor: ['未成年人'], transferee: ['丙'], guardian: ['丙'] } },
      outcome: { not: 'approved', because: 'GUARDIAN_TAKES_PART' },
      ...civil(35),
    },
    {
      no: '未-5',
      asks: '未成年人买房，没有监护人代为申请',
      situation: { units: [{ held: ['甲'] }] },
      act: { ...sell, parties: { transferor: ['甲'], transferee: ['未成年人'] } },
      outcome: { not: 'approved', because: 'GUARDIAN_TAKES_PART' },
      ...civilUnread(23),
    },
    {
      no: '未-6',
      asks: '未成年人买房，监护人代为申请，登记在其名下吗',
      situation: { units: [{ held: ['甲'] }] },
      act: { ...sell, parties: { transferor: ['甲'], transferee: ['未成年人'], guardian: ['丙'] } },
      outcome: { register: { held: ['未成年人'] } },
      ...civilUnread(23),
    },
    {
      no: '未-7',
      asks: '未成年人名下的房屋抵押，没有监护人参加',
      situation: home,
      act: { apply: 'sep-mortgage-first', parties: { mortgagor: ['未成年人'], mortgagee: ['银行'] } },
      outcome: { not: 'approved', because: 'GUARDIAN_TAKES_PART' },
      ...civilUnread(23),
    },
    {
      no: '未-8',
      asks: '监护人代为申请并保证为被监护人利益，核对无误的，抵押登记吗',
      situation: home,
      act: {
        apply: 'sep-mortgage-first',
        parties: { mortgagor: ['未成年人'], mortgagee: ['银行'], guardian: ['丙'] },
      },
      outcome: { register: { mortgages: ['1 银行'] } },
      ...civil(35),
    },
  ],
};
