import { type Actor, platformErrors } from '@hengchan/platform';
import { type Right, searchUnits, type UnitState } from '@hengchan/register';
import { errors } from '../errors.ts';
import type { HeldMortgage } from '../institution-schema.ts';
import { summariseUnit } from '../register/view-right.ts';
import type { UnitSummary } from '../register-schema.ts';
import type { Registration } from '../registration.ts';
import { rightTitle } from '../wording.ts';

export interface HeldQueryInput {
  q?: string;
  office?: string;
  cursor?: string;
  limit?: number;
}

/** Current mortgages the organisation holds in a registry, by unit (ONL-USR-03). That somebody looked is recorded. */
export async function heldMortgages(
  registration: Registration,
  actor: Actor,
  query: HeldQueryInput,
): Promise<{ items: HeldMortgage[]; nextCursor?: string }> {
  const { office, own, page, nextCursor } = await heldUnits(registration, actor, query, 'mortgages');
  const items = page.flatMap((state) =>
    state.rights.flatMap((right) =>
      right.kind === 'mortgage' && holds(right, own) ? [viewMortgage(office, state, right)] : [],
    ),
  );
  await recordLook(registration, actor, office, query, 'mortgages', items.length);
  return { items, ...nextCursor };
}

/** Units titled to the organisation; with `unsold` only those it has promised to nobody by an advance notice. */
export async function heldTitles(
  registration: Registration,
  actor: Actor,
  query: HeldQueryInput & { unsold?: boolean },
): Promise<{ items: UnitSummary[]; nextCursor?: string }> {
  const { office, own, page, nextCursor } = await heldUnits(registration, actor, query, 'titles');
  const items = page
    .filter(({ rights }) => rights.some((right) => right.kind === 'ownership' && holds(right, own)))
    .filter(({ rights }) => !query.unsold || !rights.some(isPromise))
    .map((state) => summariseUnit(office, state));
  await recordLook(registration, actor, office, query, 'titles', items.length);
  return { items, ...nextCursor };
}

const holds = (right: Right, own: string) => right.holders.some((holder) => holder.idIndex === own);

/** 预告登记 of a sale: kinds 1 and 2. */
const isPromise = (right: Right) =>
  right.kind === 'advance-notice' && ['1', '2'].includes(right.content.noticeKind);

async function heldUnits(
  registration: Registration,
  actor: Actor,
  { q, office = registration.offices.keys().next().value ?? '', cursor, limit }: HeldQueryInput,
  what: 'mortgages' | 'titles',
) {
  const { platform, offices } = registration;
  platform.access.require(actor, 'case.create');
  const own = actor.organisation?.idIndex;
  if (own === undefined) throw platformErrors.FORBIDDEN({ detail: '仅供机构经办人使用。' });
  if (!offices.has(office))
    throw errors.OFFICE_NOT_FOUND({ errors: [{ path: '/office', message: '没有这个登记机构' }] });
  const { units, next } = await searchUnits(platform.database, {
    office,
    holderIndex: own,
    ...(what === 'mortgages' ? { standing: ['mortgaged'] as const } : {}),
    ...(q?.trim() ? { q } : {}),
    ...(cursor ? { cursor } : {}),
    ...(limit ? { limit } : {}),
  });
  return { office, own, page: units, nextCursor: next === undefined ? {} : { nextCursor: next } };
}

function viewMortgage(
  office: string,
  state: UnitState,
  right: Extract<Right, { kind: 'mortgage' }>,
): HeldMortgage {
  const { unit, rights } = state;
  const { principal, termFrom, termTo } = right.content;
  return {
    unit: unit.code,
    office,
    location: unit.location,
    holders: rights.find(({ kind }) => kind === 'ownership')?.holders.map(({ name }) => name) ?? [],
    ...(right.certificate === undefined ? {} : { proof: right.certificate }),
    title: rightTitle(right),
    rank: right.rank,
    principal,
    termFrom,
    termTo,
    registeredAt: right.registeredAt.toISOString(),
    seized: rights.some(({ kind }) => kind === 'seizure'),
  };
}

/** Whoever looks is seen: names of owners are personal data of other people. */
async function recordLook(
  { platform }: Registration,
  actor: Actor,
  office: string,
  { q, cursor }: HeldQueryInput,
  what: string,
  count: number,
): Promise<void> {
  await platform.audit.recordRead(platform.database, actor, {
    resource: 'register',
    office,
    conditions: { heldBy: actor.organisation?.name, what, q, cursor },
    count,
  });
}
