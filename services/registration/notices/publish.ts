import {
  type AutomaticHandler,
  calendarInForce,
  caseworkTables,
  momentOf,
  recordEvent,
  type StepContext,
} from '@hengchan/casework';
import { nextNumber, systemActor, type Transaction } from '@hengchan/platform';
import { bigramTokens, toShanghaiDate } from '@hengchan/standards';
import { sql } from 'kysely';
import { handlingOf } from '../handling/parameters.ts';
import type { Registration } from '../registration.ts';
import { type NoticeContent, noticeTables } from '../tables.ts';
import { isNoticeKind, kindOf, type NoticeKind, type NoticePeriod } from './kinds.ts';
import { deadlineOf } from './moments.ts';
import { noticePaper } from './paper.ts';
import { writeNotice } from './write.ts';

/** A notice laid out and not yet published. */
interface Draft extends NoticePeriod {
  no: string;
  kind: NoticeKind;
  content: NoticeContent;
  publishedOn: string;
  endsAt: Date;
  fileHash: string;
}

/**
 * 发布公告: text and sheet are made outside the transaction, and published in it with the step. A number that was given out when the
 * process died is not used again. Outcome `unneeded` where the form says that nothing has to be announced.
 */
export function publishNotice(registration: Registration): AutomaticHandler<Draft | undefined> {
  return {
    prepare: async (context) => (isNeeded(context) ? draft(registration, context) : undefined),
    async apply(trx, context, made) {
      if (!made) return 'unneeded';
      if (made.publishedOn !== toShanghaiDate(registration.platform.clock.now()))
        throw new Error('midnight passed while the notice was made');
      await publish(registration, trx, context, made);
      return undefined;
    },
  };
}

/** Some notices are not needed where the form says yes to a field: what was notarised is not announced. */
const isNeeded = ({ parameters, record }: StepContext): boolean =>
  typeof parameters?.unless !== 'string' || record.case.form[parameters.unless] !== true;

async function draft(registration: Registration, context: StepContext): Promise<Draft> {
  const { platform } = registration;
  const { office } = context.record.case;
  const { kind, days } = context.parameters ?? {};
  if (typeof kind !== 'string' || !isNoticeKind(kind) || typeof days !== 'number')
    throw new Error(`no notice of kind ${String(kind)}`);
  const { notices } = await handlingOf(platform, platform.database, office);
  const period: NoticePeriod = notices[kind] ?? { days, unit: 'working' };
  const publishedOn = toShanghaiDate(platform.clock.now());
  const endsAt = momentOf(
    deadlineOf({ published_on: publishedOn, ...period }),
    await calendarInForce(platform, platform.database),
  );
  const day = publishedOn.replaceAll('-', '');
  const sequence = await nextNumber(platform.database, office, 'notice', day);
  const no = `${office}${day}${String(sequence).padStart(6, '0')}`;
  const content = await writeNotice(registration, context, kind);
  const paper = noticePaper(registration, context, { no, kind, content, publishedOn, endsAt, ...period });
  const rendered = await registration.documents.render(paper.template, paper.data, {
    issuedAt: paper.issuedAt,
  });
  const { hash } = await platform.files.put(rendered.pdf, ['application/pdf']);
  return { no, kind, content, publishedOn, endsAt, fileHash: hash, ...period };
}

async function publish(
  { platform }: Registration,
  trx: Transaction,
  { record, definition }: StepContext,
  made: Draft,
): Promise<void> {
  const { office, no: case_no } = record.case;
  const { title } = kindOf(made.kind);
  const location = record.units[0]?.location ?? '';
  const now = platform.clock.now();
  const words = [
    title,
    definition.name,
    made.no,
    ...made.content.units.flatMap((unit) => [unit.code, unit.location]),
  ];
  await noticeTables(trx)
    .insertInto('registration.notice')
    .values({
      office,
      no: made.no,
      case_no,
      kind: made.kind,
      title,
      location,
      content: JSON.stringify(made.content),
      published_at: now,
      published_on: made.publishedOn,
      days: made.days,
      unit: made.unit,
      ends_at: made.endsAt,
      file_hash: made.fileHash,
      stopped_at: null,
      search: sql<string>`to_tsvector('simple', ${[...new Set(words.flatMap((word) => bigramTokens(word)))].join(' ')})`,
    })
    .execute();
  await caseworkTables(trx)
    .insertInto('casework.document')
    .values({
      office,
      case_no,
      code: 'public-notice',
      title,
      file_hash: made.fileHash,
      mark: 'public',
      made_at: now,
    })
    .execute();
  await recordEvent(platform, trx, systemActor, {
    caseNo: case_no,
    action: 'publish-notice',
    title: `发布公告 ${made.no}`,
  });
  await platform.audit.write(trx, systemActor, {
    action: 'notice.publish',
    subject: made.no,
    office,
    detail: { case: case_no, kind: made.kind, days: made.days, unit: made.unit },
  });
}
