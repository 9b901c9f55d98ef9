import type { UnitFacts } from '@hengchan/register';

/**
 * The words legal cases are told in. A case is data: what stood in the register, what somebody does, what must come of it, and the article
 * that says so. `run-case.ts` plays it on the server, `tell-case.ts` writes it down for people.
 */

export const people = [
  '甲',
  '乙',
  '丙',
  '丁',
  '戊',
  '村民甲',
  '村民乙',
  '夫',
  '妻',
  '已故者',
  '未成年人',
] as const;
export const bodies = [
  '甲公司',
  '乙公司',
  '开发企业',
  '村集体',
  '邻村集体',
  '银行',
  '另一银行',
  '法院',
  '另一法院',
] as const;
export type Who = (typeof people)[number] | (typeof bodies)[number];

/** Somebody with a part of the whole. */
export interface Part {
  readonly who: Who;
  readonly share: readonly [numerator: number, denominator: number];
}
export type Taker = Who | Part;

/** A unit of the situation; the first is `A`, the next `B` and so on. */
export interface UnitWish {
  /** QLLX of its title; 4 (国有建设用地使用权/房屋所有权) where left out. */
  readonly right?: string;
  /** Nobody: the survey has described it and the register does not know it. */
  readonly held: readonly Taker[];
  readonly facts?: Partial<UnitFacts>;
  /** Letter of the unit on whose parcel it lies. */
  readonly on?: string;
  /** What the register calls its holder, by now called otherwise. */
  readonly recordedAs?: string;
}

/** What happened on a unit (`A` unless said) so many days ago (a few where left out), by way of the register's own effects. */
export type Event = { readonly unit?: string; readonly daysAgo?: number } & (
  | { readonly event: 'mortgage'; readonly to: Who; readonly restricted?: true; readonly maximum?: true }
  | { readonly event: 'seizure'; readonly by: Who; readonly months?: number }
  | { readonly event: 'pre-seizure'; readonly by: Who; readonly against: Who }
  | { readonly event: 'notice'; readonly of: Who; readonly by: Who; readonly registrableSince?: number }
  | { readonly event: 'mortgage-notice'; readonly of: Who; readonly by: Who }
  | { readonly event: 'objection'; readonly by: Who; readonly suit?: true }
  | { readonly event: 'easement'; readonly over: string; readonly for: string }
  | { readonly event: 'habitation'; readonly of: Who }
  | { readonly event: 'management'; readonly of: Who }
  | { readonly event: 'lock'; readonly by?: Who }
  | { readonly event: 'transfer'; readonly to: Who }
  | { readonly event: 'loss' }
  | { readonly event: 'split'; readonly into: readonly string[] }
);

export interface LegalSituation {
  readonly units: readonly UnitWish[];
  readonly past?: readonly Event[];
  /** A case that was accepted before and is not decided yet. */
  readonly pending?: Application;
}

/** Somebody applies for a business. Fields of the form that are not named are filled in as its examples say. */
export interface Application {
  readonly apply: string;
  readonly channel?: 'counter' | 'online';
  /** Who hands it in online; the first who may where left out. */
  readonly by?: Who;
  /** Letters of its units; A where left out. */
  readonly units?: readonly string[];
  readonly parties: Readonly<Record<string, readonly Taker[]>>;
  /**
   * `@proof` is the number of the right given last, `@certificate` that of the title of A, `@A` the code of a unit, `@甲` a name,
   * `@+365` the day so many days from now.
   */
  readonly form?: Readonly<Record<string, unknown>>;
  /** What happens when the case is about to be acted on so. */
  readonly meanwhile?: { readonly at: string; readonly event: Event };
  /** One and the same person has every post of the office that the case needs. */
  readonly oneClerk?: true;
  /** Nobody does what is offered here: the case stays where it is. */
  readonly stopsAt?: string;
  /** Somebody does something else than what leads on: when this is offered, it is taken. */
  readonly instead?: { readonly action: string; readonly by: 'opener' | 'clerk'; readonly at: string };
}

/** Nobody does anything; the page is looked at so many days from now. */
export interface Look {
  readonly look: number;
}

export type LegalAct = Application | Look;

/** How a page stands. Absent: not looked at. */
export interface Page {
  /** 权利人 of the title; nobody where there is no title. */
  readonly held?: readonly Who[];
  readonly shares?: readonly string[];
  /** As `顺位 抵押权人`. */
  readonly mortgages?: readonly string[];
  /** As `轮候顺位 机关`, 0 in force. */
  readonly seizures?: readonly string[];
  readonly notices?: readonly Who[];
  readonly objections?: readonly Who[];
  readonly easements?: number;
  readonly habitations?: readonly Who[];
  readonly managements?: readonly Who[];
  readonly locked?: boolean;
  readonly closed?: 'split' | 'merger' | 'loss';
  readonly successors?: number;
  readonly location?: string;
  readonly area?: string;
  readonly name?: string;
  /** Members of the content of the right named by its kind. */
  readonly says?: { readonly kind: string; readonly content: Readonly<Record<string, unknown>> };
  /** The title has another certificate than before, and the former number is void. */
  readonly newCertificate?: boolean;
}

export type LegalOutcome =
  /** Cannot even be begun, or not be handed in: the code of the problem, or words of what is wrong with a field. */
  | { readonly not: 'begun' | 'handed in'; readonly because: string }
  /** Stopped by a rule: when it is handed in, at the review, at the entry. */
  | { readonly not: 'accepted' | 'approved' | 'entered'; readonly because: string }
  /** Somebody has to look at it by this rule before it is decided. */
  | { readonly person: string }
  /** The rules of acceptance let it pass. */
  | { readonly accepted: true }
  /** It waits before anything is entered and the page is as it was; `later` is how it stands when the days are over. */
  | { readonly waits: string; readonly later?: Page; readonly refused?: { action: string; because: string } }
  /** It ends so, and nothing is entered. */
  | { readonly ends: 'withdrawn' | 'declined' | 'refused' }
  /** The page of A afterwards, or those of several units by their letters. */
  | { readonly register: Page | Readonly<Record<string, Page>> };

export interface LegalCase {
  readonly no: string;
  /** The question, as somebody would put it. */
  readonly asks: string;
  readonly situation: LegalSituation;
  readonly act: LegalAct;
  readonly outcome: LegalOutcome;
  readonly article: string;
  /** The article was read in its source. */
  readonly verified: boolean;
}

export interface Subject {
  readonly title: string;
  readonly cases: readonly LegalCase[];
}
