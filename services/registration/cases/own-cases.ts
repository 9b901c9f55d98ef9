import { confirmingRoles, type Definitions } from '@hengchan/casework';
import type { Actor } from '@hengchan/platform';
import { type SqlBool, sql } from 'kysely';

/** Conditions on a case `c`, for lists of somebody's own. */

/** A party of the case has one of the identity numbers. Few cases are anybody's own, so these are listed rather than every case asked. */
export function partyIs(indexes: readonly (string | undefined)[]) {
  const own = indexes.filter((index) => index !== undefined);
  const mine = sql`FROM casework.party p WHERE p.id_index = ANY(${own}::text[])`;
  return sql<SqlBool>`(c.office = ANY(ARRAY(SELECT DISTINCT p.office ${mine}))
    AND c.no = ANY(ARRAY(SELECT p.case_no ${mine})))`;
}

/** It stands at a step of the applicants that this person may do, for themselves or for the body they act for. */
export function isTurnOf(actor: Actor, definitions: Definitions) {
  const confirming = definitions
    .list()
    .flatMap((definition) => [...confirmingRoles(definition)].map((role) => `${definition.code}/${role}`));
  const own = [actor.idIndex, actor.organisation?.idIndex].filter((index) => index !== undefined);
  return sql<SqlBool>`(c.suspended_at IS NULL AND EXISTS (
    SELECT FROM casework.token t WHERE t.office = c.office AND t.case_no = c.no AND t.state = 'open' AND t.kind = 'human'
      AND (t.role = 'party:opener' AND c.opened_by = ${actor.accountId} OR EXISTS (
        SELECT FROM casework.party p WHERE p.office = c.office AND p.case_no = c.no AND p.id_index = ANY(${own}::text[])
          AND (t.role = 'party:' || p.role OR t.role = 'party:each' AND p.confirmed_at IS NULL
            AND c.business || '/' || p.role = ANY(${confirming}::text[]))))))`;
}
