import type { Application, LegalSituation, Subject } from '../legal-case.ts';
import { civil, deedTax, detailed, enforcement } from '../sources.ts';

const left: LegalSituation = { units: [{ held: ['已故者'] }] };
const home: LegalSituation = { units: [{ held: ['甲'] }] };
const inherit: Application = {
  apply: 'per-inheritance',
  parties: { formerHolder: ['已故者'], transferee: ['乙'] },
  form: { ground: 'inheritance', notarised: true },
};
const judged = (authority: string): Application => ({
  apply: 'per-judgment-transfer',
  parties: { formerHolder: ['甲'], transferee: ['乙'] },
  form: { authority },
});
const couple: Application = {
  apply: 'per-spouses-division',
  parties: { transferor: ['夫'], transferee: ['妻'] },
};

export const passingByLaw: Subject = {
  title: '继承、裁判与夫妻析产',
  cases: [
    {
      no: '承-01',
      asks: '继承人单方申请能否受理',
      situation: left,
      act: inherit,
      outcome: { accepted: true },
      ...civil(230),
    },
    {
      no: '承-02',
      asks: '被继承人还在世',
      situation: home,
      act: { ...inherit, parties: { formerHolder: ['甲'], transferee: ['乙'] } },
      outcome: { not: 'approved', because: 'DECEDENT_DECEASED' },
      ...civil(230),
    },
    {
      no: '承-03',
      asks: '被继承人不是登记簿上的权利人',
      situation: home,
      act: inherit,
      outcome: { not: 'accepted', because: 'FORMER_HOLDER_REGISTERED' },
      ...detailed(14),
    },
    {
      no: '承-04',
      asks: '设有抵押的遗产能否继承',
      situation: { ...left, past: [{ event: 'mortgage', to: '银行', restricted: true }] },
      act: inherit,
      outcome: { accepted: true },
      ...civil(230),
    },
    {
      no: '承-05',
      asks: '查封中的遗产能否办理继承登记',
      situation: { ...left, past: [{ event: 'seizure', by: '法院' }] },
      act: inherit,
      outcome: { not: 'accepted', because: 'UNIT_NOT_SEIZED' },
      ...enforcement(24),
    },
    {
      no: '判-01',
      asks: '凭生效判决单方申请，须核对法律文书吗',
      situation: home,
      act: judged('演示市人民法院'),
      outcome: { person: 'JUDGMENT_EXAMINED' },
      ...civil(229),
    },
    {
      no: '判-02',
      asks: '被别的法院查封的，凭另一机关的文书过户',
      situation: { ...home, past: [{ event: 'seizure', by: '法院' }] },
      act: judged('演示市仲裁委员会'),
      outcome: { not: 'accepted', because: 'ORDERED_BY_WHO_SEIZED' },
      ...enforcement(23),
    },
    {
      no: '判-03',
      asks: '依查封法院的执行裁定过户',
      situation: { ...home, past: [{ event: 'seizure', by: '法院' }] },
      act: judged('@法院'),
      outcome: { accepted: true },
      ...enforcement(23),
    },
    {
      no: '判-04',
      asks: '文书载明的原权利人不是登记簿上的权利人',
      situation: { units: [{ held: ['丙'] }] },
      act: judged('演示市人民法院'),
      outcome: { not: 'accepted', because: 'FORMER_HOLDER_REGISTERED' },
      ...civil(229),
    },
    {
      no: '判-05',
      asks: '设有登记的禁止转让约定，判决过户受其限制吗',
      situation: { ...home, past: [{ event: 'mortgage', to: '银行', restricted: true }] },
      act: judged('演示市人民法院'),
      outcome: { accepted: true },
      ...civil(229),
    },
    {
      no: '夫-01',
      asks: '婚姻存续期间夫妻之间变更权利人',
      situation: { units: [{ held: ['夫'] }] },
      act: couple,
      outcome: { register: { held: ['妻'] } },
      ...deedTax(6),
    },
    {
      no: '夫-02',
      asks: '没有婚姻登记的两人，适用夫妻析产吗',
      situation: home,
      act: { ...couple, parties: { transferor: ['甲'], transferee: ['乙'] } },
      outcome: { not: 'approved', because: 'SPOUSES_MARRIED' },
      ...deedTax(6),
    },
  ],
};
