import { type Actor, platformErrors } from '@hengchan/platform';
import { registerErrors } from '@hengchan/register';
import { formatUnitCode } from '@hengchan/standards';
import type { UnitComparison } from '../register-schema.ts';
import type { Registration } from '../registration.ts';
import { compareStates } from './compare-items.ts';
import { permitRead, recordLook, unitAt } from './read-unit.ts';

/**
 * How a unit stood at two moments, side by side. The earlier may lie before its page was opened: everything is then new. Looking is recorded.
 * Refuses moments in the wrong order; throws UNIT_NOT_FOUND where there was no page at either.
 */
export async function compareMoments(
  registration: Registration,
  actor: Actor,
  codeText: string,
  from: Date,
  to: Date,
): Promise<UnitComparison> {
  const { office, code } = await permitRead(registration, actor, codeText);
  if (from > to)
    throw platformErrors.INVALID_REQUEST({ errors: [{ path: '/to', message: '后一时点不能早于前一时点' }] });
  const before = await unitAt(registration, office, code, from);
  const after = await unitAt(registration, office, code, to);
  if (!after) throw registerErrors.UNIT_NOT_FOUND({ detail: '这两个时点登记簿中都还没有这个不动产单元。' });
  await recordLook(registration, actor, office, code, { from: from.toISOString(), to: to.toISOString() });
  return {
    code,
    formatted: formatUnitCode(code),
    location: after.state.unit.location,
    from: {
      at: from.toISOString(),
      exists: before !== undefined,
      closed: before?.state.closed !== undefined,
    },
    to: { at: to.toISOString(), exists: true, closed: after.state.closed !== undefined },
    ...compareStates(before?.state, after.state),
  };
}
