import {
  type CaseRecord,
  type Casework,
  lockCase,
  nodeOf,
  openTokens,
  recordEvent,
  saveCase,
  signalCase,
  type Token,
} from '@hengchan/casework';
import { type Actor, platformErrors, systemActor, type Transaction } from '@hengchan/platform';
import { maskIdNumber } from '@hengchan/standards';
import { errors } from '../errors.ts';
import type { Registration } from '../registration.ts';
import { noticeTables, type Objection } from '../tables.ts';
import { getNotice, objectionsOfCase } from './store.ts';

export interface NewObjection {
  /** The objector's own, or that of the body they act for. */
  idNumber: string;
  reason: string;
  /** What the objector has to do with the unit. */
  relation?: string;
}

/**
 * 公告异议: anybody signed in says, in their own name, why the registration must not be. Taken as long as the notice runs and its case
 * still waits for it; the case then goes to a person. Throws NOTICE_OVER, OBJECTOR_DIFFERS, OBJECTION_FILED.
 */
export async function objectToNotice(
  registration: Registration,
  actor: Actor,
  noticeNo: string,
  given: NewObjection,
): Promise<Objection> {
  const { platform } = registration;
  if (actor.kind === 'anonymous') throw platformErrors.UNAUTHENTICATED();
  if (actor.limitedTo !== undefined) throw platformErrors.FORBIDDEN();
  const objector = identify(registration, actor, given.idNumber);
  const found = await getNotice(platform.database, noticeNo);
  return platform.database.transaction().execute(async (trx) => {
    const record = await lockCase(trx, found.case_no);
    // Read and compared under the lock, as the timer does: of an objection and the end of the notice, one comes first.
    const notice = await getNotice(trx, noticeNo);
    const now = platform.clock.now();
    const place = placeOf(registration.casework, record);
    if (!place || notice.stopped_at || now >= notice.ends_at) throw errors.NOTICE_OVER();
    const others = await objectionsOfCase(trx, notice.office, notice.case_no);
    const same = (each: Objection) => each.outcome === null && each.id_index === objector.id_index;
    if (others.some((each) => each.notice_no === noticeNo && same(each))) throw errors.OBJECTION_FILED();
    const objection: Objection = {
      office: notice.office,
      id: platform.ids.uuid(),
      notice_no: noticeNo,
      case_no: notice.case_no,
      filed_by: actor.accountId,
      ...objector,
      relation: given.relation ?? null,
      reason: given.reason,
      filed_at: now,
      outcome: null,
      reasons: null,
      decided_at: null,
      decided_by: null,
      decided_by_name: null,
    };
    await noticeTables(trx).insertInto('registration.objection').values(objection).execute();
    await tellCase(registration, trx, record, place);
    await platform.audit.write(trx, actor, {
      action: 'notice.object',
      subject: noticeNo,
      office: notice.office,
      detail: { objection: objection.id, case: notice.case_no },
    });
    return objection;
  });
}

/** The account's own identity, or that of the body it acts for, as the number shows. */
function identify({ platform }: Registration, actor: Actor, idNumber: string) {
  const number = idNumber.replaceAll(/\s/g, '').toUpperCase();
  const id_index = platform.cipher.index(number);
  const body = actor.organisation;
  const sealed = { id_sealed: platform.cipher.seal(number), id_index, id_masked: maskIdNumber(number) };
  if (body?.idIndex === id_index) return { name: body.name, id_type: body.idType, ...sealed };
  if (actor.idIndex === id_index) return { name: actor.name, id_type: actor.idType ?? '99', ...sealed };
  throw errors.OBJECTOR_DIFFERS();
}

/** Where the case waits for its notice, or hears objections; undefined when it has gone on. */
function placeOf(casework: Casework, record: CaseRecord): { token: Token; waits: boolean } | undefined {
  const { process } = casework.definitions.version(record.case.business, record.case.business_version);
  for (const token of openTokens(record)) {
    const node = nodeOf(process, token.node);
    if (node.kind === 'waiting' && node.event === 'notice.objected') return { token, waits: true };
    if (node.kind === 'human' && node.actions.some((action) => action.work === 'overrule-objections'))
      return { token, waits: false };
  }
  return undefined;
}

async function tellCase(
  { platform, casework }: Registration,
  trx: Transaction,
  record: CaseRecord,
  { token, waits }: { token: Token; waits: boolean },
): Promise<void> {
  const caseNo = record.case.no;
  await recordEvent(platform, trx, systemActor, {
    caseNo,
    action: 'notice-objection',
    title: '公告期内收到异议',
  });
  // Whoever hears objections already sees a new version of the case.
  if (!waits) return saveCase(trx, record, {});
  // One signal for each time it waits, also when several come while the case rests.
  await signalCase(casework, trx, {
    caseNo,
    event: 'notice.objected',
    message: `objected/${token.id}`,
    outcome: 'objected',
  });
}
