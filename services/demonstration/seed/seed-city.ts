import { seedDistricts } from '@hengchan/cadastre';
import { recordInBulk, type VoidedCertificate } from '@hengchan/certificates';
import { appendLeaves, sequence } from '@hengchan/evidence';
import type { Platform, Transaction } from '@hengchan/platform';
import {
  bulkEnter,
  type EnteredEntry,
  officeHead,
  type Parcel,
  saveBuildings,
  saveParcels,
} from '@hengchan/register';
import { sql } from 'kysely';
import type { City, OfficeCity } from '../city/city.ts';
import { districtsOf } from '../city/districts.ts';
import { type Chronicle, chronicleOf } from './chronicle.ts';
import { countersAfter } from './counters.ts';
import { type Numbering, numberingOf, requestsFrom } from './requests.ts';

export interface SeedProgress {
  readonly office: string;
  readonly entered: number;
  readonly entries: number;
}

export interface SeedOptions {
  readonly onProgress?: (progress: SeedProgress) => void;
  /** Entries in one transaction. */
  readonly pageSize?: number;
}

export interface SeedReport {
  readonly office: string;
  readonly units: number;
  readonly entries: number;
}

const leavesAtOnce = 5_000;
/** Pages written between two fillings of the evidence log. */
const pagesBetween = 8;

/**
 * Enters the whole history of the city in the register, office by office, and proves it: every row comes from an
 * effect, every entry has its evidence leaf, every certificate its number from the office's series. Goes on where an
 * earlier run of the same city stopped. The register must hold nothing else.
 */
export async function seedCity(
  platform: Platform,
  city: City,
  options: SeedOptions = {},
): Promise<SeedReport[]> {
  const reports: SeedReport[] = [];
  for (const office of city.offices) {
    const chronicle = chronicleOf(office);
    await seedGround(platform, city, office);
    await seedDistricts(platform, office.site.code, districtsOf(office), city.now);
    await seedEntries(platform, office, chronicle, options);
    reports.push({ office: office.site.code, units: office.site.units, entries: chronicle.events });
  }
  return reports;
}

const parcelsAtOnce = 1_000;

async function seedGround(
  { database }: Platform,
  { now }: City,
  { site, quarters }: OfficeCity,
): Promise<void> {
  for (let start = 0; start < quarters.length; start += parcelsAtOnce) {
    const page = quarters.slice(start, start + parcelsAtOnce);
    const parcels = page.map(
      (quarter): Parcel => ({
        code: quarter.parcelCode,
        location: quarter.location,
        area: quarter.parcelArea.toFixed(2),
        use: quarter.landUse,
        ownerNature: '国有',
        boundary: quarter.boundary,
      }),
    );
    await saveParcels(database, site.code, parcels, now);
    const buildings = page.flatMap((quarter) =>
      quarter.buildings.map((building) => ({
        code: building.code,
        parcelCode: quarter.parcelCode,
        name: building.kind === 'garage' ? `${quarter.name}地下车库` : `${quarter.name}${building.number}幢`,
        totalFloors: building.floors,
        structure: quarter.structure,
        completedOn: quarter.completedOn,
        ...(building.boundary ? { boundary: building.boundary } : {}),
      })),
    );
    await saveBuildings(database, site.code, buildings, now);
  }
}

async function seedEntries(
  { database, cipher }: Platform,
  office: OfficeCity,
  chronicle: Chronicle,
  { pageSize = 2_000, onProgress }: SeedOptions,
): Promise<void> {
  const { code } = office.site;
  const numbering = numberingOf(office, chronicle);
  const from = (await officeHead(database, code)).number + 1;
  const registrars = office.staff.filter((each) => each.role === 'approver').map((each) => each.name);
  const requests = requestsFrom(office, chronicle, numbering, { cipher, registrars, from });
  const inOrder = () => sequence(database, code, { batch: leavesAtOnce });
  let sequencing: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  await bulkEnter(database, code, requests, {
    pageSize,
    alongside: (trx, entries) => keepAlongside(trx, office, chronicle, numbering, entries),
    onProgress: (entered) => {
      onProgress?.({ office: code, entered: from - 1 + entered, entries: chronicle.events });
      // Beside the next pages: the log is filled by another connection. What failed here shows in the last call below.
      if (++waiting % pagesBetween === 0) sequencing = sequencing.then(inOrder).catch(() => undefined);
    },
  });
  await sequencing;
  await inOrder();
}

/** What belongs to the entries of a page: leaves, certificates, and the series the next real number follows on. */
async function keepAlongside(
  trx: Transaction,
  office: OfficeCity,
  chronicle: Chronicle,
  numbering: Numbering,
  entries: readonly EnteredEntry[],
): Promise<void> {
  const { code } = office.site;
  const leaves = entries.map((entry) => ({
    kind: 'entry' as const,
    subject: String(entry.number),
    data: { hash: entry.hash },
  }));
  await appendLeaves(trx, code, leaves);
  const voided = entries.flatMap((entry) => voidedBy(office, chronicle, numbering, entry));
  await recordInBulk(
    trx,
    code,
    entries.flatMap((entry) => issuedIn(office, chronicle, entry)),
    voided,
  );
  const counters = countersAfter(office, chronicle, entries);
  await sql`
    INSERT INTO platform.counter (office, name, period, value)
    SELECT ${code}, name, period, value
    FROM json_to_recordset(${JSON.stringify(counters)}::json) AS given (name text, period text, value bigint)
    ON CONFLICT (office, name, period) DO UPDATE SET value = excluded.value`.execute(trx);
}

function issuedIn(office: OfficeCity, chronicle: Chronicle, entry: EnteredEntry) {
  return entry.changes.flatMap((change) => {
    if (change.change !== 'certificate') return [];
    const right = entry.changes.find((each) => each.change === 'open' && each.right.id === change.right);
    if (right?.change !== 'open') return [];
    const { holders, kind } = right.right;
    return [
      {
        number: change.number,
        kind: kind === 'ownership' ? ('certificate' as const) : ('proof' as const),
        unit_code: entry.unit,
        location: office.unit(chronicle.unitAt(entry.number)).facts.location,
        case_no: entry.caseNo,
        entry_number: entry.number,
        holder_names: holders.map((holder) => holder.name),
        holder_indexes: holders.map((holder) => holder.idIndex),
        issued_at: entry.enteredAt,
      },
    ];
  });
}

/** The certificate of the right this entry ended: of the owner before a transfer, of a mortgage that was paid off. */
function voidedBy(
  office: OfficeCity,
  chronicle: Chronicle,
  numbering: Numbering,
  entry: EnteredEntry,
): VoidedCertificate[] {
  const type = entry.effect.type;
  if (type !== 'transfer' && type !== 'mortgage-cancellation') return [];
  const unit = chronicle.unitAt(entry.number);
  const { events } = office.unit(unit);
  const event = events[chronicle.ordinalAt(entry.number)];
  const ended =
    event?.type === 'mortgage-cancellation'
      ? event.of
      : events.slice(0, chronicle.ordinalAt(entry.number)).findLastIndex((each) => 'holding' in each);
  const before = events[ended];
  const number = before && numbering.certificate(unit, ended, before);
  return number === undefined ? [] : [{ number, entry: entry.number, at: entry.enteredAt }];
}
