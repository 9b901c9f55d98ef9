import { type Actor, platformErrors } from '@hengchan/platform';
import { searchUnits, type UnitKind, type UnitStanding } from '@hengchan/register';
import { normaliseCertificateNumber } from '@hengchan/standards';
import { errors } from '../errors.ts';
import type { UnitSummary } from '../register-schema.ts';
import type { Registration } from '../registration.ts';
import { summariseUnit } from './view-right.ts';

export interface UnitQuery {
  q?: string;
  /** Identity number of a holder. */
  holder?: string;
  certificate?: string;
  office?: string;
  standing?: UnitStanding;
  kind?: UnitKind;
  /** Why a search by person is made; recorded with it. */
  purpose?: string;
  cursor?: string;
  limit?: number;
}

interface UnitPage {
  items: UnitSummary[];
  nextCursor?: string;
}

/**
 * Searches the register of one office. A search by person needs a purpose; every search is recorded with who, on what conditions and
 * how much was shown (design: whoever looks is seen).
 */
export async function findUnits(
  registration: Registration,
  actor: Actor,
  query: UnitQuery,
): Promise<UnitPage> {
  const { platform, offices } = registration;
  const office = query.office ?? firstOffice(registration, actor);
  platform.access.require(actor, 'register.search', { office });
  if (!offices.has(office))
    throw errors.OFFICE_NOT_FOUND({ errors: [{ path: '/office', message: '没有这个登记机构' }] });
  const { q, holder, certificate, standing, kind, cursor, limit } = query;
  if (!q?.trim() && !holder && !certificate && !standing)
    throw errors.SEARCH_TOO_WIDE({ errors: [{ path: '/q', message: '请填写查询条件' }] });
  if (holder && !query.purpose?.trim())
    throw errors.PURPOSE_REQUIRED({ errors: [{ path: '/purpose', message: '请填写查询目的' }] });
  const page = await searchUnits(platform.database, {
    office,
    ...(q?.trim() ? { q } : {}),
    ...(holder ? { holderIndex: platform.cipher.index(holder.replaceAll(/\s/g, '').toUpperCase()) } : {}),
    ...(certificate ? { certificate: normaliseCertificateNumber(certificate) } : {}),
    ...(standing ? { standing: [standing] } : {}),
    ...(kind ? { kind } : {}),
    ...(cursor ? { cursor } : {}),
    ...(limit ? { limit } : {}),
  });
  const items = page.units.map((unit) => summariseUnit(office, unit));
  await platform.audit.recordRead(platform.database, actor, {
    resource: 'register',
    office,
    conditions: { q, holder, certificate, standing, kind, purpose: query.purpose },
    count: items.length,
  });
  return { items, ...(page.next === undefined ? {} : { nextCursor: page.next }) };
}

/** The office of somebody who works at one; searching needs one to be named otherwise. */
function firstOffice(registration: Registration, actor: Actor): string {
  const [office] = registration.platform.access.officesWith(actor, 'register.search');
  if (office === undefined) {
    throw actor.kind === 'anonymous' ? platformErrors.UNAUTHENTICATED() : platformErrors.FORBIDDEN();
  }
  return office === '*' ? ([...registration.offices.keys()][0] ?? '') : office;
}

/** What a citizen, or the body an agent acts for, holds: across all offices (ONL-QRY-05). */
export async function myUnits(registration: Registration, actor: Actor): Promise<UnitPage> {
  if (actor.kind === 'anonymous') throw platformErrors.UNAUTHENTICATED();
  const holderIndex = actor.organisation?.idIndex ?? actor.idIndex;
  if (holderIndex === undefined) return { items: [] };
  const items: UnitSummary[] = [];
  for (const office of registration.offices.keys()) {
    const page = await searchUnits(registration.platform.database, { office, holderIndex, limit: 100 });
    items.push(...page.units.map((unit) => summariseUnit(office, unit)));
  }
  return { items };
}
