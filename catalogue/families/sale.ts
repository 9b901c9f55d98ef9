import type {
  BusinessDefinition,
  FactRequest,
  MaterialRequirement,
  PartyRole,
  RuleUse,
} from '@hengchan/casework';
import { law } from '@hengchan/registration';
import Type from 'typebox';
import {
  always,
  consentingMortgagee,
  disposalRules,
  filedContract,
  identityOf,
  marriageOf,
  noticed as promisee,
} from '../parts/disposal.ts';
import {
  coOwnership,
  mortgageNoticeNumber,
  noticeNumber,
  reasonOf,
  riskAcknowledged,
  words,
  yuan,
} from '../parts/fields.ts';
import {
  certificateOfTitle,
  guardianProof,
  identityDocument,
  mortgageContract,
  salesContract,
  signedApplication,
} from '../parts/materials.ts';
import { taxPaidProcess, usualProcess } from '../parts/process.ts';
import { debtor, guardian, mortgagee, transferee, transferor } from '../parts/roles.ts';
import { allotmentApproval, newHomeContract, preemptionWaiver } from '../parts/transfer-materials.ts';
import { type Listing, listed, promised } from './family.ts';
import { noticeChosen } from './limited-right.ts';
import { mortgageFields, secured } from './mortgage.ts';

/** What tells one sale of a house from another. */
interface Sale {
  /** 存量房 between owners, or 商品房 from its developer. */
  kind: 'resale' | 'new-home';
  /** The buyer's bank takes its mortgage in the same case: both are entered or neither. */
  mortgaged?: boolean;
  /** Taxes were paid before, at the bureau: the receipt is shown instead of declaring. */
  taxPaid?: boolean;
  summary: string;
  keywords: readonly string[];
  buyers?: PartyRole['kinds'];
  notifies?: readonly string[];
  /** It was noted in advance: the notice, and that of the mortgage, become what they promised (民法典 221). */
  noticed?: boolean;
  /** The seller's loan is not paid back: the mortgagee takes part and its mortgage goes on with the house (民法典 406). */
  mortgageStays?: boolean;
}

const price = yuan('成交价（元）', '买卖双方商定的总价，与合同一致', '1280000.00');
const contractNumber = Type.Optional(
  words('网签合同编号', '已网签的填写；没有网签的系统代为备案', 'CZ2026-000001', 64),
);
export const certificateNumber = Type.Optional(
  words('原不动产权证号', '可不填；填写的与登记簿核对', '苏（2026）常州市不动产权第0000001号', 100),
);
const taxReceiptNumber = words(
  '契税完税（免税）凭证号',
  '凭证上的编号，系统向税务部门核对',
  '32040020261120000001',
  64,
);

const { contractNumber: mortgageContractNumber, ...mortgageTerms } = mortgageFields;

const formOf = ({ mortgaged, taxPaid, noticed }: Sale) =>
  Type.Object({
    price,
    coOwnership,
    contractNumber,
    certificateNumber,
    ...(taxPaid ? { taxReceiptNumber } : {}),
    ...(mortgaged ? { ...mortgageTerms, mortgageContractNumber } : {}),
    ...(noticed ? { noticeNumber } : {}),
    ...(noticed && mortgaged ? { mortgageNoticeNumber } : {}),
    riskAcknowledged,
    reason: reasonOf('买卖'),
  });

const receiptOfTax: FactRequest = {
  kind: 'tax-receipt',
  title: '完税凭证核验',
  source: '税务部门',
  question: 'tax-receipt',
};

const developer: PartyRole = {
  ...transferor,
  title: '房地产开发企业（转让方）',
  explanation: '已办理首次登记、出售商品房的企业。',
  kinds: ['organisation'],
};
const lender: PartyRole = {
  ...mortgagee,
  title: '抵押权人（购房贷款银行）',
  explanation: '为受让方提供贷款、取得抵押权的银行等。',
};

const staying: PartyRole = {
  ...mortgagee,
  explanation: '登记簿上的抵押权人，由其确认同意转让。',
};

const mortgageStands: readonly RuleUse[] = [
  { rule: 'UNIT_MORTGAGED', moments: always },
  { rule: 'MORTGAGEES_REGISTERED', moments: always, parameters: { all: true } },
];

/** Nobody else than whom the notice protects can have it fulfilled. */
const claiming = {
  title: '预告登记权利人（受让方）',
  explanation: '登记簿上的全体预告登记权利人，即预购人。',
} as const;

const fulfilment = (mortgaged: boolean | undefined): RuleUse[] => [
  noticeChosen('transferee', 'title', 'noticeNumber'),
  ...(mortgaged
    ? [
        noticeChosen('mortgagee', 'mortgage', 'mortgageNoticeNumber'),
        { rule: 'NOTICED_TERMS_KEPT', moments: always } as const,
      ]
    : []),
];

const partiesOf = ({ kind, mortgaged, buyers, noticed, mortgageStays }: Sale): PartyRole[] => [
  kind === 'new-home' ? developer : transferor,
  { ...transferee, ...(buyers ? { kinds: buyers } : {}), ...(noticed ? claiming : {}) },
  ...(mortgaged ? [lender, debtor] : []),
  ...(noticed ? [] : [promisee]),
  guardian,
  mortgageStays ? staying : consentingMortgagee,
];

