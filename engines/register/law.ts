/**
 * Where a legal rule comes from.
 *
 * `verified` is true only when the wording of that article was read in the named version; a citation from
 * memory keeps `false` and is shown as unverified wherever it appears.
 */
export interface Citation {
  readonly law: string;
  readonly article: string;
  readonly verified: boolean;
}

const civilCode = (article: string): Citation => ({ law: '中华人民共和国民法典', article, verified: true });
const freezing = (article: string): Citation => ({
  law: '最高人民法院关于人民法院民事执行中查封、扣押、冻结财产的规定（2020 年修正）',
  article,
  verified: true,
});
const regulation = (article: string): Citation => ({
  law: '不动产登记暂行条例（2019 年修订）',
  article,
  verified: true,
});
const rules = (article: string): Citation => ({
  law: '不动产登记暂行条例实施细则',
  article,
  verified: false,
});

/** Articles the effects of this engine rest on, one name for each. */
export const law = {
  effectOnEntry: civilCode('第二百一十四条'),
  management: civilCode('第三百四十一条'),
  habitation: civilCode('第三百六十六条'),
  habitationOnEntry: civilCode('第三百六十八条'),
  habitationStays: civilCode('第三百六十九条'),
  habitationEnds: civilCode('第三百七十条'),
  easement: civilCode('第三百七十二条'),
  easementOnEntry: civilCode('第三百七十四条'),
  easementTerm: civilCode('第三百七十七条'),
  easementWithLand: civilCode('第三百八十条'),
  easementChange: civilCode('第三百八十五条'),
  mortgageWithClaim: civilCode('第四百零七条'),
  mortgageAlteration: civilCode('第四百零九条'),
  maximumMortgageTransfer: civilCode('第四百二十一条'),
  claimsFixed: civilCode('第四百二十三条'),
  coOwnership: civilCode('第二百九十七条'),
  shares: civilCode('第二百九十八条'),
  jointOwnership: civilCode('第二百九十九条'),
  disposalOfCommonThing: civilCode('第三百零一条'),
  transferOfShare: civilCode('第三百零五条'),
  houseWithLand: civilCode('第三百五十七条'),
  securityEnds: civilCode('第三百九十三条'),
  mortgageable: civilCode('第三百九十五条'),
  notMortgageable: civilCode('第三百九十九条'),
  mortgageOnEntry: civilCode('第四百零二条'),
  transferOfMortgaged: civilCode('第四百零六条'),
  mortgageRank: civilCode('第四百一十四条'),
  maximumMortgage: civilCode('第四百二十条'),
  restrictedTransfer: {
    law: '最高人民法院关于适用《中华人民共和国民法典》有关担保制度的解释',
    article: '第四十三条',
    verified: true,
  },
  certificateFollowsRegister: civilCode('第二百一十七条'),
  rectification: civilCode('第二百二十条'),
  advanceNotice: civilCode('第二百二十一条'),
  byCourtOrder: civilCode('第二百二十九条'),
  objection: civilCode('第二百二十条'),
  noticeBecomesMortgage: {
    law: '最高人民法院关于适用《中华人民共和国民法典》有关担保制度的解释',
    article: '第五十二条',
    verified: true,
  },
  buildingUnderConstruction: {
    law: '最高人民法院关于适用《中华人民共和国民法典》有关担保制度的解释',
    article: '第五十一条',
    verified: true,
  },
  unitHasOneCode: regulation('第八条'),
  refusal: regulation('第二十二条'),
  transferBeforeSeizure: freezing('第二十三条'),
  disposalUnderSeizure: freezing('第二十四条'),
  queuedSeizure: freezing('第二十六条'),
  seizureEnds: freezing('第二十七条'),
  seizureRelease: freezing('第二十八条'),
  seizureTerm: {
    law: '最高人民法院关于适用《中华人民共和国民事诉讼法》的解释（2022 年修正）',
    article: '第四百八十五条',
    verified: true,
  },
  /** The queue runs by delivery time; the wording of the article was not at hand. */
  seizureByDelivery: rules('第九十一条'),
  objectionRules: rules('第八十二条'),
  objectionKept: rules('第八十三条'),
  noticeRules: rules('第八十五条'),
  certificateForTitle: rules('第二十条'),
  certificateAnew: rules('第二十二条'),
  alteration: rules('第二十六条'),
  cancellation: rules('第二十八条'),
  commonParts: rules('第三十六条'),
  rectificationExOfficio: rules('第八十一条'),
  preSeizureConverts: {
    law: '最高人民法院 国土资源部 建设部关于依法规范人民法院执行和国土资源房地产管理部门协助执行若干问题的通知（法发〔2004〕5号）',
    article: '预查封自动转为查封',
    verified: false,
  },
} as const satisfies Record<string, Citation>;
