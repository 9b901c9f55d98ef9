import { type Actor, platformErrors } from '@hengchan/platform';
import { loadStates, type SurveyedWish, searchSurveyedUnits } from '@hengchan/register';
import { normaliseUnitCode } from '@hengchan/standards';
import type { Static } from 'typebox';
import { errors } from '../errors.ts';
import type { SurveyedUnitSchema } from '../register-schema.ts';
import type { Registration } from '../registration.ts';

const mostFound = 50;
const parcelCode = /^\d{6}\d{6}[A-Z]{2}\d{5}$/;
const unitCode = /^\d{6}\d{6}[A-Z]{2}\d{5}[A-Z]\d{8}$/;

/**
 * Units as the cadastral survey describes them, for applications about what is not registered yet: by code or by the parcel's code for
 * everybody signed in, by place for staff. No holder is among what is told. Throws SEARCH_TOO_WIDE, OFFICE_NOT_FOUND.
 */
export async function findSurveyed(
  registration: Registration,
  actor: Actor,
  { q, office }: { q: string; office?: string },
): Promise<{ items: Static<typeof SurveyedUnitSchema>[] }> {
  if (actor.kind === 'anonymous') throw platformErrors.UNAUTHENTICATED();
  const { platform, offices } = registration;
  const wish = wishOf(q);
  const at = 'location' in wish ? office : normaliseUnitCode(q).slice(0, 6);
  if ('location' in wish) {
    if (wish.location.length < 2 || at === undefined)
      throw errors.SEARCH_TOO_WIDE({ errors: [{ path: '/q', message: '请填写不动产单元代码或宗地代码' }] });
    platform.access.require(actor, 'register.search', { office: at });
  }
  if (at === undefined || !offices.has(at)) {
    if ('location' in wish)
      throw errors.OFFICE_NOT_FOUND({ errors: [{ path: '/office', message: '没有这个登记机构' }] });
    return { items: [] };
  }
  const found = await searchSurveyedUnits(platform.database, at, wish, mostFound);
  const states = await loadStates(
    platform.database,
    at,
    found.map((unit) => unit.code),
  );
  await platform.audit.recordRead(platform.database, actor, {
    resource: 'survey',
    office: at,
    conditions: { q },
    count: found.length,
  });
  return {
    items: found.map(({ code, kind, location, area }) => {
      const state = states.get(code);
      return { code, office: at, kind, location, area, registered: (state?.rights.length ?? 0) > 0 };
    }),
  };
}

function wishOf(q: string): SurveyedWish {
  const code = normaliseUnitCode(q);
  if (unitCode.test(code)) return { code };
  return parcelCode.test(code) ? { parcelCode: code } : { location: q.trim() };
}
