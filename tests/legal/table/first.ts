import type { Application, LegalSituation, Subject } from '../legal-case.ts';
import { civil, civilUnread, detailed, landLaw, regulation } from '../sources.ts';

const land: LegalSituation = { units: [{ right: '3', held: [] }] };
const register: Application = { apply: 'sep-state-land-first', parties: { applicant: ['甲公司'] } };
const built: LegalSituation = { units: [{ held: [] }, { right: '3', held: ['甲公司'], on: 'A' }] };
const shared: LegalSituation = {
  units: [
    { held: [] },
    { right: '3', held: ['开发企业'], on: 'A' },
    { held: [], on: 'A', facts: { use: '81', houseType: '5' } },
  ],
};

export const firstRegistrations: Subject = {
  title: '首次登记',
  cases: [
    {
      no: '首-01',
      asks: '国有建设用地使用权首次登记，由权利人单方申请',
      situation: land,
      act: register,
      outcome: { register: { held: ['甲公司'], newCertificate: true } },
      ...regulation(14),
    },
    {
      no: '首-02',
      asks: '没有权籍调查成果的单元',
      situation: { units: [] },
      act: { ...register, units: ['320402990001GB99999W00000000'] },
      outcome: { not: 'begun', because: '权籍调查' },
      ...regulation(16),
    },
    {
      no: '首-03',
      asks: '已经登记的不动产再次申请首次登记',
      situation: { units: [{ right: '3', held: ['甲公司'] }] },
      act: register,
      outcome: { not: 'accepted', because: 'NOT_YET_TITLED' },
      ...regulation(8),
    },
    {
      no: '首-04',
      asks: '房屋首次登记而土地还没有登记，须一并审查土地来源吗',
      situation: { units: [{ held: [] }] },
      act: { apply: 'ent-house-first', parties: { applicant: ['甲公司'] } },
      outcome: { person: 'LAND_TITLED_FIRST' },
      ...detailed(24),
    },
    {
      no: '首-05',
      asks: '土地已登记，房屋首次登记经实地查看后登簿',
      situation: built,
      act: { apply: 'ent-house-first', parties: { applicant: ['甲公司'] } },
      outcome: { register: { held: ['甲公司'] } },
      ...regulation(19),
    },
    {
      no: '首-06',
      asks: '调查成果记为划拨，按出让申请',
      situation: { units: [{ right: '3', held: [], facts: { rightsNature: '101' } }] },
      act: { apply: 'ent-granted-land-first', parties: { applicant: ['甲公司'] } },
      outcome: { not: 'accepted', because: 'RIGHTS_NATURE_FITS' },
      ...detailed(34),
    },
    {
      no: '首-07',
      asks: '宅基地首次登记，公告期满后才登簿吗',
      situation: { units: [{ right: '5', held: [] }] },
      act: { apply: 'sep-homestead-first', parties: { applicant: ['村民甲'] } },
      outcome: { waits: '公告', later: { held: ['村民甲'] } },
      ...detailed(17),
    },
    {
      no: '首-08',
      asks: '集体土地所有权首次登记，须公告吗',
      situation: { units: [{ right: '1', held: [] }] },
      act: { apply: 'sep-collective-ownership-first', parties: { applicant: ['村集体'] } },
      outcome: { waits: '公告' },
      ...detailed(17),
    },
    {
      no: '首-09',
      asks: '业主共有部分随首次登记登簿而不发证吗',
      situation: shared,
      act: {
        apply: 'sep-house-first',
        parties: { applicant: ['开发企业'] },
        form: { commonParts: ['@C'] },
      },
      outcome: {
        register: { A: { held: ['开发企业'], newCertificate: true }, C: { newCertificate: false } },
      },
      ...detailed(36),
    },
    {
      no: '首-10',
      asks: '被预查封人取得首次登记，预查封自动转为查封吗',
      situation: { ...land, past: [{ event: 'pre-seizure', by: '法院', against: '甲公司' }] },
      act: register,
      outcome: {
        register: {
          held: ['甲公司'],
          seizures: ['0 法院'],
          says: { kind: 'seizure', content: { kind: '1' } },
        },
      },
      article: '法发〔2004〕5 号',
      verified: false,
    },
    {
      no: '首-11',
      asks: '已灭失注销的单元能否再办首次登记',
      situation: { units: [{ held: ['甲公司'] }], past: [{ event: 'loss' }] },
      act: { apply: 'ent-house-first', parties: { applicant: ['甲公司'] } },
      outcome: { not: 'accepted', because: 'PAGE_OPEN' },
      ...regulation(22),
    },
    {
      no: '首-12',
      asks: '两人按份共有申请，份额合计不足全部',
      situation: { units: [{ right: '15', held: [] }] },
      act: {
        apply: 'sea-use-first',
        channel: 'counter',
        parties: {
          applicant: [
            { who: '甲公司', share: [1, 2] },
            { who: '乙公司', share: [1, 3] },
          ],
        },
        form: { coOwnership: '2' },
      },
      outcome: { not: 'accepted', because: 'SHARES_ADD_UP' },
      ...civil(298),
    },
    {
      no: '首-13',
      asks: '海域使用权首次登记',
      situation: { units: [{ right: '15', held: [] }] },
      act: { apply: 'sea-use-first', channel: 'counter', parties: { applicant: ['甲公司'] } },
      outcome: { register: { held: ['甲公司'] } },
      ...civilUnread(328),
    },
    {
      no: '首-14',
      asks: '已有一处宅基地的人再申请宅基地首次登记',
      situation: {
        units: [
          { right: '5', held: [] },
          { right: '5', held: ['村民甲'] },
        ],
      },
      act: { apply: 'sep-homestead-first', parties: { applicant: ['村民甲'] } },
      outcome: { person: 'ONE_HOMESTEAD' },
      ...landLaw(62),
    },
    {
      no: '首-15',
      asks: '单元代码用了已撤销的地籍子区',
      situation: {
        units: [
          {
            right: '3',
            held: [],
            facts: { code: '320402998001GB00001W00000000', parcelCode: '320402998001GB00001' },
          },
        ],
      },
      act: register,
      outcome: { not: 'accepted', because: 'SUBZONE_IN_FORCE' },
      ...regulation(8),
    },
  ],
};
