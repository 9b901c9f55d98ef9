import type { Moment } from '@hengchan/casework';
import type { Right, RightKind, UnitKind } from '@hengchan/register';
import type { Share } from '@hengchan/standards';

/** A holder or party as rules see one: never the identity number itself, only whether two are the same. */
export interface PersonFact {
  name: string;
  idType: string;
  idIndex: string;
  idMasked: string;
}

export interface PartyFact extends PersonFact {
  role: string;
  share?: Share;
  confirmed: boolean;
  /** The role says something in this business: whoever plays it agrees to what is applied for. */
  agrees: boolean;
  /** Calendar date of birth of a natural person. */
  born?: string;
}

export interface UnitFact {
  code: string;
  /** It has a page in the register. */
  exists: boolean;
  /** The cadastral survey has described it; asked only for businesses that register what has no title yet. */
  surveyed?: boolean;
  /** The cadastral subzone in its code; asked only of a unit that has no page yet, where the office keeps its districts. */
  subzone?: { code: string; inForce: boolean };
  /** How its page was closed, with the codes that took its place. */
  closed?: { how: string; successors: readonly string[] };
  kind: UnitKind | undefined;
  /** QLXZ code: 101 划拨, 102 出让 … */
  rightsNature?: string;
  /** What else is titled on its parcel; asked only where a rule of the business looks at it. */
  parcel?: { landTitled: boolean; buildingsTitled: number };
  location: string;
  area: string;
  use: string;
  landTermTo?: string;
  /** As the unit stood when the case was opened. */
  declared: { location: string; area: string; use: string };
  /** Current rights only. */
  rights: readonly Right[];
  /** Objections that ended; asked only where a rule of the business looks at them. */
  pastObjections?: readonly Extract<Right, { kind: 'objection' }>[];
  /** Other accepted cases that dispose of the unit. */
  pendingCases: readonly string[];
}

export interface SuccessorFact {
  code: string;
  surveyed: boolean;
  /** It has a page already. */
  exists: boolean;
  area: string;
  /** The cadastral subzone in its code; asked only where it comes to another parcel. */
  subzone?: { code: string; inForce: boolean };
}

export interface AskedFact {
  kind: string;
  title: string;
  subject: string;
  outcome: 'match' | 'mismatch' | 'unavailable';
  data: Record<string, unknown>;
}

/** What a certificate certified when it was issued; only its number where nobody here issued it. */
export interface CertificateFact {
  number: string;
  unit?: string;
  void?: boolean;
  holders?: readonly { name: string; idIndex: string }[];
  /** QLLX. */
  rightType?: string;
  termTo?: string;
}

/** Everything a legal rule may look at, gathered once for each evaluation. Row REG-AUD-17. */
export interface RegistrationFacts {
  moment: Moment;
  business: string;
  /** QLLX codes of the titles the business is about; left out: any. */
  rightTypes?: readonly string[];
  channel: 'online' | 'counter';
  office: string;
  /** Calendar date in Shanghai. */
  today: string;
  now: string;
  units: readonly UnitFact[];
  parties: readonly PartyFact[];
  /** The certificate named in the form; asked only where a rule of the business compares it. */
  certificate?: CertificateFact;
  /** Units the form says a split or merger makes. */
  successors?: readonly SuccessorFact[];
  /** Homesteads the transferees hold already; asked only where a rule of the business looks at them. */
  otherHomesteads?: readonly { name: string; unit: string }[];
  form: Record<string, unknown>;
  asked: readonly AskedFact[];
  missingMaterials: readonly string[];
  taxSettled: boolean;
  taxReceipts: readonly string[];
  paymentDue: number;
  paymentPaid: number;
  /** What the business announces was announced and its time is over; false where it announces nothing. */
  noticeOver: boolean;
  /** Objections during a public notice that were not overruled. */
  noticeObjections: number;
}

/** Parties of a role. */
export const partiesOf = (facts: RegistrationFacts, role: string) =>
  facts.parties.filter((party) => party.role === role);

/** Current ownership of a unit, if any. */
export const ownershipOf = (unit: UnitFact) => unit.rights.find((right) => right.kind === 'ownership');

/** Current rights of a kind on a unit. */
export const rightsOf = <K extends RightKind>(unit: UnitFact, kind: K): Extract<Right, { kind: K }>[] =>
  unit.rights.filter((right): right is Extract<Right, { kind: K }> => right.kind === kind);

export const mortgagesOf = (unit: UnitFact) => unit.rights.filter((right) => right.kind === 'mortgage');

export const seizuresOf = (unit: UnitFact) => unit.rights.filter((right) => right.kind === 'seizure');

/** Blind indexes of everybody who speaks in the case: who takes part and confirms agrees to it. */
export const agreeing = (facts: RegistrationFacts): ReadonlySet<string> =>
  new Set(facts.parties.filter((party) => party.agrees).map((party) => party.idIndex));
