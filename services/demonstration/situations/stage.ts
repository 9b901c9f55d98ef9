import { allocateNumber, recordCertificate, voidCertificates } from '@hengchan/certificates';
import { appendLeaf } from '@hengchan/evidence';
import { nextNumber, type Platform, type Transaction } from '@hengchan/platform';
import {
  type Effect,
  type EnteredEntry,
  enter,
  loadStates,
  type Right,
  type SealedHolder,
  type SealedPerson,
  type Share,
  saveParcels,
  saveSurveyedUnits,
  type UnitFacts,
} from '@hengchan/register';
import { numberFor, type OfficeInfo } from '@hengchan/registration';
import { toShanghaiDate } from '@hengchan/standards';
import type { Identity } from '../city/people.ts';
import { makeSealer } from '../seed/sealer.ts';
import type { Cast } from './cast.ts';
import { groundFor, lettersOf, type PracticeZone } from './ground.ts';

/** Who practice entries name as their registrar. */
export const practiceRegistrar = '演示数据';

/** Units that are wanted of the survey. */
export interface SurveyWish {
  /** QLLX of the title they have or will have. */
  readonly rightType: string;
  /** So many on one parcel; 1 when left out. Land fills its parcel by itself. */
  readonly count?: number;
  readonly changes?: Partial<UnitFacts>;
}

/** What somebody does at a department's own counter before the case begins; undefined where it cannot be reached. */
export type AtCounter = (department: string, act: string, order: object) => Promise<unknown>;

/** What recipes work with: a place to put units, the register's own effects, and the people of the demonstration. */
export interface Stage {
  readonly platform: Platform;
  readonly office: OfficeInfo;
  readonly cast: Cast;
  readonly zone: PracticeZone;
  /** Differs from situation to situation: turns through the cast. */
  readonly turn: number;
  readonly now: Date;
  readonly atCounter: AtCounter;
  /** Describes new units on a new parcel, as the cadastral survey would. */
  survey(wish: SurveyWish): Promise<UnitFacts[]>;
  /** Describes more units on a parcel: the land under a house, the codes a split will give. */
  surveyOn(parcelCode: string, wish: SurveyWish & { readonly from?: number }): Promise<UnitFacts[]>;
  /** Enters effects through the register as on a day so many days ago, with their numbers, certificates and evidence. */
  enter(effects: readonly Effect[], daysAgo?: number): Promise<EnteredEntry[]>;
  /** The same for effects that share one proof and are named by its number. */
  enterWithProof(effects: (proof: string) => readonly Effect[], daysAgo?: number): Promise<EnteredEntry[]>;
  seal(person: Identity): SealedPerson;
  holder(person: Identity, share?: Share): SealedHolder;
}

/** A stage of an office. Nothing is written before a recipe asks for it; every act is a transaction of its own. */
export async function openStage(
  platform: Platform,
  office: OfficeInfo,
  cast: Cast,
  zone: PracticeZone = 'cases',
  atCounter: AtCounter = async () => undefined,
): Promise<Stage> {
  const { database } = platform;
  const now = platform.clock.now();
  const seal = makeSealer(platform.cipher);
  const turn = await nextNumber(database, office.code, `practice ${zone}`, 'turn');
  const locations = new Map<string, string>();
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);

  async function surveyed(parcel: number, { rightType, count = 1, changes, from = 1 }: From) {
    const plans = Array.from({ length: count }, (_, at) =>
      groundFor({
        office: office.code,
        zone,
        rightType,
        parcel,
        unit: from + at,
        ...(changes ? { changes } : {}),
      }),
    );
    const [first] = plans;
    if (first) await saveParcels(database, office.code, [first.parcel], now);
    const facts = plans.map((plan) => plan.facts);
    await saveSurveyedUnits(database, office.code, facts, now);
    for (const { code, location } of facts) locations.set(code, location);
    return facts;
  }

  return {
    platform,
    office,
    cast,
    zone,
    turn,
    now,
    atCounter,
    seal,
    holder: (person, share) => ({
      ...seal(person),
      holderKind: person.idType === '1' ? '1' : '2',
      ...(share ? { share } : {}),
    }),
    async survey(wish) {
      const series = lettersOf(wish.rightType);
      return surveyed(await nextNumber(database, office.code, `practice ${zone}`, series), wish);
    },
    surveyOn: (parcelCode, wish) => surveyed(Number(parcelCode.slice(-5)), wish),
    enter: (effects, daysAgo = 0) =>
      database.transaction().execute((trx) => record(trx, office, effects, before(daysAgo), locations)),
    enterWithProof: (effects, daysAgo = 0) =>
      database.transaction().execute(async (trx) => {
        const proof = await allocateNumber(trx, sourceOf(office), 'proof', before(daysAgo));
        return record(trx, office, effects(proof), before(daysAgo), locations);
      }),
  };
}

