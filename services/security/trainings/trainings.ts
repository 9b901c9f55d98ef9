import type { Actor } from '@hengchan/platform';
import { sql } from 'kysely';
import { errors } from '../errors.ts';
import { notify } from '../notices/notices.ts';
import { requireStaff } from '../require-staff.ts';
import { office, type Security } from '../security.ts';
import { type TrainingRow, tables } from '../tables.ts';

export interface NewTraining {
  kind: 'training' | 'procedure';
  title: string;
  content: string;
  dueAt: Date;
}

/** Plans a training, or publishes a procedure to be confirmed, for every member of staff. Rows SEC-RPT-04, SEC-RPT-05. */
export async function planTraining(
  { platform }: Security,
  actor: Actor,
  training: NewTraining,
): Promise<string> {
  platform.access.require(actor, 'security.manage');
  const id = platform.ids.uuid();
  await platform.database.transaction().execute(async (trx) => {
    await tables(trx)
      .insertInto('security.training')
      .values({
        office,
        id,
        kind: training.kind,
        title: training.title,
        content: training.content,
        due_at: training.dueAt,
        created_at: platform.clock.now(),
        created_by_name: actor.name,
      })
      .execute();
    await platform.audit.write(trx, actor, {
      action: 'training.plan',
      subject: id,
      detail: { kind: training.kind, title: training.title, dueAt: training.dueAt },
    });
  });
  return id;
}

/** The asker took the training or confirms the procedure. Once is enough. Throws TRAINING_NOT_FOUND. */
export async function completeTraining({ platform }: Security, actor: Actor, id: string): Promise<void> {
  requireStaff(actor);
  await platform.database.transaction().execute(async (trx) => {
    const training = await tables(trx)
      .selectFrom('security.training')
      .select('title')
      .where('office', '=', office)
      .where('id', '=', id)
      .executeTakeFirst();
    if (training === undefined) throw errors.TRAINING_NOT_FOUND();
    const done = await tables(trx)
      .insertInto('security.training_completion')
      .values({ office, training: id, account: actor.accountId, completed_at: platform.clock.now() })
      .onConflict((conflict) => conflict.columns(['office', 'training', 'account']).doNothing())
      .executeTakeFirst();
    if (done.numInsertedOrUpdatedRows === 1n)
      await platform.audit.write(trx, actor, { action: 'training.complete', subject: id });
  });
}

interface Progress extends TrainingRow {
  completed: number;
  own: boolean;
}

/** Trainings and procedures with how many of the staff have done them, and whether the asker has. */
export async function listTrainings({ platform }: Security, actor: Actor) {
  requireStaff(actor);
  const staff = await countStaff(platform.database);
  const { rows } = await sql<Progress>`
    SELECT training.*, count(done.account)::int AS completed,
      coalesce(bool_or(done.account::text = ${actor.accountId}), false) AS own
    FROM security.training AS training
    LEFT JOIN (
      SELECT completion.* FROM security.training_completion AS completion
      JOIN platform.account AS account ON account.id = completion.account AND account.status = 'enabled'
    ) AS done ON done.office = training.office AND done.training = training.id
    WHERE training.office = ${office}
    GROUP BY training.office, training.id ORDER BY training.due_at DESC LIMIT 100`.execute(platform.database);
  return { staff, items: rows };
}

/** Reminds, once, that a training is past its date with people missing. */
export async function remindTrainings(security: Security): Promise<void> {
  const { platform } = security;
  const staff = await countStaff(platform.database);
  const { rows } = await sql<{ id: string; title: string; completed: number }>`
    SELECT training.id, training.title, count(done.account)::int AS completed
    FROM security.training AS training
    LEFT JOIN security.training_completion AS done ON done.office = training.office AND done.training = training.id
    WHERE training.office = ${office} AND training.due_at < ${platform.clock.now()}
    GROUP BY training.id, training.title`.execute(platform.database);
  for (const { id, title, completed } of rows.filter((row) => row.completed < staff)) {
    await notify(security, platform.database, {
      kind: 'training-unfinished',
      audience: 'security.manage',
      subject: id,
      text: `“${title}”已到期，尚有 ${staff - completed} 人未完成`,
    });
  }
}

/** Enabled accounts of staff. */
export async function countStaff(database: Security['platform']['database']): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM platform.account WHERE kind = 'staff' AND status = 'enabled'`.execute(
    database,
  );
  return rows[0]?.count ?? 0;
}
