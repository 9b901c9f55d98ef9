import type { Share } from '@hengchan/standards';
import type { Citation } from './law.ts';
import type {
  AdvanceNoticeContent,
  Closure,
  EasementContent,
  HabitationContent,
  LockContent,
  ManagementContent,
  ObjectionContent,
} from './limited-rights.ts';

export type { Share };

/** A person or organisation with the identity number only in sealed form: cipher text, blind index, masked text. */
export interface SealedPerson {
  readonly name: string;
  /** ZJZL code: 1 身份证 … 8 统一社会信用代码. */
  readonly idType: string;
  /** The identity number encrypted; only the platform's cipher opens it. */
  readonly idSealed: string;
  /** Keyed blind index of the identity number: equal numbers have equal indexes. */
  readonly idIndex: string;
  /** What may be shown without a recorded reveal. */
  readonly idMasked: string;
}

/** A holder of a right (权利人). */
export interface SealedHolder extends SealedPerson {
  /** QLRLX code: 1 个人, 2 企业, 3 事业单位, 4 国家机关, 99 其它. */
  readonly holderKind: string;
  /** The holder's part of the whole right; present exactly when the right is held by shares. */
  readonly share?: Share;
  /** The holder's own certificate, when co-owners hold one each (分别持证). */
  readonly certificate?: string;
}

/** How a right is held (GYFS): 0 alone, 1 jointly, 2 by shares, 3 otherwise. */
export type CoOwnership = '0' | '1' | '2' | '3';

/** What a unit is, from its land and what stands on it: 房屋, 土地, 林木, 海域, 其他定着物. */
export type UnitKind = 'house' | 'land' | 'forest' | 'sea' | 'structure';

/** The physical facts of a unit (自然状况) as the register records them. Areas are decimal strings in square metres. */
export interface UnitFacts {
  /** The 28-character unit code. */
  readonly code: string;
  readonly kind: UnitKind;
  /** 坐落. */
  readonly location: string;
  /** Building area of a house, parcel area of land. */
  readonly area: string;
  /** Area of the land the house stands on, or its allotted part. */
  readonly landArea?: string;
  /** GHYT code for a house, land-use code for land. */
  readonly use: string;
  readonly landUse?: string;
  /** FWJG code. */
  readonly structure?: string;
  readonly totalFloors?: number;
  readonly floor?: string;
  readonly roomNo?: string;
  readonly buildingNo?: string;
  /** Calendar date of completion, YYYY-MM-DD. */
  readonly completedOn?: string;
  readonly parcelCode: string;
  /** QLXZ code: 101 划拨, 102 出让 … */
  readonly rightsNature: string;
  /** Calendar dates, first and last day of the land-use term. */
  readonly landTermFrom?: string;
  readonly landTermTo?: string;
  /** FWLX code. */
  readonly houseType?: string;
  /** FWXZ code; '0' is a valid value. */
  readonly houseNature?: string;
  /** Degrees, CGCS2000 (EPSG:4490). */
  readonly longitude?: number;
  readonly latitude?: number;
}

/** One version of a unit's facts, in force since an entry. */
export type UnitVersion = UnitFacts & { readonly sinceEntry: number };

/** A length of time counted on the calendar. */
export interface Term {
  readonly unit: 'year' | 'month' | 'day';
  readonly count: number;
}

/** Who ordered something of the registry: a court, the police, a procuratorate, a supervisory or tax authority. */
export interface Authority {
  readonly name: string;
  readonly kind: 'court' | 'police' | 'procuratorate' | 'supervision' | 'tax' | 'other';
}

export interface OwnershipContent {
  /** How it was acquired: text of the registration reason (DJYY). */
  readonly reason: string;
  /** Price in fen, where there was one. */
  readonly price?: number;
  /** The court order this ownership rests on. */
  readonly courtDocument?: string;
  /** 业主共有部分: entered with the building, without a certificate (实施细则 36). */
  readonly commonParts?: true;
  /** 附记 and whatever the sheet says besides. */
  readonly remark?: string;
}

export interface MortgageContent {
  /** DYFS code: 1 general, 2 maximum. */
  readonly mode: '1' | '2';
  /** Secured principal, or for a maximum mortgage the highest amount, in fen. */
  readonly principal: number;
  /** First and last day of performance, or of the period in which claims arise; calendar dates. */
  readonly termFrom: string;
  readonly termTo: string;
  /** Whether an agreement forbidding or restricting transfer is registered (担保解释 43). */
  readonly transferRestricted: boolean;
  /** Scope of the security (担保范围). */
  readonly scope?: string;
  readonly contractNumber?: string;
  readonly mortgagors: readonly SealedPerson[];
  readonly debtors: readonly SealedPerson[];
  /** 在建建筑物抵押 (担保解释 51): only what stands and is registered. */
  readonly construction?: true;
  /** The advance notice it came from; it then ranks from the day of that notice (担保解释 52). */
  readonly noticedFrom?: string;
  /** 最高额抵押权确定: the day on which the claims became fixed (民法典 423). */
  readonly determinedOn?: string;
  readonly reason: string;
}

