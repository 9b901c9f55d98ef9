import type { Application, LegalSituation, Subject } from '../legal-case.ts';
import { civil, detailed } from '../sources.ts';

const home: LegalSituation = { units: [{ held: ['甲'] }] };
const objected = (daysAgo: number): LegalSituation => ({
  ...home,
  past: [{ event: 'objection', by: '丙', daysAgo }],
});
const object: Application = { apply: 'sep-objection', parties: { objector: ['丙'] } };
const sameMatter = { matter: '登记权利人与实际权利人不一致' };
const suit: Application = { apply: 'objection-suit', channel: 'counter', parties: { objector: ['丙'] } };
const end: Application = { apply: 'sep-objection-cancellation', parties: { objector: ['丙'] } };

export const objections: Subject = {
  title: '异议登记',
  cases: [
    {
      no: '异-01',
      asks: '权利人不同意更正，利害关系人能否单方申请异议登记',
      situation: home,
      act: object,
      outcome: { register: { held: ['甲'], objections: ['丙'] } },
      ...civil(220),
    },
    {
      no: '异-02',
      asks: '登记簿上的权利人自己能否申请异议登记',
      situation: home,
      act: { ...object, parties: { objector: ['甲'] } },
      outcome: { not: 'accepted', because: 'OBJECTOR_NOT_HOLDER' },
      ...civil(220),
    },
    {
      no: '异-03',
      asks: '异议登记后第 15 日，没有起诉，异议还有效吗',
      situation: objected(0),
      act: { look: 15 },
      outcome: { register: { objections: ['丙'] } },
      ...civil(220),
    },
    {
      no: '异-04',
      asks: '异议登记后第 16 日，没有起诉，异议还有效吗',
      situation: objected(0),
      act: { look: 16 },
      outcome: { register: { objections: [] } },
      ...civil(220),
    },
    {
      no: '异-05',
      asks: '十五日内提交起诉材料的，十五日后异议还有效吗',
      situation: { ...home, past: [{ event: 'objection', by: '丙', suit: true }] },
      act: { look: 100 },
      outcome: { register: { objections: ['丙'] } },
      ...detailed(83),
    },
    {
      no: '异-06',
      asks: '异议有效期间提交受理案件通知书，异议保留吗',
      situation: objected(10),
      act: suit,
      outcome: { register: { objections: ['丙'] } },
      ...detailed(83),
    },
    {
      no: '异-07',
      asks: '失效以后才提交受理案件通知书',
      situation: objected(17),
      act: suit,
      outcome: { not: 'accepted', because: 'RIGHT_CHOSEN' },
      ...civil(220),
    },
    {
      no: '异-08',
      asks: '同一申请人的异议还有效，再次申请',
      situation: objected(3),
      act: { ...object, form: { matter: '另一项理由' } },
      outcome: { not: 'accepted', because: 'OBJECTION_NEW' },
      ...detailed(83),
    },
    {
      no: '异-09',
      asks: '异议失效后，以同一理由再次申请',
      situation: objected(17),
      act: { ...object, form: sameMatter },
      outcome: { not: 'accepted', because: 'OBJECTION_NEW' },
      ...detailed(83),
    },
    {
      no: '异-10',
      asks: '异议失效后，以另外的事项和理由申请',
      situation: objected(17),
      act: { ...object, form: { matter: '登记的面积多计了公共部位' } },
      outcome: { accepted: true },
      ...detailed(83),
    },
    {
      no: '异-11',
      asks: '另一个利害关系人提出异议，受前一个异议影响吗',
      situation: objected(3),
      act: { ...object, parties: { objector: ['丁'] } },
      outcome: { register: { objections: ['丙', '丁'] } },
      ...civil(220),
    },
    {
      no: '异-12',
      asks: '查封中的不动产能否办理异议登记',
      situation: { ...home, past: [{ event: 'seizure', by: '法院' }] },
      act: object,
      outcome: { register: { objections: ['丙'], seizures: ['0 法院'] } },
      ...civil(220),
    },
    {
      no: '异-13',
      asks: '限制登记中的不动产能否办理异议登记',
      situation: { ...home, past: [{ event: 'lock' }] },
      act: object,
      outcome: { accepted: true },
      ...civil(220),
    },
    {
      no: '异-14',
      asks: '异议申请人自己申请注销异议',
      situation: objected(3),
      act: end,
      outcome: { register: { objections: [] } },
      ...detailed(28),
    },
    {
      no: '异-15',
      asks: '不是异议申请人，能否申请注销他人的异议',
      situation: objected(3),
      act: { ...end, parties: { objector: ['丁'] } },
      outcome: { not: 'accepted', because: 'RIGHT_CHOSEN' },
      ...detailed(28),
    },
    {
      no: '异-16',
      asks: '异议登记后变更坐落，异议影响变更登记吗',
      situation: objected(3),
      act: {
        apply: 'sep-house-alteration',
        parties: { holder: ['甲'] },
        form: { matter: 'location', newValue: '常州市天宁区和煦东路9号' },
      },
      outcome: { accepted: true },
      ...detailed(84),
    },
  ],
};
