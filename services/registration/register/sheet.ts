import type { Actor } from '@hengchan/platform';
import { type Right, unitHistory } from '@hengchan/register';
import { commonOf, localMoment } from '../papers/paper.ts';
import type { Registration } from '../registration.ts';
import { rightItems, rightTitle, unitItems } from '../wording.ts';
import { viewLineage } from './lineage.ts';
import { readUnit } from './read-unit.ts';
import { closureText, isBurden, otherItems } from './words.ts';

/** A sheet holds this much; more of what ended stands on the page of the screen. */
const mostEnded = 200;

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
  await platform.audit.write(platform.database, actor, {
    action: 'register.sheet',
    subject: code,
    office,
    detail: { purpose },
  });
  const history = await unitHistory(platform.database, office, code);
  const lineage = await viewLineage(registration, office, code);
  const registrars = new Map(history.entries.map((entry) => [entry.number, entry.registrar]));
  const standing = new Map(state.rights.map((right) => [right.id, right]));
  const ended = history.rights
    .filter((right) => right.registeredAt <= moment && !standing.has(right.id))
    .toSorted((left, right) => (right.endedEntry ?? 0) - (left.endedEntry ?? 0))
    .slice(0, mostEnded);
  const line = (right: Right) => ({
    title: rightTitle(right),
    state: standing.has(right.id) ? ('现势' as const) : ('历史' as const),
    entryNumber: `${office}-${right.registeredEntry}`,
    registeredAt: localMoment(right.registeredAt),
    ...(right.endedAt && right.endedAt <= moment ? { endedAt: localMoment(right.endedAt) } : {}),
    ...(registrars.has(right.registeredEntry) ? { registrar: registrars.get(right.registeredEntry) } : {}),
    fields: [
      ...rightItems(right),
      ...(right.endedReason && right.endedAt && right.endedAt <= moment
        ? [{ label: '终止原因', value: right.endedReason }]
        : []),
    ],
  });
  const rights = [...inSheetOrder(state.rights), ...ended];
  const rendered = await documents.render(
    'register-sheet',
    {
      ...commonOf(registration, office),
      unitCode: code,
      location: state.unit.location,
      asOf: localMoment(moment),
      ...(state.closed ? { closed: closureText(state.closed) } : {}),
      natural: unitItems(state.unit),
      rights: rights.filter((right) => !isBurden(right)).map(line),
      restrictions: rights.filter(isBurden).map(line),
      others: otherItems(
        state,
        lineage.predecessors.map((each) => each.code),
      ),
      requestedBy: actor.name,
      purpose,
      ...(history.entries.at(-1) ? { registerHash: history.entries.at(-1)?.hash ?? '' } : {}),
    },
    { issuedAt: platform.clock.now() },
  );
  return rendered.pdf;
}

const weights: Partial<Record<Right['kind'], number>> = {
  seizure: 0,
  lock: 1,
  objection: 2,
  'advance-notice': 3,
  mortgage: 4,
};

/** Restrictions in the order in which they bear on a disposal: seizures by queue, stops, objections, notices, mortgages by rank, the rest. */
function inSheetOrder(rights: readonly Right[]): Right[] {
  const place = (right: Right) =>
    right.kind === 'seizure' ? right.queue : right.kind === 'mortgage' ? right.rank : 0;
  const weight = (right: Right) => weights[right.kind] ?? 5;
  return rights.toSorted((left, right) => weight(left) - weight(right) || place(left) - place(right));
}
