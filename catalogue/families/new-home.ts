import { sale } from './sale.ts';

/** 商品房: sold by the developer who has the title. */
const newHomeWords = ['商品房', '新房', '买房', '办房产证', '过户'] as const;

/** 商品房转移, by the developer and the buyer together. */
export const newHome = sale({
  kind: 'new-home',
  keywords: newHomeWords,
  summary: '新建商品房由开发企业和买受人一起办理转移登记：网签、缴税、登记一次申请。',
});

/** 购买商品房（一窗）: the buyer begins, with the taxes in the same case. */
export const newHomeOfPerson = sale({
  kind: 'new-home',
  buyers: ['person'],
  keywords: [...newHomeWords, '一窗'],
  summary: '个人购买商品房：一次提交，登记和缴税并行办理，完税后登簿，开发企业在线确认。',
});

/** 购买商品房, by a company. */
export const newHomeOfBody = sale({
  kind: 'new-home',
  buyers: ['organisation'],
  keywords: newHomeWords,
  summary: '企业购买商品房：一次提交，登记和缴税并行办理，开发企业在线确认。',
});

/** 购买商品房 with the taxes paid already (不走一窗). */
export const newHomeTaxPaid = sale({
  kind: 'new-home',
  taxPaid: true,
  buyers: ['person'],
  keywords: [...newHomeWords, '已缴税', '完税凭证'],
  summary: '已经自行缴清契税的：填写完税凭证号，系统向税务部门核对后登记，不用再次申报。',
});

/** 商品房转移抵押合并. */
export const mortgagedNewHome = sale({
  kind: 'new-home',
  mortgaged: true,
  keywords: [...newHomeWords, '贷款买房', '按揭', '抵押'],
  summary: '贷款买新房：转移和抵押一次申请、一次登簿，任一不符合条件的都不登记。',
});

/** 预购商品房预告登记转本登记: the developer has the title, the buyer takes what was noted. */
export const noticedNewHome = sale({
  kind: 'new-home',
  noticed: true,
  keywords: [...newHomeWords, '预告', '转本登记', '交房'],
  summary: '预购的商品房办好首次登记后，由预告登记权利人与开发企业申请转移登记；登簿时预告登记自动注销。',
});

/** 双预告转本: transfer and mortgage, each ending its notice; the mortgage counts from the day of the notice. */
export const mortgagedNoticedNewHome = sale({
  kind: 'new-home',
  noticed: true,
  mortgaged: true,
  keywords: [...newHomeWords, '双预告', '转本登记', '按揭', '抵押'],
  summary:
    '双预告转为本登记：转移和抵押一次申请、一次登簿，两项预告登记自动注销，抵押权自预告登记之日起设立。',
});
