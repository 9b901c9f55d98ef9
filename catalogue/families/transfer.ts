import type {
  BusinessDefinition,
  MaterialRequirement,
  PartyRole,
  RuleUse,
  TaxKind,
} from '@hengchan/casework';
import { grounds, law } from '@hengchan/registration';
import Type, { type TSchema } from 'typebox';
import { consents, disposalRules, identityOf, marriageOf } from '../parts/disposal.ts';
import { choice, coOwnership, reasonOf, riskAcknowledged, words, yuan } from '../parts/fields.ts';
import {
  certificateOfTitle,
  guardianProof,
  identityDocument,
  signedApplication,
} from '../parts/materials.ts';
import { usualProcess } from '../parts/process.ts';
import { transferee, transferor } from '../parts/roles.ts';
import {
  allotmentApproval,
  collectiveApproval,
  collectiveLandConsent,
  contractingTransfer,
  giftContract,
  marriageCertificate,
  membershipStatement,
  preemptionWaiver,
  settlementOfSpouses,
  transferDocument,
} from '../parts/transfer-materials.ts';
import { type Listing, listed, promised } from './family.ts';
import { certificateNumber, utilities } from './sale.ts';

/** What tells one transfer between parties from another. */
interface Transfer {
  rightTypes: readonly string[];
  keywords: readonly string[];
  summary: string;
  audience: string;
  materials: readonly MaterialRequirement[];
  form?: Record<string, TSchema>;
  rules?: readonly RuleUse[];
  facts?: BusinessDefinition['facts'];
  laws?: BusinessDefinition['laws'];
  kinds?: PartyRole['kinds'];
  takers?: PartyRole['kinds'];
  effect?: string;
  taxKind?: BusinessDefinition['taxKind'];
  /** Not a thing deed tax is levied on. */
  untaxed?: boolean;
  free?: boolean;
  feeCircumstances?: readonly string[];
  notifies?: readonly string[];
  workingDays?: number;
  /** The same two people may hold otherwise than before. */
  sharing?: boolean;
  titles?: { transferor: string; transferee: string };
}

/** 转移登记 the parties apply for together (条例 14). */
const transfer =
  (what: Transfer) =>
  (listing: Listing): BusinessDefinition => {
    const money = { taxed: !what.untaxed, fee: !what.free };
    const named = (role: PartyRole, title: string | undefined, kinds: PartyRole['kinds'] | undefined) => ({
      ...role,
      ...(title ? { title } : {}),
      ...(kinds ? { kinds } : {}),
    });
    return listed(listing, {
      keywords: ['转移', '过户', ...what.keywords],
      summary: what.summary,
      audience: what.audience,
      registrationType: '200',
      laws: [law.jointApplication, law.transferCases, ...(what.laws ?? []), law.effectOfEntry],
      rightTypes: what.rightTypes,
      units: { minimum: 1, maximum: 1 },
      exclusive: true,
      parties: [
        named(transferor, what.titles?.transferor, what.kinds),
        named(transferee, what.titles?.transferee, what.takers ?? what.kinds),
        ...consents,
      ],
      form: Type.Object({
        ...(what.form ?? { reason: reasonOf('转移') }),
        coOwnership,
        certificateNumber,
        riskAcknowledged,
      }),
      materials: [
        signedApplication,
        ...what.materials,
        identityDocument,
        guardianProof,
        certificateOfTitle,
        preemptionWaiver,
      ],
      facts: [identityOf('transferor', 'transferee'), ...(what.facts ?? [])],
      rules: disposalRules(money, what.rules, what.sharing),
      process: usualProcess({
        confirm: true,
        ...(money.taxed ? { taxed: true } : { review: true }),
        ...(money.fee ? { payer: 'transferee' } : {}),
      }),
      limit: promised(what.workingDays ?? 5),
      fee: money.fee ? 'ownership' : undefined,
      ...(what.feeCircumstances ? { feeCircumstances: what.feeCircumstances } : {}),
      taxed: money.taxed,
      ...(money.taxed && what.taxKind ? { taxKind: what.taxKind } : {}),
      effects: [what.effect ?? 'transfer-ownership'],
      notifies: what.notifies ?? ['housing', ...(money.taxed ? ['tax'] : [])],
      outcome: 'certificate',
    });
  };

const ground = choice('转移原因', '按合同或文件所载的原因选择', grounds, 'sale');
const price = yuan('成交价或价款（元）', '买卖填成交价；没有价款的填 0，由税务部门核定', '1280000.00');
const saleOrOther = {
  ground,
  price,
  reason: Type.Optional(words('登记原因', '不填写时为所选的转移原因', '买卖', 100)),
};
const priceNamed: RuleUse = { rule: 'PRICE_NAMED', moments: ['accept'] };
const bodies = ['organisation'] as const;
const people = ['person'] as const;

const houseKinds: Readonly<Record<string, TaxKind>> = { sale: 'resale', gift: 'gift' };

/** 国有建设用地使用权及房屋所有权转移 for whatever reason: house and land go together (民法典 356, 357). */
export const houseAndLand = transfer({
  rightTypes: ['4'],
  keywords: ['房地一体', '买卖', '互换', '出资', '房屋'],
  summary: '房屋连同其占用范围内的土地使用权一并转移：买卖、互换、赠与、作价出资、合并分立等都适用。',
  audience: '不动产权利人与受让人',
  laws: [law.landWithHouse, law.houseAndLand],
  form: saleOrOther,
  materials: [transferDocument, allotmentApproval],
  facts: [marriageOf('transferor')],
  rules: [priceNamed],
  taxKind: { field: 'ground', kinds: houseKinds },
  notifies: ['housing', 'tax', 'police', 'fund', ...utilities],
});

