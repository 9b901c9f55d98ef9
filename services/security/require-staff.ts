import { type Actor, platformErrors } from '@hengchan/platform';

/** For what every member of staff may do. */
export function requireStaff(actor: Actor): void {
  if (actor.kind === 'anonymous') throw platformErrors.UNAUTHENTICATED();
  if (actor.kind !== 'staff' || actor.limitedTo !== undefined) throw platformErrors.FORBIDDEN();
}
