import type { TaxLine } from '@hengchan/exchange/departments';
import type { Static } from 'typebox';
import { contained, levy, yearsLater } from './arithmetic.ts';
import {
  deedExemptions,
  deedPreferences,
  deedRate,
  type Ground,
  incomeTax,
  inForce,
  surchargeGrounds,
  surcharges,
  valueAddedTax,
} from './parameters.ts';

export type Line = Static<typeof TaxLine>;

/** What the assessment goes by. Numbers of homes are the tax bureau's own knowledge, counted before this bargain for the buyer. */
export interface Bargain {
  kind: 'resale' | 'new-home' | 'gift' | 'inheritance' | 'between-spouses' | 'other';
  usage: 'residential' | 'other';
  /** Fen, value-added tax included. */
  price: number;
  /** Fen of value-added tax in the price, where the seller's invoice shows it. */
  taxInPrice: number;
  /** Square metres. */
  area: number;
  contractOn: string;
  acquiredOn: string | undefined;
  originalPrice: number | undefined;
  buyersArePersons: boolean;
  sellersArePersons: boolean;
  buyerHomes: number;
  sellerHomes: number;
}

export interface Judgement {
  lines: Line[];
  total: number;
  /** Taxes this calculation does not cover; a person at the tax counter must. */
  notAssessed: string[];
}

/** Taxes of one transfer. Pure. Facts and examples: docs/protocols/05-tax.md. */
export function assess(bargain: Bargain): Judgement {
  const sale = bargain.kind === 'resale' && bargain.usage === 'residential' && bargain.sellersArePersons;
  const sellerLines = sale ? taxesOfSale(bargain) : [];
  const taxed = sellerLines.find((line) => line.tax === 'value-added')?.amount ?? bargain.taxInPrice;
  const lines = [deedTax(bargain, bargain.price - taxed), ...sellerLines];
  return {
    lines,
    total: lines.reduce((sum, line) => sum + line.amount, 0),
    notAssessed: leftOut(bargain, sale),
  };
}

function deedTax(bargain: Bargain, base: number): Line {
  const of = (rate: string, reason: string, grounds: readonly Ground[]): Line => ({
    tax: 'deed',
    title: '契税',
    payer: 'buyer',
    base,
    rate,
    amount: levy(base, rate),
    reason,
    citations: [...grounds],
  });
  if (bargain.kind === 'inheritance' || bargain.kind === 'between-spouses') {
    const { reason, grounds } = deedExemptions[bargain.kind];
    return of('0', reason, grounds);
  }
  const preference = inForce(deedPreferences, bargain.contractOn);
  const bought = bargain.kind === 'resale' || bargain.kind === 'new-home';
  if (
    !preference ||
    !bought ||
    bargain.usage !== 'residential' ||
    !bargain.buyersArePersons ||
    bargain.buyerHomes >= 2
  ) {
    return of(
      deedRate.rate,
      bargain.buyerHomes >= 2 ? '家庭第三套及以上住房' : '按法定税率',
      deedRate.grounds,
    );
  }
  const only = bargain.buyerHomes === 0;
  const small = bargain.area <= preference.lineSquareMetres;
  const rates = only ? preference.only : preference.second;
  const reason = `家庭${only ? '唯一' : '第二套'}住房，面积${small ? '不超过' : '超过'}${preference.lineSquareMetres}平方米`;
  return of(small ? rates.upTo : rates.above, reason, preference.grounds);
}

function taxesOfSale(bargain: Bargain): Line[] {
  const value = valueAddedLine(bargain);
  const added = surcharges.map(
    ({ tax, title, rate }): Line => ({
      tax,
      title,
      payer: 'seller',
      base: value.amount,
      rate,
      amount: levy(value.amount, rate),
      reason: value.amount === 0 ? '未征增值税' : '随增值税减半征收',
      citations: [...surchargeGrounds],
    }),
  );
  const paid = added.reduce((sum, line) => sum + line.amount, 0);
  return [value, ...added, incomeLine(bargain, bargain.price - value.amount, paid)];
}

function valueAddedLine({ price, contractOn, acquiredOn }: Bargain): Line {
  const rule = inForce(valueAddedTax, contractOn);
  const free =
    rule === undefined || (acquiredOn !== undefined && yearsLater(acquiredOn, rule.years) <= contractOn);
  const amount = free ? 0 : contained(price, rule.rate);
  return {
    tax: 'value-added',
    title: '增值税',
    payer: 'seller',
    base: price - amount,
    rate: free ? '0' : rule.rate,
    amount,
    reason: free ? '个人购买满2年的住房对外销售，免征增值税' : '个人购买不足2年的住房对外销售，全额征收',
    citations: [...(rule?.grounds ?? [])],
  };
}

function incomeLine(bargain: Bargain, income: number, otherTaxes: number): Line {
  const { acquiredOn, contractOn, originalPrice } = bargain;
  const of = (base: number, rate: string, reason: string, grounds: readonly Ground[]): Line => ({
    tax: 'income',
    title: '个人所得税',
    payer: 'seller',
    base,
    rate,
    amount: levy(base, rate),
    reason,
    citations: [...grounds],
  });
  const long = acquiredOn !== undefined && yearsLater(acquiredOn, incomeTax.exemptYears) <= contractOn;
  if (long && bargain.sellerHomes <= 1) {
    return of(income, '0', '自用五年以上且为家庭唯一生活用房，免征个人所得税', incomeTax.exemptGrounds);
  }
  if (originalPrice === undefined) {
    return of(
      income,
      incomeTax.assessedRate,
      '未提供完整、准确的原值凭证，核定征收',
      incomeTax.assessedGrounds,
    );
  }
  const gain = Math.max(0, income - originalPrice - otherTaxes);
  return of(gain, incomeTax.gainRate, '按转让收入减除原值和税金后的余额', incomeTax.gainGrounds);
}

function leftOut({ kind, sellersArePersons }: Bargain, sale: boolean): string[] {
  if (sale || kind === 'new-home' || kind === 'inheritance' || kind === 'between-spouses') return [];
  if (!sellersArePersons) return ['增值税', '土地增值税', '企业所得税'];
  return kind === 'gift'
    ? ['增值税', '个人所得税', '印花税']
    : ['增值税', '土地增值税', '个人所得税', '印花税'];
}
