import type { BusinessDefinition, MaterialRequirement, RuleUse } from '@hengchan/casework';
import { law } from '@hengchan/registration';
import Type from 'typebox';
import { heldAs, reasonOf, unitCodes, words, yuan } from '../parts/fields.ts';
import {
  collectiveLandApproval,
  collectiveOwnershipSource,
  completionRecord,
  contractingContract,
  farmlandApproval,
  forestSource,
  homesteadApproval,
  homesteadHouse,
  homesteadMembership,
  landGrant,
  landPayment,
  planningPermit,
  seaSource,
} from '../parts/first-registration-materials.ts';
import { identityDocument, signedApplication } from '../parts/materials.ts';
import { noticeStart, publicNotice } from '../parts/notice.ts';
import { usualProcess } from '../parts/process.ts';
import { applicant } from '../parts/roles.ts';
import { type Listing, listed, promised } from './family.ts';

/** What tells one first registration from another. */
interface FirstRegistration {
  /** QLLX code of the title. */
  rightType: string;
  /** Houses are looked at on site, and their land comes first (条例 19; 实施细则 24). */
  house?: boolean;
  /** Registered in villages: announced for fifteen working days (实施细则 17). */
  rural?: boolean;
  materials: readonly MaterialRequirement[];
  rules?: readonly RuleUse[];
  keywords: readonly string[];
  summary: string;
  audience: string;
  /** Who may apply; both when left out. */
  kinds?: BusinessDefinition['parties'][number]['kinds'];
  maximumUnits?: number;
  commonParts?: boolean;
  fee?: boolean;
}

const always = ['accept', 'review', 'entry'] as const;

function firstRegistration(what: FirstRegistration) {
  return (listing: Listing): BusinessDefinition =>
    listed(listing, {
      keywords: ['首次登记', '办证', ...what.keywords],
      summary: what.summary,
      audience: what.audience,
      registrationType: '100',
      laws: [law.materials, law.inspection, ...(what.house ? [law.landBeforeHouse] : []), law.effectOfEntry],
      rightTypes: [what.rightType],
      units: { minimum: 1, maximum: what.maximumUnits ?? 1, source: 'survey' },
      exclusive: true,
      parties: [{ ...applicant, ...(what.kinds ? { kinds: what.kinds } : {}) }],
      form: Type.Object({
        coOwnership: heldAs,
        sourceNumber: Type.Optional(
          words(
            '权属来源文号',
            '出让合同、划拨决定书、批准文件或承包合同的编号',
            '常自然资让〔2026〕8号',
            100,
          ),
        ),
        ...(what.commonParts
          ? {
              commonParts: Type.Optional(
                unitCodes(
                  '业主共有部分',
                  '建筑区划内属于业主共有的道路、绿地、物业用房等单元，一并登记，不发证',
                  '320402001001GB00001F99990001',
                ),
              ),
            }
          : {}),
        price: Type.Optional(yuan('取得价格（元）', '有价款的填写', '12800000.00')),
        reason: reasonOf(listing.name),
      }),
      materials: [signedApplication, ...what.materials, identityDocument],
      facts: [
        {
          kind: 'identity',
          title: '身份核验',
          source: '公安、市场监管部门',
          each: ['applicant'],
          question: 'identity',
        },
      ],
      rules: [
        { rule: 'PAGE_OPEN', moments: always },
        { rule: 'UNIT_SURVEYED', moments: ['accept', 'entry'] },
        { rule: 'SUBZONE_IN_FORCE', moments: ['accept', 'entry'] },
        { rule: 'NOT_YET_TITLED', moments: always },
        { rule: 'UNIT_NOT_LOCKED', moments: always },
        { rule: 'UNIT_NOT_PENDING', moments: always },
        { rule: 'SHARES_ADD_UP', moments: ['accept', 'entry'] },
        { rule: 'MATERIALS_COMPLETE', moments: ['accept', 'review'] },
        ...(what.house ? [{ rule: 'LAND_TITLED_FIRST', moments: ['review'] } as const] : []),
        ...(what.rural ? [{ rule: 'NOTICE_PERIOD_OVER', moments: ['entry'] } as const] : []),
        ...(what.rules ?? []),
        { rule: 'IDENTITY_CONFIRMED', moments: ['review'] },
        { rule: 'IDENTITY_VERIFIED', moments: ['review'] },
        ...(what.fee === false ? [] : [{ rule: 'FEE_PAID', moments: ['entry'] } as const]),
      ],
      process: usualProcess({
        confirm: true,
        review: true,
        ...(what.house ? { siteVisit: true } : {}),
        ...(what.rural
          ? {
              notice: {
                first: noticeStart,
                nodes: (next) => publicNotice(next, { kind: 'first', days: 15 }),
              },
            }
          : {}),
        ...(what.fee === false ? {} : { payer: 'applicant' }),
      }),
      limit: promised(what.rural ? 30 : 5),
      fee: what.fee === false ? undefined : 'ownership',
      taxed: false,
      effects: ['first-register', ...(what.commonParts ? ['first-register-common-parts'] : [])],
      notifies: ['tax'],
      outcome: 'certificate',
    });
}

const people = ['person'] as const;
const bodies = ['organisation'] as const;
const granted: RuleUse = { rule: 'RIGHTS_NATURE_FITS', moments: ['accept'], parameters: { nature: '102' } };
const allotted: RuleUse = { rule: 'RIGHTS_NATURE_FITS', moments: ['accept'], parameters: { nature: '101' } };

