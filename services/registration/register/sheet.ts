import type { Actor } from '@hengchan/platform';
import { type Right, unitHistory } from '@hengchan/register';
import { commonOf, localMoment } from '../papers/paper.ts';
import type { Registration } from '../registration.ts';
import { rightItems, rightTitle, unitItems } from '../wording.ts';
import { readUnit } from './view-unit.ts';

/** The register page as the official sheet, with who asked for it and what for. */
export async function registerSheet(
  registration: Registration,
  actor: Actor,
  codeText: string,
  purpose: string,
  asOf?: Date,
): Promise<Uint8Array> {
  const { state, office, code } = await readUnit(registration, actor, codeText, asOf);
  const { platform, documents } = registration;
  const moment = asOf ?? platform.clock.now();
  const history = await unitHistory(platform.database, office, code);
  const known = history.rights.filter((right) => right.registeredAt <= moment);
  const current = new Set(state.rights.map((right) => right.id));
  const line = (right: Right) => ({
    title: rightTitle(right),
    state: current.has(right.id) ? '现势' : '历史',
    entryNumber: `${office}-${right.registeredEntry}`,
    registeredAt: localMoment(right.registeredAt),
    ...(right.endedAt && right.endedAt <= moment ? { endedAt: localMoment(right.endedAt) } : {}),
    fields: rightItems(right),
  });
  const rendered = await documents.render(
    'register-sheet',
    {
      ...commonOf(registration, office),
      unitCode: code,
      location: state.unit.location,
      asOf: localMoment(moment),
      natural: unitItems(state.unit),
      rights: known.filter((right) => right.kind === 'ownership').map(line) as never,
      restrictions: known.filter((right) => right.kind !== 'ownership').map(line) as never,
      others: [],
      requestedBy: actor.name,
      purpose,
      ...(history.entries.at(-1) ? { registerHash: history.entries.at(-1)?.hash ?? '' } : {}),
    },
    { issuedAt: platform.clock.now() },
  );
  return rendered.pdf;
}
