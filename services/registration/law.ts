import type { Citation } from '@hengchan/platform';

const regulation = (article: string): Citation => ({ law: '不动产登记暂行条例', article, verified: true });
const detailedRules = (article: string): Citation => ({
  law: '不动产登记暂行条例实施细则',
  article,
  verified: false,
});
const civilCode = (article: string): Citation => ({ law: '中华人民共和国民法典', article, verified: true });
const enforcement = (article: string): Citation => ({
  law: '最高人民法院关于人民法院民事执行中查封、扣押、冻结财产的规定',
  article,
  verified: true,
});

/**
 * Articles the rules and definitions of registration rest on. `verified: false` marks texts that were not checked against
 * their source and have to be before anybody relies on the number.
 */
export const law = {
  jointApplication: regulation('第十四条'),
  withdrawal: regulation('第十五条'),
  materials: regulation('第十六条'),
  acceptance: regulation('第十七条'),
  inspection: regulation('第十八条'),
  timeLimit: regulation('第二十条'),
  refusal: regulation('第二十二条'),
  sharedInformation: regulation('第二十四条'),
  agents: detailedRules('第十二条'),
  landBeforeHouse: detailedRules('第二十四条'),
  landUseRightMaterials: detailedRules('第三十四条'),
  houseMaterials: detailedRules('第三十五条'),
  commonParts: detailedRules('第三十六条'),
  homesteadMaterials: detailedRules('第四十一条'),
  collectiveHouseMaterials: detailedRules('第四十五条'),
  publicNotice: detailedRules('第十七条'),
  inheritance: detailedRules('第十四条'),
  reissue: detailedRules('第二十二条'),
  rectificationExOfficio: detailedRules('第八十一条'),
  alterationCases: detailedRules('第二十六条'),
  transferCases: detailedRules('第二十七条'),
  transferMaterials: detailedRules('第三十八条'),
  cancellationCases: detailedRules('第二十八条'),
  seizureOrder: detailedRules('第九十一条'),
  effectOfEntry: civilCode('第二百一十四条'),
  registrarDuties: civilCode('第二百一十二条'),
  coOwnersConsent: civilCode('第三百零一条'),
  preemption: civilCode('第三百零五条'),
  houseAndLand: civilCode('第三百五十七条'),
  landTerm: civilCode('第三百五十九条'),
  rectification: civilCode('第二百二十条'),
  advanceNotice: civilCode('第二百二十一条'),
  disposalUnderObjection: detailedRules('第八十四条'),
  habitation: civilCode('第三百六十六条'),
  mortgageable: civilCode('第三百九十五条'),
  notMortgageable: civilCode('第三百九十九条'),
  mortgageRegistered: civilCode('第四百零二条'),
  transferOfMortgaged: civilCode('第四百零六条'),
  securityPreserved: { law: '中华人民共和国民法典', article: '第四百零八条', verified: false } as Citation,
  mortgageEnds: civilCode('第三百九十三条'),
  oneHomesteadAHousehold: {
    law: '中华人民共和国土地管理法',
    article: '第六十二条',
    verified: true,
  } as Citation,
  perItemFee: civilCode('第二百二十三条'),
  guardian: civilCode('第三十五条'),
  deedTax: { law: '中华人民共和国契税法', article: '第十一条', verified: true } as Citation,
  restrictedTransfer: {
    law: '最高人民法院关于适用《中华人民共和国民法典》有关担保制度的解释',
    article: '第四十三条',
    verified: true,
  } as Citation,
  seizedDisposal: enforcement('第二十四条'),
  seizureBeforeEntry: enforcement('第二十三条'),
  seizureQueue: enforcement('第二十六条'),
  seizureLapse: enforcement('第二十七条'),
  seizureRelease: enforcement('第二十八条'),
  seizureTerm: {
    law: '最高人民法院关于适用《中华人民共和国民事诉讼法》的解释（2022 年修正）',
    article: '第四百八十五条',
    verified: false,
  } as Citation,
  fee: {
    law: '国家发展改革委 财政部关于不动产登记收费标准等有关问题的通知（发改价格规〔2016〕2559 号）',
    verified: false,
  } as Citation,
} satisfies Record<string, Citation>;
