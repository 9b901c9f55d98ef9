import type { CaseRecord } from '@hengchan/casework';
import type { DocumentCode, Office } from '@hengchan/documents';
import { toShanghaiDate, toShanghaiTime } from '@hengchan/standards';
import type { OfficeInfo, Registration } from '../registration.ts';

/** A document ready to be laid out. */
export interface Paper {
  template: DocumentCode;
  title: string;
  data: unknown;
  issuedAt: Date;
}

/** Data every sheet of a case carries. */
export function headOf(registration: Registration, record: CaseRecord) {
  const definition = registration.casework.definitions.version(
    record.case.business,
    record.case.business_version,
  );
  return {
    ...commonOf(registration, record.case.office),
    caseNo: record.case.no,
    business: definition.name,
    // The registry may act of its own accord (依职权).
    applicants:
      record.parties.length > 0
        ? record.parties.map((party) => party.name)
        : [officeOf(registration, record.case.office).name],
    units: record.units.map((unit) => ({ unitCode: unit.unit_code, location: unit.location })),
  };
}

export function commonOf(registration: Registration, office: string): { demo: boolean; office: Office } {
  const info = officeOf(registration, office);
  return {
    demo: registration.platform.config.mode === 'demo',
    office: { name: info.name, code: info.code, address: info.address },
  };
}

export function officeOf(registration: Registration, office: string): OfficeInfo {
  const info = registration.offices.get(office);
  if (!info) throw new Error(`office ${office} is not set up`);
  return info;
}

/** `2026-11-20T09:30`, the local moment sheets print. */
export const localMoment = (at: Date) => `${toShanghaiDate(at)}T${toShanghaiTime(at).slice(0, 5)}`;

/** Address printed on sheets: where citizens reach this platform. */
export function publicUrl(registration: Registration, path: string): string {
  const { publicUrl, port } = registration.platform.config;
  return `${publicUrl ?? `http://127.0.0.1:${port}`}${path}`;
}
