import type { BusinessDefinition } from '@hengchan/casework';
import { mortgageNotice, presaleNoticeAlone } from '../families/advance-notice.ts';
import { anyAlteration } from '../families/alteration.ts';
import { titleCancellation } from '../families/cancellation.ts';
import { unitMerger, unitSplit } from '../families/division.ts';
import { seaUseFirst } from '../families/first-registration.ts';
import { habitationAlteration, habitationCancellation, habitationFirst } from '../families/habitation.ts';
import {
  managementAlteration,
  managementCancellation,
  managementFirst,
  managementTransfer,
} from '../families/management.ts';
import { constructionMortgage, maximumMortgageFixed } from '../families/mortgage.ts';
import { objectionSuit } from '../families/objection.ts';
import { unitLock, unitUnlock } from '../families/restriction.ts';
import { resaleOfMortgaged } from '../families/sale.ts';
import { preSeizure, seizureRenewal } from '../families/seizure.ts';

const people = ['person', 'counter'] as const;
const lenders = ['person', 'company', 'bank', 'developer', 'counter'] as const;
const authorities = ['court', 'counter'] as const;
const everyone = ['person', 'company', 'developer', 'counter'] as const;

/** Businesses the law knows and the province's lists do not name: this platform offers them too. */
export const additionalList: readonly BusinessDefinition[] = [
  unitSplit({ code: 'unit-split', name: '不动产分割变更登记', entrances: everyone }),
  unitMerger({ code: 'unit-merger', name: '不动产合并变更登记', entrances: everyone }),
  habitationFirst({ code: 'habitation-first', name: '居住权首次登记', entrances: people }),
  habitationAlteration({ code: 'habitation-alteration', name: '居住权变更登记', entrances: people }),
  habitationCancellation({ code: 'habitation-cancellation', name: '居住权注销登记', entrances: people }),
  managementFirst({ code: 'management-first', name: '土地经营权首次登记', entrances: everyone }),
  managementAlteration({ code: 'management-alteration', name: '土地经营权变更登记', entrances: everyone }),
  managementTransfer({ code: 'management-transfer', name: '土地经营权转移登记', entrances: everyone }),
  managementCancellation({
    code: 'management-cancellation',
    name: '土地经营权注销登记',
    entrances: everyone,
  }),
  constructionMortgage({
    code: 'construction-mortgage',
    name: '在建建筑物抵押权首次登记',
    entrances: lenders,
  }),
  maximumMortgageFixed({ code: 'maximum-mortgage-fixed', name: '最高额抵押权确定登记', entrances: lenders }),
  objectionSuit({ code: 'objection-suit', name: '异议登记（提交起诉材料）', entrances: everyone }),
  unitLock({ code: 'unit-lock', name: '限制登记', entrances: authorities }),
  unitUnlock({ code: 'unit-unlock', name: '解除限制登记', entrances: authorities }),
  preSeizure({ code: 'pre-seizure', name: '预查封登记', entrances: authorities }),
  seizureRenewal({ code: 'seizure-renewal', name: '续行查封登记', entrances: authorities }),
  resaleOfMortgaged({
    code: 'resale-transfer-mortgaged',
    name: '存量房转移登记（带押过户）',
    entrances: ['person', 'company', 'developer', 'bank', 'counter'],
  }),
  seaUseFirst({ code: 'sea-use-first', name: '海域使用权首次登记', entrances: everyone }),
  anyAlteration('15')({ code: 'sea-use-alteration', name: '海域使用权变更登记', entrances: everyone }),
  titleCancellation('15')({ code: 'sea-use-cancellation', name: '海域使用权注销登记', entrances: everyone }),
  mortgageNotice({ code: 'mortgage-notice', name: '抵押预告登记', entrances: lenders }),
  presaleNoticeAlone({
    code: 'presale-notice-alone',
    name: '预购商品房预告登记（预购人单方申请）',
    entrances: ['person', 'company', 'counter'],
  }),
];
