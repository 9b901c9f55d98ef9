import type { Application, LegalSituation, Subject } from '../legal-case.ts';
import { civil, civilUnread, detailed, enforcement, regulation } from '../sources.ts';

const home: LegalSituation = { units: [{ held: ['甲'] }] };
const sale: Application = {
  apply: 'sep-house-transfer',
  parties: { transferor: ['甲'], transferee: ['乙'] },
  form: { riskAcknowledged: false },
};
const half = (who: '甲' | '乙' | '丙' | '丁') => ({ who, share: [1, 2] }) as const;

export const partsOfATitle: Subject = {
  title: '份额、合并与裁判',
  cases: [
    {
      no: '份-01',
      asks: '按份共有人把自己的份额赠与外人，须核对优先购买权吗',
      situation: { units: [{ held: [half('甲'), half('丙')] }] },
      act: { ...sale, form: { ground: 'gift', price: '0' } },
      outcome: { accepted: true },
      ...civil(305),
    },
    {
      no: '份-02',
      asks: '同一受让人填写两次',
      situation: home,
      act: { ...sale, parties: { transferor: ['甲'], transferee: ['乙', '乙'] }, form: { coOwnership: '1' } },
      outcome: { not: 'begun', because: 'INVALID_REQUEST' },
      ...regulation(18),
    },
    {
      no: '份-03',
      asks: '受让份额写为零',
      situation: home,
      act: {
        ...sale,
        parties: {
          transferor: ['甲'],
          transferee: [
            { who: '乙', share: [0, 1] },
            { who: '丁', share: [1, 1] },
          ],
        },
        form: { coOwnership: '2' },
      },
      outcome: { not: 'begun', because: 'INVALID_REQUEST' },
      ...civil(298),
    },
    {
      no: '份-04',
      asks: '两人受让的份额分母很大而合计正好是全部',
      situation: home,
      act: {
        ...sale,
        parties: {
          transferor: ['甲'],
          transferee: [
            { who: '乙', share: [1, 999999] },
            { who: '丁', share: [999998, 999999] },
          ],
        },
        form: { coOwnership: '2' },
      },
      outcome: { register: { held: ['乙', '丁'], shares: ['1/999999', '999998/999999'] } },
      ...civil(298),
    },
    {
      no: '份-05',
      asks: '两名继承人的份额合计不足全部',
      situation: { units: [{ held: ['已故者'] }] },
      act: {
        apply: 'per-inheritance',
        parties: {
          formerHolder: ['已故者'],
          transferee: [
            { who: '乙', share: [1, 2] },
            { who: '丁', share: [1, 3] },
          ],
        },
        form: { ground: 'inheritance', notarised: true, coOwnership: '2' },
      },
      outcome: { not: 'accepted', because: 'SHARES_ADD_UP' },
      ...civil(298),
    },
    {
      no: '份-06',
      asks: '宅基地上的房屋能否继承',
      situation: { units: [{ right: '6', held: ['已故者'] }] },
      act: {
        apply: 'per-inheritance',
        parties: { formerHolder: ['已故者'], transferee: ['乙'] },
        form: { ground: 'inheritance', notarised: true },
      },
      outcome: { accepted: true },
      ...civilUnread(1122),
    },
    {
      no: '份-07',
      asks: '合并的单元之一已抵押，抵押权人没有同意',
      situation: {
        units: [
          { held: ['甲'] },
          { held: ['甲'], on: 'A' },
          { held: [], on: 'A', facts: { area: '197.52' } },
        ],
        past: [{ event: 'mortgage', unit: 'B', to: '银行' }],
      },
      act: {
        apply: 'unit-merger',
        channel: 'counter',
        units: ['A', 'B'],
        parties: { holder: ['甲'] },
        form: { successors: ['@C'] },
      },
      outcome: { not: 'accepted', because: 'DIVISION_CONSENTED' },
      ...detailed(26),
    },
    {
      no: '份-08',
      asks: '合并的单元之一设有居住权，居住权人没有同意',
      situation: {
        units: [
          { held: ['甲'] },
          { held: ['甲'], on: 'A' },
          { held: [], on: 'A', facts: { area: '197.52' } },
        ],
        past: [{ event: 'habitation', unit: 'B', of: '丙' }],
      },
      act: {
        apply: 'unit-merger',
        channel: 'counter',
        units: ['A', 'B'],
        parties: { holder: ['甲'] },
        form: { successors: ['@C'] },
      },
      outcome: { not: 'accepted', because: 'DIVISION_CONSENTED' },
      ...detailed(26),
    },
    {
      no: '份-13',
      asks: '合并的单元之一设有居住权，居住权人同意，随原单元注销吗',
      situation: {
        units: [
          { held: ['甲'] },
          { held: ['甲'], on: 'A' },
          { held: [], on: 'A', facts: { area: '197.52' } },
        ],
        past: [{ event: 'habitation', unit: 'B', of: '丙' }],
      },
      act: {
        apply: 'unit-merger',
        channel: 'counter',
        units: ['A', 'B'],
        parties: { holder: ['甲'], consenting: ['丙'] },
        form: { successors: ['@C'] },
      },
      outcome: {
        register: {
          A: { held: [], closed: 'merger' },
          B: { closed: 'merger', habitations: [] },
          C: { held: ['甲'], habitations: [] },
        },
      },
      ...detailed(26),
    },
    {
      no: '份-14',
      asks: '合并的单元之一有异议登记',
      situation: {
        units: [
          { held: ['甲'] },
          { held: ['甲'], on: 'A' },
          { held: [], on: 'A', facts: { area: '197.52' } },
        ],
        past: [{ event: 'objection', unit: 'B', by: '丙' }],
      },
      act: {
        apply: 'unit-merger',
        channel: 'counter',
        units: ['A', 'B'],
        parties: { holder: ['甲'] },
        form: { successors: ['@C'] },
      },
      outcome: { not: 'accepted', because: 'DIVISION_UNDISPUTED' },
      ...detailed(26),
    },
    {
      no: '份-09',
      asks: '已灭失注销的单元能否换证',
      situation: { units: [{ held: ['甲'] }], past: [{ event: 'loss' }] },
      act: { apply: 'sep-certificate-exchange', parties: { holder: ['甲'] } },
      outcome: { not: 'begun', because: '已注销' },
      ...regulation(22),
    },
    {
      no: '份-10',
      asks: '没有限制登记而申请解除',
      situation: home,
      act: { apply: 'unit-unlock', channel: 'counter', parties: { authority: ['法院'] } },
      outcome: { not: 'accepted', because: 'LOCK_STANDS' },
      ...regulation(22),
    },
    {
      no: '份-11',
      asks: '查封的房屋凭查封法院以外的判决过户',
      situation: { ...home, past: [{ event: 'seizure', by: '法院' }] },
      act: {
        apply: 'per-judgment-transfer',
        parties: { formerHolder: ['甲'], transferee: ['乙'] },
        form: { authority: '@另一法院' },
      },
      outcome: { not: 'accepted', because: 'ORDERED_BY_WHO_SEIZED' },
      ...enforcement(23),
    },
    {
      no: '份-12',
      asks: '依查封法院的裁定过户后，查封消灭吗',
      situation: { ...home, past: [{ event: 'seizure', by: '法院' }] },
      act: {
        apply: 'per-judgment-transfer',
        parties: { formerHolder: ['甲'], transferee: ['乙'] },
        form: { authority: '@法院' },
      },
      outcome: { register: { held: ['乙'] } },
      ...enforcement(23),
    },
  ],
};
