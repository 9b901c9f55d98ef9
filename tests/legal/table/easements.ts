import type { Application, LegalSituation, Subject } from '../legal-case.ts';
import { civil } from '../sources.ts';

const lands: LegalSituation = {
  units: [
    { right: '3', held: ['甲公司'] },
    { right: '3', held: ['乙公司'] },
  ],
};
const eased: LegalSituation = { ...lands, past: [{ event: 'easement', over: 'A', for: 'B' }] };
const ease: Application = {
  apply: 'sep-easement-first',
  units: ['A', 'B'],
  parties: { servient: ['甲公司'], dominant: ['乙公司'] },
};
const both = { units: ['A', 'B'], parties: { servient: ['甲公司'], dominant: ['乙公司'] } } as const;

export const easements: Subject = {
  title: '地役权',
  cases: [
    {
      no: '役-01',
      asks: '地役权记在供役地、需役地两本登记簿上吗',
      situation: lands,
      act: ease,
      outcome: { register: { A: { easements: 1 }, B: { easements: 1 } } },
      ...civil(374),
    },
    {
      no: '役-02',
      asks: '供役地、需役地填反了',
      situation: lands,
      act: { ...ease, units: ['B', 'A'] },
      outcome: { not: 'accepted', because: 'EASEMENT_PARTIES_HOLD' },
      ...civil(372),
    },
    {
      no: '役-03',
      asks: '只有一块地能否设立地役权',
      situation: lands,
      act: { ...ease, units: ['A'] },
      outcome: { not: 'begun', because: '不动产单元应为' },
      ...civil(372),
    },
    {
      no: '役-04',
      asks: '供役地被查封，能否设立地役权',
      situation: { ...lands, past: [{ event: 'seizure', by: '法院' }] },
      act: ease,
      outcome: { not: 'accepted', because: 'UNIT_NOT_SEIZED' },
      article: '查扣冻规定第 24 条',
      verified: true,
    },
    {
      no: '役-05',
      asks: '供役地已预告登记给他人，未经同意能否设立地役权',
      situation: { ...lands, past: [{ event: 'notice', of: '乙', by: '甲公司' }] },
      act: ease,
      outcome: { not: 'accepted', because: 'NOTICE_CONSENTED' },
      ...civil(221),
    },
    {
      no: '役-06',
      asks: '地役权期限超过土地使用权的剩余期限',
      situation: lands,
      act: { ...ease, form: { termFrom: '2026-11-20', termTo: '2099-01-01' } },
      outcome: { not: 'accepted', because: 'TERM_IN_ORDER' },
      ...civil(377),
    },
    {
      no: '役-07',
      asks: '地役权变更利用方法，两本登记簿都变更吗',
      situation: eased,
      act: {
        apply: 'sep-easement-alteration',
        ...both,
        form: { matter: 'purpose', newValue: '铺设管线' },
      },
      outcome: {
        register: {
          A: { easements: 1, says: { kind: 'easement', content: { purpose: '铺设管线' } } },
          B: { easements: 1, says: { kind: 'easement', content: { purpose: '铺设管线' } } },
        },
      },
      ...civil(385),
    },
    {
      no: '役-08',
      asks: '注销地役权，两本登记簿都注销吗',
      situation: eased,
      act: { apply: 'sep-easement-cancellation', ...both },
      outcome: { register: { A: { easements: 0 }, B: { easements: 0 } } },
      ...civil(385),
    },
    {
      no: '役-09',
      asks: '需役地已转让，地役权能否一并转移',
      situation: { ...eased, past: [...(eased.past ?? []), { event: 'transfer', unit: 'B', to: '丙' }] },
      act: {
        apply: 'sep-easement-transfer',
        units: ['A', 'B'],
        parties: { servient: ['甲公司'], dominant: ['乙公司'], newDominant: ['丙'] },
      },
      outcome: { register: { A: { easements: 1 }, B: { easements: 1, held: ['丙'] } } },
      ...civil(380),
    },
    {
      no: '役-10',
      asks: '需役地没有转让，地役权能否单独转让',
      situation: eased,
      act: {
        apply: 'sep-easement-transfer',
        units: ['A', 'B'],
        parties: { servient: ['甲公司'], dominant: ['乙公司'], newDominant: ['丙'] },
      },
      outcome: { not: 'accepted', because: 'EASEMENT_PARTIES_HOLD' },
      ...civil(380),
    },
    {
      no: '役-11',
      asks: '供役地转让，地役权还在吗',
      situation: { ...eased, past: [...(eased.past ?? []), { event: 'transfer', to: '丙' }] },
      act: { look: 0 },
      outcome: { register: { A: { held: ['丙'], easements: 1 }, B: { easements: 1 } } },
      ...civil(383),
    },
  ],
};
