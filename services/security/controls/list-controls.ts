import type { Actor } from '@hengchan/platform';
import { errors } from '../errors.ts';
import { notify } from '../notices/notices.ts';
import { office, type Security } from '../security.ts';
import { tables } from '../tables.ts';
import { controls } from './controls.ts';

/** When a control is looked at that nobody reviewed yet. */
const firstReview = '2027-01-31';

/** Every control with its evidence, its standing, and when somebody last looked. Row SEC-LAW-01. */
export async function listControls(security: Security, actor: Actor) {
  security.platform.access.require(actor, 'security.read');
  return controlsNow(security);
}

/** Tells the security administrator, once a month, how many controls nobody looked at in time. */
export async function remindReviews(security: Security): Promise<void> {
  const { platform } = security;
  const due = (await controlsNow(security)).filter(({ reviewDue }) => reviewDue);
  if (due.length === 0) return;
  await notify(security, platform.database, {
    kind: 'control-review-due',
    audience: 'security.manage',
    subject: platform.clock.now().toISOString().slice(0, 7),
    text: `${due.length} 个控制点已到复核日期：${due
      .slice(0, 5)
      .map(({ row }) => row)
      .join('、')}${due.length > 5 ? '等' : ''}`,
  });
}

async function controlsNow({ platform }: Security) {
  const today = platform.clock.now().toISOString().slice(0, 10);
  const reviews = await tables(platform.database)
    .selectFrom('security.control_review')
    .selectAll()
    .distinctOn('control')
    .where('office', '=', office)
    .orderBy('control')
    .orderBy('reviewed_at', 'desc')
    .execute();
  const latest = new Map(reviews.map((review) => [review.control, review]));
  return controls.map((control) => {
    const review = latest.get(control.row);
    const nextReviewOn = review?.next_review_on ?? firstReview;
    return {
      ...control,
      evidence: control.evidence.map((each) => ({ ...each })),
      nextReviewOn,
      reviewDue: nextReviewOn < today,
      ...(review === undefined
        ? {}
        : {
            review: {
              at: review.reviewed_at.toISOString(),
              by: review.reviewed_by_name,
              outcome: review.outcome,
              note: review.note,
            },
          }),
    };
  });
}

/** Writes down that somebody looked at the evidence. Throws CONTROL_NOT_FOUND. */
export async function reviewControl(
  { platform }: Security,
  actor: Actor,
  row: string,
  review: { outcome: 'confirmed' | 'deviating'; note: string; nextReviewOn: string },
): Promise<void> {
  platform.access.require(actor, 'security.manage');
  if (!controls.some((control) => control.row === row)) throw errors.CONTROL_NOT_FOUND();
  await platform.database.transaction().execute(async (trx) => {
    await tables(trx)
      .insertInto('security.control_review')
      .values({
        office,
        control: row,
        reviewed_at: platform.clock.now(),
        outcome: review.outcome,
        note: review.note,
        next_review_on: review.nextReviewOn,
        reviewed_by: actor.accountId,
        reviewed_by_name: actor.name,
      })
      .execute();
    await platform.audit.write(trx, actor, { action: 'control.review', subject: row, detail: { ...review } });
  });
}