const materialsOf = ({ kind, mortgaged }: Sale): MaterialRequirement[] => [
  signedApplication,
  identityDocument,
  guardianProof,
  kind === 'new-home' ? newHomeContract : salesContract,
  ...(mortgaged ? [mortgageContract] : []),
  certificateOfTitle,
  ...(kind === 'resale' ? [preemptionWaiver, allotmentApproval] : []),
];

const everybody = ['housing', 'tax', 'police', 'fund'] as const;
/** 水电气广电 follow the house to its new owner in the same application (ONL-PER-21). */
export const utilities = ['power', 'water', 'gas', 'broadcast'] as const;

/** 买卖 of a house old or new: contract, taxes and registration asked for once, taxes and review side by side. */
export const sale =
  (what: Sale) =>
  (listing: Listing): BusinessDefinition => {
    const { kind, mortgaged, taxPaid, mortgageStays } = what;
    const roles = [
      'transferor',
      'transferee',
      ...(mortgaged || mortgageStays ? ['mortgagee'] : []),
      ...(mortgaged ? ['debtor'] : []),
    ];
    return listed(listing, {
      keywords: what.keywords,
      summary: what.summary,
      audience:
        kind === 'new-home'
          ? '已办理首次登记的商品房的开发企业和买受人'
          : mortgageStays
            ? '设有抵押的存量房的买卖双方和抵押权人'
            : '已取得不动产权证书的存量房的买卖双方',
      registrationType: '200',
      laws: [
        law.jointApplication,
        law.transferCases,
        law.houseAndLand,
        law.effectOfEntry,
        ...(mortgaged ? [law.mortgageRegistered] : []),
        ...(mortgageStays ? [law.transferOfMortgaged, law.restrictedTransfer] : []),
        ...(what.noticed ? [law.advanceNotice] : []),
        ...(what.noticed && mortgaged ? [law.noticeBecomesMortgage] : []),
      ],
      rightTypes: ['4'],
      units: { minimum: 1, maximum: 1 },
      exclusive: true,
      parties: partiesOf(what),
      form: formOf(what),
      materials: materialsOf(what),
      facts: [
        identityOf(...roles),
        ...(kind === 'resale' ? [marriageOf('transferor')] : []),
        filedContract,
        ...(taxPaid ? [receiptOfTax] : []),
      ],
      rules: [
        ...(mortgageStays ? mortgageStands : []),
        ...disposalRules({ taxed: true, fee: true }, [
          { rule: 'PRICE_NAMED', moments: ['accept'] },
          { rule: 'CONTRACT_FILED', moments: ['review'] },
          ...(what.noticed ? fulfilment(mortgaged) : []),
        ]),
        ...(mortgaged ? secured : []),
      ],
      process: taxPaid
        ? taxPaidProcess({ payer: 'transferee' })
        : usualProcess({ confirm: true, contract: true, taxed: true, payer: 'transferee' }),
      limit: promised(1),
      fee: mortgaged ? 'ownership+mortgage' : 'ownership',
      taxed: !taxPaid,
      taxKind: kind,
      effects: what.noticed
        ? ['convert-notice', ...(mortgaged ? ['convert-mortgage-notice'] : [])]
        : ['transfer-ownership', ...(mortgaged ? ['establish-mortgage'] : [])],
      notifies: [...everybody, ...(mortgaged ? ['bank'] : []), ...(what.notifies ?? [])],
      outcome: mortgaged ? 'both' : 'certificate',
    });
  };

const resaleWords = ['二手房过户', '买房', '卖房', '过户', '存量房', '买卖'] as const;

/** 存量房转移. */
export const resale = sale({
  kind: 'resale',
  keywords: resaleWords,
  summary: '二手房买卖后办理过户：网签、缴税、登记一次申请，双方在手机上确认，不用到窗口。',
  notifies: utilities,
});

/** 带押过户: as the resale, with the mortgagee taking part. */
export const resaleOfMortgaged = sale({
  kind: 'resale',
  mortgageStays: true,
  keywords: ['带押过户', '有贷款卖房', '二手房过户', '抵押', '买房', '卖房'],
  summary: '房屋还有贷款也能卖：抵押权人在线同意，抵押随房屋一并转移，不用先还清贷款。',
  notifies: utilities,
});

/** 存量房转移（一件事）: power, water, gas and broadcast change their customer with it, and answer on the same page. */
export const resaleWithUtilities = sale({
  kind: 'resale',
  keywords: [...resaleWords, '一件事', '水电气过户'],
  summary: '二手房过户与水、电、气、广电过户和公积金一次申请：登簿后各单位同步办理，结果在同一进度页查看。',
  notifies: utilities,
});

/** 存量房转移抵押合并. */
export const mortgagedResale = sale({
  kind: 'resale',
  mortgaged: true,
  keywords: [...resaleWords, '贷款买房', '按揭', '抵押'],
  summary: '贷款买二手房：过户和购房贷款抵押一次申请、一次登簿，任一不符合条件的都不登记。',
  notifies: utilities,
});
