import type { UnitView } from '../../services/registration/register-schema.ts';
import type { Client } from '../support/client.ts';
import type { Page } from './legal-case.ts';

export type PageNow = Pick<UnitView, 'rights' | 'closed' | 'location' | 'area' | 'restrictions'>;

/** The page of a unit as the server tells it, now or at a moment; undefined where it has none. */
export async function readPage(clerk: Client, code: string, moment?: Date): Promise<PageNow | undefined> {
  const query = moment ? `?asOf=${encodeURIComponent(moment.toISOString())}` : '';
  const { status, body } = await clerk.get<UnitView>(`/api/register/units/${code}${query}`);
  if (status === 404) return undefined;
  if (status !== 200) throw new Error(`page of ${code}: ${status} ${JSON.stringify(body)}`);
  const { rights, restrictions, closed, location, area } = body;
  return {
    rights: [...rights, ...restrictions],
    restrictions,
    location,
    area,
    ...(closed ? { closed } : {}),
  };
}

/** A page in the words of the table; everybody by their own names. */
export function describePage(page: PageNow, before?: PageNow): { [Key in keyof Page]: unknown } {
  const of = (kind: string) => page.rights.filter((right) => right.kind === kind);
  const names = (kind: string) => of(kind).flatMap((right) => right.holders.map((holder) => holder.name));
  const [title] = of('ownership');
  const former = before?.rights.find(({ kind }) => kind === 'ownership')?.certificate;
  return {
    held: names('ownership'),
    shares: (title?.holders ?? []).flatMap(({ share }) =>
      share ? [`${share.numerator}/${share.denominator}`] : [],
    ),
    mortgages: of('mortgage')
      .map((right) => `${right.rank} ${right.holders.map((holder) => holder.name).join('、')}`)
      .sort(),
    seizures: of('seizure')
      .map((right) => `${right.queue} ${(right.content.authority as { name: string }).name}`)
      .sort(),
    notices: names('advance-notice'),
    objections: names('objection'),
    easements: of('easement').length,
    habitations: names('habitation'),
    managements: names('management'),
    locked: of('lock').length > 0,
    closed: page.closed?.how,
    successors: page.closed?.successors.length,
    location: page.location,
    area: page.area,
    name: title?.holders[0]?.name,
    newCertificate: title?.certificate !== undefined && title.certificate !== former,
  };
}