export interface SeizureContent {
  /** CFLX code: 1 seizure, 2 queued, 3 pre-seizure, 4 queued pre-seizure. */
  readonly kind: '1' | '2' | '3' | '4';
  readonly authority: Authority;
  /** Number of the ruling and of the notice to assist. */
  readonly caseNumber: string;
  readonly documentNumber: string;
  /** When the notice reached the registry: the queue runs by it. ISO instant. */
  readonly deliveredAt: string;
  readonly term: Term;
  /** Set while in force: first day, and the first instant at which it is no longer in force. ISO. */
  readonly effectiveFrom?: string;
  readonly effectiveUntil?: string;
  /** Number of the notice that last extended it. */
  readonly renewedBy?: string;
  readonly applicant?: string;
  /** The person whose property is seized; a pre-seizure turns formal when this person is registered. */
  readonly respondent?: SealedPerson;
  readonly reason: string;
}

interface RightBase {
  /** `${entryNumber}-${ordinal}`: the same entries always give the same ids. */
  readonly id: string;
  /** Id of the first row of this right: stays the same when its row is rewritten by renewal, promotion or alteration. */
  readonly origin: string;
  /** QLLX code of the generation in use; data, not logic. */
  readonly rightType: string;
  readonly holders: readonly SealedHolder[];
  readonly coOwnership: CoOwnership;
  /** Number of the certificate or proof issued for it. */
  readonly certificate?: string;
  readonly registeredAt: Date;
  readonly registeredEntry: number;
  readonly endedAt?: Date;
  readonly endedEntry?: number;
  readonly endedReason?: string;
  /** Id of the row this one replaces, when the same right goes on with other content. */
  readonly continues?: string;
}

export interface OwnershipRight extends RightBase {
  readonly kind: 'ownership';
  readonly content: OwnershipContent;
}

export interface MortgageRight extends RightBase {
  readonly kind: 'mortgage';
  readonly content: MortgageContent;
  /** Order of satisfaction, from 1; never reused while the mortgage that has it is current. */
  readonly rank: number;
}

export interface SeizureRight extends RightBase {
  readonly kind: 'seizure';
  readonly content: SeizureContent;
  /** 0 is in force, 1 and up wait in that order. */
  readonly queue: number;
}

export interface AdvanceNoticeRight extends RightBase {
  readonly kind: 'advance-notice';
  readonly content: AdvanceNoticeContent;
}

export interface ObjectionRight extends RightBase {
  readonly kind: 'objection';
  readonly content: ObjectionContent;
}

export interface EasementRight extends RightBase {
  readonly kind: 'easement';
  readonly content: EasementContent;
}

export interface HabitationRight extends RightBase {
  readonly kind: 'habitation';
  readonly content: HabitationContent;
}

export interface ManagementRight extends RightBase {
  readonly kind: 'management';
  readonly content: ManagementContent;
}

export interface LockRight extends RightBase {
  readonly kind: 'lock';
  readonly content: LockContent;
}

export type Right =
  | OwnershipRight
  | MortgageRight
  | SeizureRight
  | AdvanceNoticeRight
  | ObjectionRight
  | EasementRight
  | HabitationRight
  | ManagementRight
  | LockRight;
export type RightKind = Right['kind'];

/** What the register says about one unit now: the input of every effect. */
export interface UnitState {
  readonly unit: UnitVersion;
  /** Current rights only. */
  readonly rights: readonly Right[];
  /** The page is closed: nothing more is entered on it, and its successors are named. */
  readonly closed?: Closure;
  /** The last entry that touched the unit. */
  readonly lastEntry: number;
  readonly lastEnteredAt: Date;
}

/** When and under which number an effect is entered. */
export interface Moment {
  readonly now: Date;
  readonly entryNumber: number;
}

/** What an effect does to the register, in the smallest steps the projections know. */
export type Change =
  | { readonly change: 'unit'; readonly facts: UnitFacts }
  | { readonly change: 'end'; readonly right: string; readonly at: Date; readonly reason: string }
  | { readonly change: 'open'; readonly right: Right }
  | { readonly change: 'certificate'; readonly number: string; readonly right: string }
  /** The page is closed for good; every right on it has ended before. */
  | { readonly change: 'close'; readonly closure: Omit<Closure, 'at' | 'entry'> }
  /** The unit was disposed of; `authority` names who ordered it when a court did. */
  | { readonly change: 'disposal'; readonly authority?: string };

/** Why an effect cannot be entered. `message` is Chinese and meant for the person at the screen. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly citation?: Citation;
}

export type Outcome = { readonly changes: readonly Change[] } | { readonly refusals: readonly Refusal[] };
