import type { Citation, Mark } from '@hengchan/platform';
import type { TObject, TSchema } from 'typebox';
import type { Process } from './process/graph.ts';

export type Channel = 'online' | 'counter';

/** When rules are asked: as the parties submit, as the registrar reviews, and inside the transaction that writes the register. */
export type Moment = 'accept' | 'review' | 'entry';

/** A kind of party of a business: who they are in law and what they do in the case. */
export interface PartyRole {
  role: string;
  title: string;
  /** Said to citizens: who belongs here. */
  explanation: string;
  minimum: number;
  maximum: number;
  kinds: readonly ('person' | 'organisation')[];
  /** Must be, as a group, the registered holders of the right disposed of. */
  currentHolder?: boolean;
  /** Takes shares that must sum to one when the form says the right is held by shares. */
  takesShares?: boolean;
  /** Confirms on an own device before acceptance. */
  confirms?: boolean;
  /** May open the case online. */
  opens?: boolean;
  /** Does what is asked of the others who cannot do it themselves: a guardian pays what the child owes. */
  represents?: boolean;
}

/** A material of the file: what, why, and where it can be fetched so that nobody has to bring it (条例 24). */
export interface MaterialRequirement {
  code: string;
  title: string;
  why: string;
  required: boolean;
  /** Needed only where this holds of the case's form or channel, or somebody takes part in the role. */
  when?: { channel?: Channel; form?: Record<string, unknown>; role?: string };
  accept: readonly string[];
  /** The fact that replaces the material when its source has confirmed it. */
  replacedBy?: string;
  citation?: Citation;
  /** Papers of one person: of the parties only who gave a file opens it; the others learn that it was given. */
  personal?: true;
  /** What its files are marked with; 内部 unless said. */
  mark?: Mark;
}

/** A fact asked of the department that knows it. */
export interface FactRequest {
  kind: string;
  title: string;
  /** Department shown to people. */
  source: string;
  /** Asked once for each party of these roles, or once for the case. */
  each?: readonly string[];
  /** Named builder of the question, registered by a service. */
  question: string;
}

export interface RuleUse {
  rule: string;
  moments: readonly Moment[];
  parameters?: Record<string, string | number | boolean>;
}

/** Lists of processes the province asks a city to offer, by who applies: with the housing platform, banks, developers, companies, persons, at the counter with separate decision, taxed ones among these. */
export type ProcessList = 'HCD' | 'BNK' | 'DEV' | 'ENT' | 'PER' | 'SEP' | 'TAX';
export type ProcessGroup = '协同' | '首次' | '变更' | '预告' | '转移' | '抵押' | '注销' | '其他' | '涉税';

/** Where a business stands in those lists (ONL-WEB-01). */
export interface Place {
  list: ProcessList;
  number: number;
  group: ProcessGroup;
}

/** What a transfer is to the tax bureau. */
export type TaxKind = 'resale' | 'new-home' | 'gift' | 'inheritance' | 'between-spouses' | 'other';

/**
 * A registration business as a value: everything that is said, asked, checked and done.
 * Form on screen, guide, checklist, process picture, API description and the generated journey all come from it.
 */
export interface BusinessDefinition {
  code: string;
  version: number;
  effectiveFrom: string;
  name: string;
  /** Its place in the lists every city offers; a business this platform adds has none. */
  place?: Place;
  /** The question of a citizen this answers, for search: 买房、卖房、过户. */
  keywords: readonly string[];
  summary: string;
  audience: string;
  /** 登记类型, dictionary DJLX. */
  registrationType: string;
  entrances: readonly ('person' | 'company' | 'bank' | 'developer' | 'court' | 'counter')[];
  channels: readonly Channel[];
  laws: readonly Citation[];
  /** 权利类型 (QLLX) of the titles it is about; of a first registration the one it records. Left out: any. */
  rightTypes?: readonly string[];
  /**
   * How many units a case is about, and who describes them: the register (left out), or the cadastral survey for units that have no
   * title yet.
   */
  units: { minimum: number; maximum: number; source?: 'register' | 'survey' | 'either' };
  /** A disposal keeps other disposals of the same unit out from acceptance to the end. */
  exclusive: boolean;
  parties: readonly PartyRole[];
  form: TObject<Record<string, TSchema>>;
  materials: readonly MaterialRequirement[];
  facts: readonly FactRequest[];
  rules: readonly RuleUse[];
  process: Process;
  limit: { workingDays: number; warningDays: number; statutoryWorkingDays: number; citation: Citation };
  /** Named schedule of the statutory fee, or none; several joined by + where several registrations are made at once. */
  fee: string | undefined;
  /** What lowers the fee of each of its cases, as the fee schedules call it. */
  feeCircumstances?: readonly string[];
  /** Taxes have to be declared and settled before entry. */
  taxed: boolean;
  /** What it is to the tax bureau, `other` where left out; by the value of a field of the form where that decides. */
  taxKind?: TaxKind | { field: string; kinds: Readonly<Record<string, TaxKind>> };
  /** Named builders of the effects, in the order they are entered. */
  effects: readonly string[];
  /** Departments told after entry. */
  notifies: readonly string[];
  /** 不动产权证书, 不动产登记证明, or nothing is issued. */
  outcome: 'certificate' | 'proof' | 'both' | 'none';
}
