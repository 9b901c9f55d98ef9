import {
  type Actor,
  type Database,
  type FieldError,
  type Platform,
  platformErrors,
  type Versions,
} from '@hengchan/platform';
import { isNoticeKind, kindOf, type NoticeKind, type NoticePeriod } from '../notices/kinds.ts';
import type { Registration } from '../registration.ts';

/** What an office sets for the handling of its cases; what it leaves out is as for all offices. */
export interface HandlingParameters {
  /** Working days after which an application nobody answered counts as accepted (条例 17); 0: never by itself. */
  deemedAcceptanceDays?: number;
  /** How often one step may ask for supplements without naming new facts. */
  supplements?: number;
  notices?: Partial<Record<NoticeKind, NoticePeriod>>;
  /** It takes 数字人民币 while that is on trial (REG-PAY-05). */
  digitalYuan?: boolean;
}

export const handlingDefaults = { deemedAcceptanceDays: 1, supplements: 1, digitalYuan: false };

const setting = 'registration.handling';
const mostDays = 400;

type Offices = Record<string, HandlingParameters>;

async function readAll(database: Database): Promise<Offices> {
  const row = await database
    .selectFrom('platform.setting')
    .select('value')
    .where('name', '=', setting)
    .executeTakeFirst();
  return (row?.value ?? {}) as Offices;
}

/** Under which it is kept in memory. */
const keptHandling = 'handling';

/** What holds at an office, as of the versions read with a case, or as of now. */
export async function handlingOf(
  { kept }: Platform,
  database: Database,
  office: string,
  versions?: Versions,
) {
  const all = await kept.get(database, keptHandling, readAll, versions);
  const { '*': everywhere = {}, [office]: here = {} } = all;
  return {
    ...handlingDefaults,
    ...everywhere,
    ...here,
    notices: { ...everywhere.notices, ...here.notices },
  };
}

/** Everything that was set, by office, for who keeps it. */
export async function listHandling(registration: Registration, actor: Actor) {
  const { access } = registration.platform;
  if (!access.allows(actor, 'business.manage')) access.require(actor, 'task.read');
  return { offices: await readAll(registration.platform.database), defaults: handlingDefaults };
}

/** Sets what holds at an office, or at all (`*`). Throws INVALID_REQUEST naming what law does not allow. */
export async function changeHandling(
  registration: Registration,
  actor: Actor,
  office: string,
  parameters: HandlingParameters,
): Promise<void> {
  const { platform, offices } = registration;
  platform.access.require(actor, 'business.manage', office === '*' ? {} : { office });
  const faults = faultsOf(parameters);
  if (office !== '*' && !offices.has(office)) faults.push({ path: '/office', message: '没有这个登记机构' });
  if (faults.length > 0) throw platformErrors.INVALID_REQUEST({ errors: faults });
  await platform.database.transaction().execute(async (trx) => {
    const text = JSON.stringify({ ...(await readAll(trx)), [office]: parameters });
    const updated_at = platform.clock.now();
    await trx
      .insertInto('platform.setting')
      .values({ name: setting, value: text, updated_at })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: text, updated_at }))
      .execute();
    await platform.kept.changed(trx, keptHandling);
    await platform.audit.write(trx, actor, {
      action: 'handling.change',
      subject: office,
      ...(office === '*' ? {} : { office }),
      detail: { ...parameters },
    });
  });
}

function faultsOf({ notices = {} }: HandlingParameters): FieldError[] {
  return Object.entries(notices).flatMap(([name, period]) => {
    const path = `/notices/${name}`;
    if (!isNoticeKind(name)) return [{ path, message: '没有这种公告' }];
    const { least, period: standard, title } = kindOf(name);
    const short = period.unit !== standard.unit || period.days < standard.days;
    if (least && short)
      return [{ path, message: `${title}不少于 ${standard.days} 个工作日（${kindOf(name).law.article}）` }];
    return period.days > mostDays ? [{ path, message: `不超过 ${mostDays} 天` }] : [];
  });
}
