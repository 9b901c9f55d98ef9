import type { Authority, MortgageContent, SealedPerson } from './state.ts';

/** What is particular to each right other than title, mortgage and seizure. Dates are calendar dates, amounts fen. */

/**
 * 预告登记 (民法典 221): a claim to a coming registration, protected. YGDJZL: 1 预售商品房买卖预告, 2 其他不动产买卖预告,
 * 3 预售商品房抵押预告, 4 其他不动产抵押预告.
 */
export interface AdvanceNoticeContent {
  readonly noticeKind: '1' | '2' | '3' | '4';
  /** 预告义务人: who has promised the registration. */
  readonly obligors: readonly SealedPerson[];
  /** 买卖金额 or, of a mortgage, what it is to secure. */
  readonly amount?: number;
  readonly contractNumber?: string;
  /** What the mortgage will say once registered; of kinds 3 and 4. */
  readonly mortgage?: Omit<MortgageContent, 'mortgagors' | 'debtors' | 'reason'> & {
    readonly debtors: readonly SealedPerson[];
  };
  /** From this day registration is possible; ninety days later the notice lapses (民法典 221). */
  readonly registrableFrom?: string;
  /** The day it was first registered, once its row was rewritten: a mortgage it becomes counts from then (担保解释 52). */
  readonly noticedOn?: string;
  readonly reason: string;
}

/** 异议登记 (民法典 220). The holders of the right are the applicants. */
export interface ObjectionContent {
  /** 异议事项. */
  readonly matter: string;
  /** First instant at which it has lapsed, while no suit was shown; ISO. */
  readonly lapsesAt?: string;
  /** Number of the court's notice that the suit was taken up. */
  readonly suit?: string;
  readonly reason: string;
}

/** 地役权 (民法典 372): on the pages of the land that serves and of the land it serves, with the same content. */
export interface EasementContent {
  /** Which of the two this page is. */
  readonly side: 'servient' | 'dominant';
  /** Names the easement on every page it is on: number of its proof. */
  readonly key: string;
  readonly servient: readonly string[];
  readonly dominant: readonly string[];
  /** Holders of the servient land (供役地权利人). */
  readonly providers: readonly SealedPerson[];
  /** 利用目的和方法. */
  readonly purpose: string;
  readonly termFrom: string;
  readonly termTo: string;
  readonly reason: string;
}

/** 居住权 (民法典 366). */
export interface HabitationContent {
  readonly providers: readonly SealedPerson[];
  /** 居住的条件和要求, with the part of the home it is about. */
  readonly conditions: string;
  readonly termFrom: string;
  /** Left out: for life. */
  readonly termTo?: string;
  /** 是否可以出租 (民法典 369). */
  readonly mayLet: boolean;
  readonly reason: string;
}

/** 土地经营权 on contracted land, of five years or more (民法典 341). */
export interface ManagementContent {
  readonly providers: readonly SealedPerson[];
  readonly contractNumber?: string;
  readonly termFrom: string;
  readonly termTo: string;
  readonly reason: string;
}

/** A stop the registry itself or another authority put on the page (锁定、限制登记). It has no holders. */
export interface LockContent {
  readonly authority: Authority;
  readonly documentNumber: string;
  readonly reason: string;
}

/** How a page was closed. */
export interface Closure {
  readonly how: 'split' | 'merger' | 'loss' | 'renumbering';
  readonly reason: string;
  /** Codes of the units that took its place. */
  readonly successors: readonly string[];
  readonly at: Date;
  readonly entry: number;
}
