import type { Application, LegalSituation, Subject } from '../legal-case.ts';
import { civil, civilUnread, detailed, enforcement, regulation } from '../sources.ts';

const home: LegalSituation = { units: [{ held: ['甲'] }] };
const mortgaged: LegalSituation = { ...home, past: [{ event: 'mortgage', to: '银行' }] };
const seized: LegalSituation = { ...home, past: [{ event: 'seizure', by: '法院' }] };
const change = (matter: string, newValue: string): Application => ({
  apply: 'sep-house-alteration',
  parties: { holder: ['甲'] },
  form: { matter, newValue },
});
const renamed: LegalSituation = { units: [{ held: ['甲'], recordedAs: '旧名' }] };
const share: Application = {
  apply: 'per-house-sharing',
  parties: {
    holder: [
      { who: '甲', share: [1, 3] },
      { who: '乙', share: [2, 3] },
    ],
  },
  form: { coOwnership: '2' },
};
const joint: LegalSituation = { units: [{ held: ['甲', '乙'] }] };

export const alterations: Subject = {
  title: '变更登记',
  cases: [
    {
      no: '变-01',
      asks: '权利人更名，凭现在的姓名申请',
      situation: renamed,
      act: change('name', '@甲'),
      outcome: { register: { held: ['甲'], newCertificate: true } },
      ...detailed(26),
    },
    {
      no: '变-02',
      asks: '查封期间更名，不改变权利归属能否办理',
      situation: { ...renamed, past: [{ event: 'seizure', by: '法院' }] },
      act: {
        apply: 'per-house-renaming',
        parties: { holder: ['甲'] },
        form: { newName: '@甲', oldName: '旧名' },
      },
      outcome: { register: { held: ['甲'], seizures: ['0 法院'] } },
      ...enforcement(24),
    },
    {
      no: '变-03',
      asks: '查封期间变更面积',
      situation: seized,
      act: change('area', '120.00'),
      outcome: { not: 'accepted', because: 'SEIZED_ONLY_RENAMED' },
      ...enforcement(24),
    },
    {
      no: '变-04',
      asks: '抵押期间变更坐落，抵押还在吗',
      situation: mortgaged,
      act: change('location', '常州市天宁区和煦东路8号'),
      outcome: { register: { location: '常州市天宁区和煦东路8号', mortgages: ['1 银行'] } },
      ...detailed(26),
    },
    {
      no: '变-05',
      asks: '面积减少，抵押权人没有同意',
      situation: mortgaged,
      act: change('area', '80.00'),
      outcome: { not: 'accepted', because: 'AREA_DECREASE_CONSENTED' },
      ...civilUnread(408),
    },
    {
      no: '变-06',
      asks: '面积减少，抵押权人同意',
      situation: mortgaged,
      act: { ...change('area', '80.00'), parties: { holder: ['甲'], consenting: ['银行'] } },
      outcome: { register: { area: '80.00', mortgages: ['1 银行'] } },
      ...civilUnread(408),
    },
    {
      no: '变-07',
      asks: '面积增加，要不要抵押权人同意',
      situation: mortgaged,
      act: change('area', '120.00'),
      outcome: { accepted: true },
      ...detailed(26),
    },
    {
      no: '变-08',
      asks: '变更后的内容与登记簿相同',
      situation: home,
      act: change('area', '98.76'),
      outcome: { not: 'accepted', because: 'CHANGE_NAMED' },
      ...detailed(26),
    },
    {
      no: '变-09',
      asks: '面积写成文字',
      situation: home,
      act: change('area', '八十八平方米'),
      outcome: { not: 'accepted', because: 'CHANGE_READABLE' },
      ...regulation(18),
    },
    {
      no: '变-10',
      asks: '限制登记期间能否变更坐落',
      situation: { ...home, past: [{ event: 'lock' }] },
      act: change('location', '常州市天宁区和煦东路8号'),
      outcome: { not: 'accepted', because: 'UNIT_NOT_LOCKED' },
      ...regulation(22),
    },
    {
      no: '变-11',
      asks: '不是权利人的人申请变更',
      situation: home,
      act: { ...change('location', '常州市天宁区和煦东路8号'), parties: { holder: ['乙'] } },
      outcome: { not: 'accepted', because: 'PARTIES_HOLD_THE_RIGHT' },
      ...regulation(14),
    },
    {
      no: '变-12',
      asks: '写明的曾用名不是登记簿上的权利人',
      situation: renamed,
      act: {
        apply: 'per-house-renaming',
        parties: { holder: ['甲'] },
        form: { newName: '@甲', oldName: '查无此人' },
      },
      outcome: { not: 'accepted', because: 'FORMER_NAME_REGISTERED' },
      ...regulation(18),
    },
    {
      no: '变-13',
      asks: '共同共有变更为按份共有，记载各自份额吗',
      situation: joint,
      act: share,
      outcome: { register: { held: ['甲', '乙'], shares: ['1/3', '2/3'] } },
      ...detailed(26),
    },
    {
      no: '变-14',
      asks: '变更共有性质而有共有人没有参加',
      situation: joint,
      act: { ...share, parties: { holder: [{ who: '甲', share: [1, 1] }] } },
      outcome: { not: 'accepted', because: 'PARTIES_HOLD_THE_RIGHT' },
      ...civil(301),
    },
    {
      no: '变-15',
      asks: '用房屋的变更业务办理土地变更',
      situation: { units: [{ right: '3', held: ['甲公司'] }] },
      act: { ...change('location', '常州市天宁区和煦东路8号'), parties: { holder: ['甲公司'] } },
      outcome: { not: 'accepted', because: 'RIGHT_TYPE_FITS' },
      ...regulation(18),
    },
    {
      no: '变-16',
      asks: '预告登记期间变更坐落（不是处分）',
      situation: { ...home, past: [{ event: 'notice', of: '乙', by: '甲' }] },
      act: change('location', '常州市天宁区和煦东路8号'),
      outcome: { accepted: true },
      ...civil(221),
    },
  ],
};

