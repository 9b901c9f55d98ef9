import type { Application, LegalSituation, Subject } from '../legal-case.ts';
import { civil, detailed, enforcement, regulation } from '../sources.ts';

const home: LegalSituation = { units: [{ held: ['甲'] }] };
const give: Application = { apply: 'sep-house-cancellation', parties: { holder: ['甲'] } };
const mortgaged: LegalSituation = { ...home, past: [{ event: 'mortgage', to: '银行' }] };

export const cancellations: Subject = {
  title: '注销登记',
  cases: [
    {
      no: '销-01',
      asks: '权利人放弃权利，登记簿页还在而没有权利人吗',
      situation: home,
      act: give,
      outcome: { register: { held: [] } },
      ...detailed(28),
    },
    {
      no: '销-02',
      asks: '房屋灭失，经实地查看后簿页关闭吗',
      situation: home,
      act: { ...give, form: { ground: 'loss' } },
      outcome: { register: { held: [], closed: 'loss' } },
      ...regulation(19),
    },
    {
      no: '销-03',
      asks: '设有抵押而抵押权人没有同意',
      situation: mortgaged,
      act: give,
      outcome: { not: 'accepted', because: 'NO_RIGHTS_LEFT_ON_TITLE' },
      ...detailed(28),
    },
    {
      no: '销-04',
      asks: '抵押权人同意，抵押权随之消灭吗',
      situation: mortgaged,
      act: { ...give, parties: { holder: ['甲'], consenting: ['银行'] } },
      outcome: { register: { held: [], mortgages: [] } },
      ...detailed(28),
    },
    {
      no: '销-05',
      asks: '查封期间能否放弃权利',
      situation: { ...home, past: [{ event: 'seizure', by: '法院' }] },
      act: give,
      outcome: { not: 'accepted', because: 'UNIT_NOT_SEIZED' },
      ...enforcement(24),
    },
    {
      no: '销-06',
      asks: '已预告登记而预告权利人没有同意',
      situation: { ...home, past: [{ event: 'notice', of: '乙', by: '甲' }] },
      act: give,
      outcome: { not: 'accepted', because: 'NO_RIGHTS_LEFT_ON_TITLE' },
      ...detailed(28),
    },
    {
      no: '销-07',
      asks: '设有居住权而居住权人没有同意',
      situation: { ...home, past: [{ event: 'habitation', of: '丙' }] },
      act: give,
      outcome: { not: 'accepted', because: 'NO_RIGHTS_LEFT_ON_TITLE' },
      ...detailed(28),
    },
    {
      no: '销-08',
      asks: '共同共有的房屋，一人能否放弃',
      situation: { units: [{ held: ['甲', '乙'] }] },
      act: give,
      outcome: { not: 'accepted', because: 'PARTIES_HOLD_THE_RIGHT' },
      ...civil(301),
    },
    {
      no: '销-09',
      asks: '供役地权利人放弃土地而地役权人没有同意',
      situation: {
        units: [
          { right: '3', held: ['甲公司'] },
          { right: '3', held: ['乙公司'] },
        ],
        past: [{ event: 'easement', over: 'A', for: 'B' }],
      },
      act: { apply: 'sep-state-land-cancellation', parties: { holder: ['甲公司'] } },
      outcome: { not: 'accepted', because: 'NO_RIGHTS_LEFT_ON_TITLE' },
      ...detailed(28),
    },
    {
      no: '销-10',
      asks: '宗地上还有登记的房屋，土地使用权能否单独放弃',
      situation: {
        units: [
          { right: '3', held: ['甲公司'] },
          { held: ['甲公司'], on: 'A' },
        ],
      },
      act: { apply: 'sep-state-land-cancellation', parties: { holder: ['甲公司'] } },
      outcome: { not: 'accepted', because: 'LAND_IS_CLEAR' },
      ...civil(357),
    },
  ],
};

const correct: Application = {
  apply: 'sep-rectification',
  parties: { holder: ['甲'] },
  form: { matter: 'area', newValue: '99.10' },
};
const exOfficio: Application = { ...correct, apply: 'sep-rectification-ex-officio' };