const stateLandPart = {
  rightType: '3',
  materials: [landGrant, landPayment],
  keywords: ['土地证', '拿地', '出让', '划拨'],
  summary: '取得国有建设用地后办理首次登记：以出让合同或划拨决定书和权籍调查成果为依据。',
  audience: '国有建设用地使用权人',
};

/** 国有建设用地使用权首次登记. */
export const stateLandFirst = firstRegistration(stateLandPart);
/** … of land the state granted for a price (出让). */
export const grantedLandFirst = firstRegistration({ ...stateLandPart, rules: [granted] });
/** … of land the state allotted (划拨). */
export const allottedLandFirst = firstRegistration({
  ...stateLandPart,
  materials: [landGrant],
  rules: [allotted],
});

const housePart = {
  rightType: '4',
  house: true,
  materials: [landGrant, planningPermit, completionRecord],
  keywords: ['新建房屋', '房产证', '大产证'],
  summary: '房屋竣工后办理首次登记：以规划、竣工材料和房屋调查成果为依据，登记人员实地查看。',
  audience: '房屋的建造人',
  maximumUnits: 200,
};

/** 国有建设用地使用权及房屋所有权首次登记. */
export const houseFirst = firstRegistration({ ...housePart, commonParts: true });
/** 商品房首次: every home a unit of its own, with the parts all owners share (实施细则 36). */
export const commodityHousingFirst = firstRegistration({
  ...housePart,
  kinds: bodies,
  commonParts: true,
  keywords: ['商品房', '楼盘', '大产证', '开发'],
  summary: '商品房竣工后由开发企业办理首次登记：按户生成单元，业主共有部分一并登记。',
  audience: '房地产开发企业',
});
/** 单位房新建. */
export const bodyHouseFirst = firstRegistration({ ...housePart, kinds: bodies });
/** 私房新建. */
export const privateHouseFirst = firstRegistration({
  ...housePart,
  kinds: people,
  maximumUnits: 10,
  keywords: ['自建房', '私房'],
});

/** 集体土地所有权首次登记: held by the farmers' collective. */
export const collectiveOwnershipFirst = firstRegistration({
  rightType: '1',
  rural: true,
  kinds: bodies,
  materials: [collectiveOwnershipSource],
  keywords: ['集体土地', '农民集体'],
  summary: '农民集体对其所有的土地办理首次登记。',
  audience: '村民小组、村、乡镇农民集体',
  fee: false,
});

/** 集体建设用地使用权及房屋所有权首次登记. */
export const collectiveHouseFirst = firstRegistration({
  rightType: '8',
  house: true,
  rural: true,
  materials: [collectiveLandApproval, planningPermit, completionRecord],
  keywords: ['集体建设用地', '乡镇企业', '厂房'],
  summary: '在集体建设用地上建成的房屋，连同土地使用权一并办理首次登记。',
  audience: '集体建设用地使用权人',
  maximumUnits: 50,
});

/** 土地承包经营权首次登记. */
export const contractedLandFirst = firstRegistration({
  rightType: '9',
  rural: true,
  materials: [contractingContract],
  keywords: ['承包地', '承包经营权'],
  summary: '以承包合同和权籍调查成果为依据，办理土地承包经营权首次登记，不收费。',
  audience: '承包农户或其他承包方',
  fee: false,
});

/** 国有农用地的使用权首次登记. */
export const stateFarmlandFirst = firstRegistration({
  rightType: '24',
  rural: true,
  materials: [farmlandApproval],
  keywords: ['国有农用地', '农场'],
  summary: '依法使用国有农用地的，办理使用权首次登记。',
  audience: '国有农用地使用权人',
});

/** 林地使用权及森林、林木使用权首次登记: both on one page, with one code of the dictionary. */
export const forestUseFirst = firstRegistration({
  rightType: '12',
  rural: true,
  materials: [forestSource],
  keywords: ['林权', '林地', '林木'],
  summary: '林地使用权与森林、林木使用权一并办理首次登记，不收费。',
  audience: '林地使用权人',
  fee: false,
});

/** 海域使用权首次登记. */
export const seaUseFirst = firstRegistration({
  rightType: '15',
  materials: [seaSource],
  keywords: ['海域', '养殖', '用海'],
  summary: '依法取得海域使用权的，办理首次登记。',
  audience: '海域使用权人',
});

/** 森林、林木所有权登记. */
export const forestOwnershipFirst = firstRegistration({
  rightType: '10',
  rural: true,
  materials: [forestSource],
  keywords: ['林权', '林木所有权'],
  summary: '森林、林木的所有权人办理所有权登记，不收费。',
  audience: '森林、林木所有权人',
  fee: false,
});

const homestead = {
  rural: true,
  kinds: people,
  fee: true,
  rules: [{ rule: 'ONE_HOMESTEAD', moments: ['accept', 'review'] }],
} as const;

/** 宅基地使用权首次登记. */
export const homesteadFirst = firstRegistration({
  ...homestead,
  rightType: '5',
  materials: [homesteadApproval, homesteadMembership],
  keywords: ['宅基地'],
  summary: '农村宅基地使用权首次登记：一户一宅，公告无异议后登记。',
  audience: '农村集体经济组织成员',
});

/** 宅基地使用权及房屋所有权首次登记. */
export const homesteadHouseFirst = firstRegistration({
  ...homestead,
  rightType: '6',
  house: true,
  materials: [homesteadApproval, homesteadMembership, homesteadHouse],
  keywords: ['宅基地', '农房', '农村房屋'],
  summary: '宅基地连同其上的房屋一并办理首次登记：一户一宅，公告无异议后登记。',
  audience: '农村集体经济组织成员',
});
