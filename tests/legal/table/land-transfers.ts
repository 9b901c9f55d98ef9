import type { Subject } from '../legal-case.ts';
import { civil, civilUnread, detailed, landLaw, regulation } from '../sources.ts';

const sell = { apply: 'sep-house-transfer' } as const;

export const landTransfers: Subject = {
  title: '土地与农房的转移',
  cases: [
    {
      no: '转-18',
      asks: '宗地上有已登记的房屋，土地能否单独转让',
      situation: {
        units: [
          { right: '3', held: ['甲公司'] },
          { held: ['甲公司'], on: 'A' },
        ],
      },
      act: { apply: 'sep-state-land-transfer', parties: { transferor: ['甲公司'], transferee: ['乙公司'] } },
      outcome: { not: 'accepted', because: 'LAND_IS_CLEAR' },
      ...civil(356),
    },
    {
      no: '转-19',
      asks: '净地转让，登记后归受让人吗',
      situation: { units: [{ right: '3', held: ['甲公司'] }] },
      act: { apply: 'sep-state-land-transfer', parties: { transferor: ['甲公司'], transferee: ['乙公司'] } },
      outcome: { register: { held: ['乙公司'] } },
      ...civilUnread(355),
    },
    {
      no: '转-33',
      asks: '宅基地房屋卖给不是本集体成员的人',
      situation: { units: [{ right: '6', held: ['村民甲'] }] },
      act: {
        apply: 'sep-homestead-house-transfer',
        parties: { transferor: ['村民甲'], transferee: ['村民乙'] },
        form: { membership: 'outsider' },
      },
      outcome: { not: 'accepted', because: 'HOMESTEAD_TRANSFEREE_ELIGIBLE' },
      ...landLaw(62),
    },
    {
      no: '转-34',
      asks: '受让的成员已有一处宅基地',
      situation: {
        units: [
          { right: '6', held: ['村民甲'] },
          { right: '5', held: ['村民乙'] },
        ],
      },
      act: {
        apply: 'sep-homestead-house-transfer',
        parties: { transferor: ['村民甲'], transferee: ['村民乙'] },
      },
      outcome: { not: 'accepted', because: 'HOMESTEAD_TRANSFEREE_ELIGIBLE' },
      ...landLaw(62),
    },
    {
      no: '转-35',
      asks: '宅基地房屋卖给没有宅基地的本集体成员',
      situation: { units: [{ right: '6', held: ['村民甲'] }] },
      act: {
        apply: 'sep-homestead-house-transfer',
        parties: { transferor: ['村民甲'], transferee: ['村民乙'] },
      },
      outcome: { accepted: true },
      ...landLaw(62),
    },
    {
      no: '转-36',
      asks: '用城镇房屋的业务办理农房转移',
      situation: { units: [{ right: '6', held: ['村民甲'] }] },
      act: { ...sell, parties: { transferor: ['村民甲'], transferee: ['乙'] } },
      outcome: { not: 'accepted', because: 'RIGHT_TYPE_FITS' },
      ...regulation(18),
    },
    {
      no: '转-39',
      asks: '农民集体之间调整土地所有权',
      situation: { units: [{ right: '1', held: ['村集体'] }] },
      act: {
        apply: 'sep-collective-ownership-transfer',
        parties: { transferor: ['村集体'], transferee: ['邻村集体'] },
      },
      outcome: { register: { held: ['邻村集体'] } },
      ...detailed(31),
    },
    {
      no: '转-40',
      asks: '承包地转让给他人',
      situation: { units: [{ right: '9', held: ['村民甲'] }] },
      act: {
        apply: 'sep-contracted-land-transfer',
        parties: { transferor: ['村民甲'], transferee: ['村民乙'] },
      },
      outcome: { register: { held: ['村民乙'] } },
      ...civilUnread(334),
    },
  ],
};
