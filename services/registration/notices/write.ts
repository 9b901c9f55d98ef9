import type { StepContext } from '@hengchan/casework';
import { findUnits, type Right } from '@hengchan/register';
import { formatArea, maskName } from '@hengchan/standards';
import type { Registration } from '../registration.ts';
import type { NoticeContent } from '../tables.ts';
import { kindOf, type NoticeKind } from './kinds.ts';

/** Identity types of bodies; their names are public anyway. */
const bodies: readonly string[] = ['6', '7', '8'];

/** Notices that are about papers people hold. */
const aboutCertificates: readonly NoticeKind[] = ['loss', 'void', 'cancellation'];

/**
 * What a notice says (实施细则 18): whose right, of what, for what. Everybody can read it: names of people are masked, identity numbers are
 * not in it.
 */
export async function writeNotice(
  registration: Registration,
  { record, definition }: StepContext,
  kind: NoticeKind,
): Promise<NoticeContent> {
  const name = (party: { name: string; id_type: string }) =>
    bodies.includes(party.id_type) ? party.name : maskName(party.name);
  const roles = definition.parties
    .map((role) => ({
      label: role.title,
      value: record.parties
        .filter((party) => party.role === role.role)
        .map(name)
        .join('、'),
    }))
    .filter((item) => item.value !== '');
  const certificates = aboutCertificates.includes(kind) ? await certificatesOf(registration, record) : [];
  const [unit] = record.units;
  return {
    paragraphs: [kindOf(kind).lead],
    items: [
      { label: '登记业务', value: definition.name },
      ...roles,
      ...(record.units.length === 1 && unit
        ? [
            { label: '面积', value: `${formatArea(unit.area)} 平方米` },
            { label: '用途', value: unit.use },
          ]
        : []),
      ...(certificates.length > 0 ? [{ label: '证书（证明）号', value: certificates.join('、') }] : []),
    ],
    units: record.units.map((each) => ({ code: each.unit_code, location: each.location })),
    holders: record.parties.map(name),
  };
}

async function certificatesOf({ platform }: Registration, record: StepContext['record']): Promise<string[]> {
  const codes = record.units.map((unit) => unit.unit_code);
  const states = await findUnits(platform.database, record.case.office, codes, {
    asOf: platform.clock.now(),
  });
  const titles = codes.flatMap((code) => states.get(code)?.rights ?? []);
  return [...new Set(titles.filter((right) => right.kind === 'ownership').flatMap(numbersOf))];
}

const numbersOf = (right: Right): string[] =>
  [right.certificate, ...right.holders.map((holder) => holder.certificate)].flatMap((number) => number ?? []);
