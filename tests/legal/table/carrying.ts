import type { Application, LegalSituation, Subject } from '../legal-case.ts';
import { civil, detailed, enforcement, regulation, security } from '../sources.ts';

const home: LegalSituation = { units: [{ held: ['甲'] }] };
const mortgage: Application = {
  apply: 'sep-mortgage-first',
  parties: { mortgagor: ['甲'], mortgagee: ['另一银行'] },
};
const live: Application = {
  apply: 'habitation-first',
  channel: 'counter',
  parties: { holder: ['甲'], resident: ['丙'] },
};

export const carrying: Subject = {
  title: '带着负担的处分',
  cases: [
    {
      no: '带-01',
      asks: '抵押的房屋转让后债权消灭，原抵押权人申请注销抵押',
      situation: {
        ...home,
        past: [
          { event: 'mortgage', to: '银行', daysAgo: 30 },
          { event: 'transfer', to: '乙' },
        ],
      },
      act: { apply: 'mortgage-cancellation', channel: 'counter', parties: { mortgagee: ['银行'] } },
      outcome: { register: { held: ['乙'], mortgages: [] } },
      ...civil(393),
    },
    {
      no: '带-02',
      asks: '受让带抵押的房屋的人再以其抵押，排在第二顺位吗',
      situation: {
        ...home,
        past: [
          { event: 'mortgage', to: '银行', daysAgo: 30 },
          { event: 'transfer', to: '乙' },
        ],
      },
      act: { ...mortgage, parties: { mortgagor: ['乙'], mortgagee: ['另一银行'] } },
      outcome: { register: { held: ['乙'], mortgages: ['1 银行', '2 另一银行'] } },
      ...civil(414),
    },
    {
      no: '带-03',
      asks: '登记了禁止转让约定，能否再抵押（不是转让）',
      situation: { ...home, past: [{ event: 'mortgage', to: '银行', restricted: true }] },
      act: mortgage,
      outcome: { register: { mortgages: ['1 银行', '2 另一银行'] } },
      ...security(43),
    },
    {
      no: '带-04',
      asks: '登记了禁止转让约定，能否设立居住权（不是转让）',
      situation: { ...home, past: [{ event: 'mortgage', to: '银行', restricted: true }] },
      act: live,
      outcome: { accepted: true },
      ...security(43),
    },
    {
      no: '带-05',
      asks: '登记了禁止转让约定，未经抵押权人同意赠与',
      situation: { ...home, past: [{ event: 'mortgage', to: '银行', restricted: true }] },
      act: { apply: 'per-gift', parties: { transferor: ['甲'], transferee: ['乙'] } },
      outcome: { not: 'accepted', because: 'RESTRICTED_TRANSFER_CONSENTED' },
      ...security(43),
    },
    {
      no: '带-06',
      asks: '登记了禁止转让约定，夫妻之间变更权利人',
      situation: { units: [{ held: ['夫'] }], past: [{ event: 'mortgage', to: '银行', restricted: true }] },
      act: { apply: 'per-spouses-division', parties: { transferor: ['夫'], transferee: ['妻'] } },
      outcome: { not: 'accepted', because: 'RESTRICTED_TRANSFER_CONSENTED' },
      ...security(43),
    },
    {
      no: '带-07',
      asks: '预告登记因九十日期满失效后，原权利人能否抵押',
      situation: {
        ...home,
        past: [{ event: 'notice', of: '乙', by: '甲', daysAgo: 95, registrableSince: 91 }],
      },
      act: mortgage,
      outcome: { register: { mortgages: ['1 另一银行'], notices: [] } },
      ...civil(221),
    },
    {
      no: '带-08',
      asks: '起诉后的异议一年后仍在，转移时仍须承诺自担风险吗',
      situation: { ...home, past: [{ event: 'objection', by: '丙', suit: true, daysAgo: 400 }] },
      act: {
        apply: 'sep-house-transfer',
        parties: { transferor: ['甲'], transferee: ['乙'] },
        form: { riskAcknowledged: false },
      },
      outcome: { not: 'accepted', because: 'OBJECTION_ACKNOWLEDGED' },
      ...detailed(84),
    },
    {
      no: '带-09',
      asks: '被预查封的预告登记能否转移',
      situation: {
        units: [{ held: [] }],
        past: [
          { event: 'notice', of: '乙', by: '开发企业', daysAgo: 30 },
          { event: 'pre-seizure', by: '法院', against: '乙' },
        ],
      },
      act: { apply: 'sep-notice-transfer', parties: { claimant: ['乙'], newClaimant: ['丙'] } },
      outcome: { not: 'accepted', because: 'NOTICE_NOT_SEIZED' },
      ...enforcement(24),
    },
    {
      no: '带-10',
      asks: '被预查封的预告登记能否注销',
      situation: {
        units: [{ held: [] }],
        past: [
          { event: 'notice', of: '乙', by: '开发企业', daysAgo: 30 },
          { event: 'pre-seizure', by: '法院', against: '乙' },
        ],
      },
      act: { apply: 'sep-notice-cancellation', parties: { claimant: ['乙'] } },
      outcome: { not: 'accepted', because: 'NOTICE_NOT_SEIZED' },
      ...enforcement(24),
    },
    {
      no: '带-11',
      asks: '预告登记转移给自己',
      situation: { ...home, past: [{ event: 'notice', of: '乙', by: '甲' }] },
      act: { apply: 'sep-notice-transfer', parties: { claimant: ['乙'], newClaimant: ['乙'] } },
      outcome: { not: 'accepted', because: 'NEW_CLAIMANT_DIFFERS' },
      ...regulation(14),
    },
    {
      no: '带-12',
      asks: '没有买卖预告登记，以预购商品房设立抵押预告',
      situation: { units: [{ held: [] }] },
      act: {
        apply: 'mortgage-notice',
        channel: 'counter',
        parties: { claimant: ['乙'], mortgagee: ['银行'] },
      },
      outcome: { not: 'accepted', because: 'NOTICE_CHOSEN' },
      ...detailed(85),
    },
    {
      no: '带-13',
      asks: '不是预告登记权利人，以他人的预购房设立抵押预告',
      situation: { ...home, past: [{ event: 'notice', of: '乙', by: '甲' }] },
      act: {
        apply: 'mortgage-notice',
        channel: 'counter',
        parties: { claimant: ['丙'], mortgagee: ['银行'] },
      },
      outcome: { not: 'accepted', because: 'NOTICE_CHOSEN' },
      ...detailed(85),
    },
    {
      no: '带-14',
      asks: '海域使用权能否抵押',
      situation: { units: [{ right: '15', held: ['甲公司'] }] },
      act: { apply: 'sep-mortgage-first', parties: { mortgagor: ['甲公司'], mortgagee: ['银行'] } },
      outcome: { accepted: true },
      ...civil(395),
    },
    {
      no: '带-15',
      asks: '带押过户而房屋没有抵押',
      situation: home,
      act: {
        apply: 'resale-transfer-mortgaged',
        channel: 'counter',
        parties: { transferor: ['甲'], transferee: ['乙'], mortgagee: ['银行'] },
      },
      outcome: { not: 'accepted', because: 'UNIT_MORTGAGED' },
      ...civil(406),
    },
    {
      no: '带-16',
      asks: '带押过户，参加的银行不是登记的抵押权人',
      situation: { ...home, past: [{ event: 'mortgage', to: '银行' }] },
      act: {
        apply: 'resale-transfer-mortgaged',
        channel: 'counter',
        parties: { transferor: ['甲'], transferee: ['乙'], mortgagee: ['另一银行'] },
      },
      outcome: { not: 'accepted', because: 'MORTGAGEES_REGISTERED' },
      ...civil(406),
    },
    {
      no: '带-17',
      asks: '带押过户而房屋抵押给两家银行，一家没有参加',
      situation: {
        ...home,
        past: [
          { event: 'mortgage', to: '银行', daysAgo: 9 },
          { event: 'mortgage', to: '另一银行' },
        ],
      },
      act: {
        apply: 'resale-transfer-mortgaged',
        channel: 'counter',
        parties: { transferor: ['甲'], transferee: ['乙'], mortgagee: ['银行'] },
      },
      outcome: { not: 'accepted', because: 'MORTGAGEES_REGISTERED' },
      ...civil(406),
    },
    {
      no: '带-18',
      asks: '过户与新抵押合并申请，原抵押还在，新抵押排在其后吗',
      situation: { ...home, past: [{ event: 'mortgage', to: '银行' }] },
      act: {
        apply: 'hcd-resale-mortgage',
        channel: 'counter',
        parties: { transferor: ['甲'], transferee: ['乙'], mortgagee: ['另一银行'] },
      },
      outcome: { register: { held: ['乙'], mortgages: ['1 银行', '2 另一银行'] } },
      ...civil(414),
    },
  ],
};
