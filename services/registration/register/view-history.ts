import type { Actor } from '@hengchan/platform';
import { endedRights, unitHistory } from '@hengchan/register';
import type { EndedRightView, UnitEvent } from '../register-schema.ts';
import type { Registration } from '../registration.ts';
import { rightItems } from '../wording.ts';
import { readUnit } from './read-unit.ts';
import { viewRight } from './view-right.ts';

/** Everything that was entered on a unit, oldest first. */
export async function viewHistory(
  registration: Registration,
  actor: Actor,
  codeText: string,
  page: { after?: number; limit?: number },
): Promise<{ items: UnitEvent[]; nextCursor?: string }> {
  const { office, code } = await readUnit(registration, actor, codeText);
  const { database } = registration.platform;
  const history = await unitHistory(database, office, code, page);
  const names = new Map(registration.casework.definitions.list().map((each) => [each.code, each.name]));
  const items = history.entries.map((entry) => {
    const opened = history.rights.filter((right) => right.registeredEntry === entry.number);
    const text = opened.flatMap(rightItems).slice(0, 3);
    return {
      number: entry.number,
      at: entry.enteredAt.toISOString(),
      caseNo: entry.caseNo,
      business: names.get(entry.business) ?? entry.title,
      effect: entry.effect.type,
      title: entry.title,
      text: [entry.effect.reason, ...text.map((item) => `${item.label}：${item.value}`)].join('；'),
      registrar: entry.registrar,
      mode: entry.mode,
    };
  });
  return { items, ...(history.next === undefined ? {} : { nextCursor: String(history.next) }) };
}

/** 历史权利: rights of the unit that ended, and wordings that were replaced, the latest first. */
export async function viewEndedRights(
  registration: Registration,
  actor: Actor,
  codeText: string,
  page: { cursor?: string; limit?: number },
): Promise<{ items: EndedRightView[]; nextCursor?: string }> {
  const { office, code } = await readUnit(registration, actor, codeText);
  const found = await endedRights(registration.platform.database, office, code, page);
  const items = found.items.map(({ right, goesOn }) => ({
    ...viewRight(right, (holder) => holder.idMasked),
    goesOn,
    ...(right.endedReason === undefined ? {} : { endedReason: right.endedReason }),
  }));
  return { items, ...(found.next === undefined ? {} : { nextCursor: found.next }) };
}