type From = SurveyWish & { readonly from?: number };

/** Enters effects with all that belongs to entries: numbers of the office's series, certificates, evidence. */
async function record(
  trx: Transaction,
  office: OfficeInfo,
  effects: readonly Effect[],
  at: Date,
  locations: ReadonlyMap<string, string>,
): Promise<EnteredEntry[]> {
  const day = toShanghaiDate(at).replaceAll('-', '');
  const sequence = await nextNumber(trx, office.code, 'case', day);
  const caseNo = `${office.code}${day}${String(sequence).padStart(6, '0')}`;
  const source = sourceOf(office);
  const numbered: Effect[] = [];
  for (const effect of effects) {
    const given = 'certificate' in effect && effect.certificate !== undefined;
    const kind = given ? undefined : numberFor(effect, () => undefined);
    numbered.push(
      kind ? ({ ...effect, certificate: await allocateNumber(trx, source, kind, at) } as Effect) : effect,
    );
  }
  const codes = [...new Set(numbered.map((effect) => effect.unit))];
  const before = [...(await loadStates(trx, office.code, codes)).values()].flatMap((state) => state.rights);
  const entries = await enter(trx, {
    office: office.code,
    caseNo,
    business: 'demonstration',
    registrar: practiceRegistrar,
    mode: 'manual',
    now: at,
    effects: numbered,
  });
  for (const entry of entries) await keep(trx, entry, locations.get(entry.unit) ?? '');
  await voidEnded(trx, entries, before);
  return entries;
}

const sourceOf = ({ code, province, place }: OfficeInfo) => ({ office: code, province, place });

async function keep(trx: Transaction, entry: EnteredEntry, location: string): Promise<void> {
  const { office, number, changes } = entry;
  await appendLeaf(trx, { office, kind: 'entry', subject: String(number), data: { hash: entry.hash } });
  const opened = new Map(openedBy(entry).map((right) => [right.id, right]));
  for (const change of changes) {
    if (change.change !== 'certificate') continue;
    const right = opened.get(change.right);
    await recordCertificate(trx, {
      office,
      number: change.number,
      kind: right?.kind === 'ownership' || right?.kind === 'management' ? 'certificate' : 'proof',
      unit_code: entry.unit,
      location,
      case_no: entry.caseNo,
      entry_number: number,
      holder_names: right?.holders.map((holder) => holder.name) ?? [],
      holder_indexes: right?.holders.map((holder) => holder.idIndex) ?? [],
      issued_at: entry.enteredAt,
    });
  }
}

/** Certificates of rights that ended and do not go on under the same number. */
async function voidEnded(
  trx: Transaction,
  entries: readonly EnteredEntry[],
  before: readonly Right[],
): Promise<void> {
  const kept = new Set(entries.flatMap(openedBy).flatMap(numbersOf));
  for (const { office, number, enteredAt, changes } of entries) {
    const ended = changes.flatMap((change) =>
      change.change === 'end' ? before.filter((right) => right.id === change.right).flatMap(numbersOf) : [],
    );
    const numbers = ended.filter((each) => !kept.has(each));
    await voidCertificates(trx, office, numbers, { number, at: enteredAt });
  }
}

const numbersOf = (right: Right): string[] =>
  [right.certificate, ...right.holders.map((holder) => holder.certificate)].flatMap((each) => each ?? []);

/** The rights an entry opened. */
export const openedBy = ({ changes }: EnteredEntry): Right[] =>
  changes.flatMap((change) => (change.change === 'open' ? [change.right] : []));