export const rectifications: Subject = {
  title: '更正登记',
  cases: [
    {
      no: '正-01',
      asks: '权利人申请更正面积，有证据证明确有错误',
      situation: home,
      act: correct,
      outcome: { register: { held: ['甲'], area: '99.10', newCertificate: true } },
      ...civil(220),
    },
    {
      no: '正-02',
      asks: '利害关系人自己能否以权利人身份申请更正',
      situation: home,
      act: { ...correct, parties: { holder: ['乙'] } },
      outcome: { not: 'accepted', because: 'PARTIES_HOLD_THE_RIGHT' },
      ...civil(220),
    },
    {
      no: '正-03',
      asks: '“更正”后与登记簿相同',
      situation: home,
      act: { ...correct, form: { matter: 'area', newValue: '98.76' } },
      outcome: { not: 'accepted', because: 'CHANGE_NAMED' },
      ...civil(220),
    },
    {
      no: '正-04',
      asks: '抵押期间更正坐落，抵押还在吗',
      situation: mortgaged,
      act: { ...correct, form: { matter: 'location', newValue: '常州市天宁区和煦东路6号' } },
      outcome: { register: { location: '常州市天宁区和煦东路6号', mortgages: ['1 银行'] } },
      ...civil(220),
    },
    {
      no: '正-05',
      asks: '依职权更正，先通知权利人并等待其申请吗',
      situation: home,
      act: exOfficio,
      outcome: { waits: '等待权利人申请更正' },
      ...detailed(81),
    },
    {
      no: '正-06',
      asks: '已办理查封登记的，能否依职权更正',
      situation: { ...home, past: [{ event: 'seizure', by: '法院' }] },
      act: exOfficio,
      outcome: { not: 'accepted', because: 'NOT_DISPOSED_SINCE' },
      ...detailed(81),
    },
    {
      no: '正-07',
      asks: '错误登记后已抵押的，能否依职权更正',
      situation: mortgaged,
      act: exOfficio,
      outcome: { not: 'accepted', because: 'NOT_DISPOSED_SINCE' },
      ...detailed(81),
    },
    {
      no: '正-08',
      asks: '已办理预告登记的，能否依职权更正',
      situation: { ...home, past: [{ event: 'notice', of: '乙', by: '甲' }] },
      act: exOfficio,
      outcome: { not: 'accepted', because: 'NOT_DISPOSED_SINCE' },
      ...detailed(81),
    },
  ],
};

const exchange: Application = { apply: 'sep-certificate-exchange', parties: { holder: ['甲'] } };
const replace: Application = { apply: 'sep-certificate-replacement', parties: { holder: ['甲'] } };

export const certificates: Subject = {
  title: '换证与补证',
  cases: [
    {
      no: '证-01',
      asks: '证书污损换发，权利不变而证号不同吗',
      situation: home,
      act: exchange,
      outcome: { register: { held: ['甲'], newCertificate: true } },
      ...detailed(22),
    },
    {
      no: '证-02',
      asks: '遗失补证，公告期满后才补发、原证号作废吗',
      situation: home,
      act: replace,
      outcome: { waits: '公告', later: { held: ['甲'], newCertificate: true } },
      ...detailed(22),
    },
    {
      no: '证-03',
      asks: '填写的原证号与登记簿不符',
      situation: home,
      act: { ...exchange, form: { certificateNumber: '苏（2016）常州市不动产权第9999999号' } },
      outcome: { not: 'accepted', because: 'CERTIFICATE_AGREES' },
      ...regulation(18),
    },
    {
      no: '证-04',
      asks: '查封期间能否换证（不改变权利）',
      situation: { ...home, past: [{ event: 'seizure', by: '法院' }] },
      act: exchange,
      outcome: { accepted: true },
      ...enforcement(24),
    },
    {
      no: '证-05',
      asks: '限制登记期间能否换证',
      situation: { ...home, past: [{ event: 'lock' }] },
      act: exchange,
      outcome: { not: 'accepted', because: 'UNIT_NOT_LOCKED' },
      ...regulation(22),
    },
    {
      no: '证-06',
      asks: '不是权利人的人申请补证',
      situation: home,
      act: { ...replace, parties: { holder: ['乙'] } },
      outcome: { not: 'accepted', because: 'PARTIES_HOLD_THE_RIGHT' },
      ...detailed(22),
    },
    {
      no: '证-07',
      asks: '异议登记期间能否换证',
      situation: { ...home, past: [{ event: 'objection', by: '丙' }] },
      act: exchange,
      outcome: { accepted: true },
      ...detailed(84),
    },
  ],
};