const halved = { facts: { area: '49.38' }, held: [], on: 'A' } as const;
const divided: LegalSituation = { units: [{ held: ['甲'] }, halved, halved] };
const split: Application = {
  apply: 'unit-split',
  channel: 'counter',
  parties: { holder: ['甲'] },
  form: { successors: ['@B', '@C'] },
};
const merge: Application = {
  apply: 'unit-merger',
  channel: 'counter',
  units: ['A', 'B'],
  parties: { holder: ['甲'] },
  form: { successors: ['@C'] },
};
const doubled = { facts: { area: '197.52' }, held: [], on: 'A' } as const;

export const divisions: Subject = {
  title: '分割与合并',
  cases: [
    {
      no: '分-01',
      asks: '一个单元分成两个，原单元关闭并指明后继吗',
      situation: divided,
      act: split,
      outcome: {
        register: {
          A: { held: [], closed: 'split', successors: 2 },
          B: { held: ['甲'], newCertificate: true },
          C: { held: ['甲'], newCertificate: true },
        },
      },
      ...detailed(26),
    },
    {
      no: '分-02',
      asks: '已抵押的，抵押权人没有同意分割',
      situation: { ...divided, past: [{ event: 'mortgage', to: '银行' }] },
      act: split,
      outcome: { not: 'accepted', because: 'DIVISION_CONSENTED' },
      ...civilUnread(408),
    },
    {
      no: '分-03',
      asks: '抵押权人同意分割，抵押权随各新单元延续吗',
      situation: { ...divided, past: [{ event: 'mortgage', to: '银行' }] },
      act: { ...split, parties: { holder: ['甲'], consenting: ['银行'] } },
      outcome: { register: { B: { mortgages: ['1 银行'] }, C: { mortgages: ['1 银行'] } } },
      ...civilUnread(408),
    },
    {
      no: '分-04',
      asks: '查封期间能否分割',
      situation: { ...divided, past: [{ event: 'seizure', by: '法院' }] },
      act: split,
      outcome: { not: 'accepted', because: 'UNIT_NOT_SEIZED' },
      ...enforcement(24),
    },
    {
      no: '分-05',
      asks: '只“分”成一个单元',
      situation: divided,
      act: { ...split, form: { successors: ['@B'] } },
      outcome: { not: 'accepted', because: 'DIVISION_COUNTS' },
      ...detailed(26),
    },
    {
      no: '分-06',
      asks: '分割后的单元已经登记在别人名下',
      situation: { units: [{ held: ['甲'] }, halved, { held: ['乙'], on: 'A' }] },
      act: split,
      outcome: { not: 'accepted', because: 'SUCCESSORS_SURVEYED' },
      ...regulation(18),
    },
    {
      no: '分-07',
      asks: '分割前后面积相差很大，须核对调查成果吗',
      situation: { units: [{ held: ['甲'] }, { held: [], on: 'A' }, { held: [], on: 'A' }] },
      act: split,
      outcome: { person: 'DIVISION_AREAS_AGREE' },
      ...regulation(18),
    },
    {
      no: '分-08',
      asks: '在已分割的旧代码上申请，告知后继单元吗',
      situation: { ...divided, past: [{ event: 'split', into: ['B', 'C'] }] },
      act: change('location', '常州市天宁区和煦东路8号'),
      outcome: { not: 'begun', because: '后继单元为' },
      ...regulation(8),
    },
    {
      no: '分-09',
      asks: '已预告登记的，未经同意能否分割',
      situation: { ...divided, past: [{ event: 'notice', of: '乙', by: '甲' }] },
      act: split,
      outcome: { not: 'accepted', because: 'NOTICE_CONSENTED' },
      ...civil(221),
    },
    {
      no: '分-10',
      asks: '同一权利人的两个单元合并，原单元都关闭吗',
      situation: { units: [{ held: ['甲'] }, { held: ['甲'], on: 'A' }, doubled] },
      act: merge,
      outcome: { register: { A: { closed: 'merger' }, B: { closed: 'merger' }, C: { held: ['甲'] } } },
      ...detailed(26),
    },
    {
      no: '分-11',
      asks: '不同权利人的单元能否合并',
      situation: { units: [{ held: ['甲'] }, { held: ['乙'], on: 'A' }, doubled] },
      act: { ...merge, parties: { holder: ['甲', '乙'] } },
      outcome: { not: 'accepted', because: 'SAME_HOLDERS_MERGE' },
      ...detailed(26),
    },
    {
      no: '分-12',
      asks: '合并的单元之一被查封',
      situation: {
        units: [{ held: ['甲'] }, { held: ['甲'], on: 'A' }, doubled],
        past: [{ event: 'seizure', unit: 'B', by: '法院' }],
      },
      act: merge,
      outcome: { not: 'accepted', because: 'UNIT_NOT_SEIZED' },
      ...enforcement(24),
    },
  ],
};