const land: Transfer = {
  rightTypes: ['3'],
  keywords: ['土地转让', '净地', '国有建设用地'],
  summary: '没有地上房屋的国有建设用地使用权转移；地上有已登记房屋的，须办理房地一体转移。',
  audience: '国有建设用地使用权人与受让人',
  laws: [law.landWithHouse],
  form: saleOrOther,
  materials: [transferDocument, allotmentApproval],
  rules: [priceNamed, { rule: 'LAND_IS_CLEAR', moments: ['accept', 'review', 'entry'] }],
  taxKind: 'other',
  notifies: ['tax'],
};

/** 净地转让: only the land, where nothing registered stands on it. */
export const clearLand = transfer(land);

/** 集体土地所有权转移: between farmers' collectives; no deed tax, no fee. */
export const collectiveOwnership = transfer({
  rightTypes: ['1'],
  keywords: ['集体土地', '农民集体'],
  summary: '农民集体之间调整土地，或因合并、分立等使集体土地所有权转移的，办理转移登记。',
  audience: '村民小组、村、乡镇农民集体',
  form: { reason: reasonOf('农民集体之间土地调整') },
  materials: [collectiveApproval],
  kinds: bodies,
  untaxed: true,
  free: true,
  notifies: [],
  effect: 'transfer-otherwise',
});

/** 集体建设用地使用权及房屋所有权转移. */
export const collectiveHouse = transfer({
  rightTypes: ['8'],
  keywords: ['集体建设用地', '厂房', '乡镇企业'],
  summary: '集体建设用地使用权连同其上的房屋一并转移，须土地所有权人（农民集体）同意。',
  audience: '集体建设用地使用权人与受让人',
  laws: [law.landWithHouse, law.houseAndLand],
  form: saleOrOther,
  materials: [transferDocument, collectiveLandConsent],
  rules: [priceNamed],
  taxKind: 'other',
});

/** 宅基地使用权及房屋所有权转移: only to a member of the same collective who has no other homestead (土地管理法 62). */
export const homesteadHouse = transfer({
  rightTypes: ['6'],
  keywords: ['宅基地', '农房', '农村房屋'],
  summary: '农村房屋连同宅基地转给本集体经济组织成员；受让方已有宅基地的不能办理。',
  audience: '宅基地使用权人与本集体经济组织成员',
  laws: [law.oneHomesteadAHousehold, law.houseAndLand],
  form: {
    ...saleOrOther,
    membership: choice(
      '受让方是否本集体经济组织成员',
      '以集体经济组织出具的证明为准',
      { member: '是本集体经济组织成员', outsider: '不是本集体经济组织成员' },
      'member',
    ),
  },
  materials: [transferDocument, membershipStatement],
  facts: [marriageOf('transferor')],
  rules: [priceNamed, { rule: 'HOMESTEAD_TRANSFEREE_ELIGIBLE', moments: ['accept', 'review', 'entry'] }],
  kinds: people,
  taxKind: 'other',
});

/** 土地承包经营权转移: exchanged or transferred, within the collective and with its consent. */
export const contractedLand = transfer({
  rightTypes: ['9'],
  keywords: ['承包地', '承包经营权', '互换'],
  summary: '承包地互换、转让的，凭合同（转让的须发包方同意）办理转移登记，不收费。',
  audience: '承包方与受让方',
  form: { reason: reasonOf('土地承包经营权互换、转让') },
  materials: [contractingTransfer],
  untaxed: true,
  free: true,
  notifies: [],
  effect: 'transfer-otherwise',
});

/** 不动产赠与: given, not sold; deed tax is due all the same, on what the bureau says it is worth. */
export const gift = transfer({
  rightTypes: ['4'],
  keywords: ['赠与', '送房', '过户给子女'],
  summary: '把不动产赠与他人：双方在线确认，受赠人缴契税后登记，登记原因记载为赠与。',
  audience: '赠与人与受赠人',
  form: {
    price: yuan('申报价值（元）', '由税务部门核定', '1280000.00'),
  },
  materials: [giftContract, allotmentApproval],
  facts: [marriageOf('transferor')],
  taxKind: 'gift',
  effect: 'give-ownership',
  titles: { transferor: '赠与人', transferee: '受赠人' },
  notifies: ['housing', 'tax', 'police', ...utilities],
});

/** 夫妻析产: what one holds becomes both's, what both hold one's, or by shares; no deed tax, ten yuan for the certificate. */
export const betweenSpouses = transfer({
  rightTypes: ['4'],
  keywords: ['夫妻', '加名', '减名', '析产', '分割', '合并'],
  summary: '婚姻存续期间夫妻之间变更房屋权利人（加名、减名、析产）：双方确认，免征契税，只收证书工本费。',
  audience: '夫妻双方',
  laws: [law.deedTaxExempt],
  form: { reason: reasonOf('夫妻析产') },
  materials: [settlementOfSpouses, marriageCertificate],
  facts: [{ kind: 'couple', title: '夫妻关系核验', source: '民政部门', question: 'couple' }],
  rules: [
    { rule: 'SPOUSES_MARRIED', moments: ['accept', 'review'] },
    { rule: 'SPOUSES_VERIFIED', moments: ['review'] },
  ],
  kinds: people,
  taxKind: 'between-spouses',
  feeCircumstances: ['between-spouses'],
  sharing: true,
  effect: 'divide-property-of-spouses',
  titles: { transferor: '登记的权利人', transferee: '析产后的权利人' },
  notifies: ['housing', 'tax'],
});
