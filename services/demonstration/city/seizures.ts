import { courts } from './bodies.ts';
import { dateOf, dayOf } from './days.ts';
import type { PlannedSeizure } from './events.ts';
import { lastAt, type Making, ownersOf, timeOn } from './making.ts';
import type { Identity } from './people.ts';
import type { Wish } from './wishes.ts';

const threeYears = 1_095;
/** Notices reach the registry a little before they are entered. */
const deliveryLead = 40 * 60_000;

/**
 * Seizures for three years, the longest there is; all but the released one are in force when the city is made and
 * for weeks after. One kind runs out soon, for drills with the clock.
 */
export function addSeizures(made: Making, kind: Wish['seizure']): void {
  if (kind === 'none') return;
  const { chance, events, context } = made;
  const free = dayOf(lastAt(events)) + 1;
  const ago =
    kind === 'renewed' ? chance.integer(1_030, 1_060) : kind === 'expiring' ? threeYears - 45 : undefined;
  const day =
    ago === undefined ? chance.integer(context.lastDay - 900, context.lastDay - 30) : context.lastDay - ago;
  // Whoever acquired only after that day is seized now instead, for a full term.
  const on = Math.min(Math.max(day, free), context.lastDay);
  const first = seize(made, 0, on);
  switch (kind) {
    case 'queue':
      seize(made, 1, Math.min(on + chance.integer(3, 300), context.lastDay));
      break;
    case 'renewed':
      renew(
        made,
        first,
        Math.min(Math.max(on + 1, context.lastDay - chance.integer(5, 25)), context.lastDay),
      );
      break;
    case 'released':
      release(made, first, Math.min(on + chance.integer(20, 400), context.lastDay));
      break;
    default:
  }
}

const authorityOf = (which: 0 | 1) => ({ name: courts[which].name, kind: 'court' as const });

/** Returns which event it is. */
function seize(made: Making, which: 0 | 1, day: number): number {
  const { chance, events, unit } = made;
  const at = timeOn(made, day);
  const respondent = ownersOf(events).holders[0]?.person as Identity;
  const seizure: PlannedSeizure = {
    type: 'seizure',
    at,
    business: 'seizure',
    reason: '法院查封',
    authority: authorityOf(which),
    ...numbersOf(at, unit, which, '执'),
    deliveredAt: at - deliveryLead,
    term: { unit: 'year', count: 3 },
    respondent,
    applicant: chance.pick(['演示某商业银行', '演示某小额贷款公司', '张某', '李某', '王某']),
  };
  events.push(seizure);
  return events.length - 1;
}

function renew(made: Making, of: number, day: number): void {
  const at = timeOn(made, day);
  const { documentNumber } = numbersOf(at, made.unit, 0, '执续');
  made.events.push({
    type: 'seizure-renewal',
    at,
    business: 'seizure-renewal',
    reason: '法院续封',
    of,
    authority: authorityOf(0),
    documentNumber,
    deliveredAt: at - deliveryLead,
    term: { unit: 'year', count: 2 },
  });
}

function release(made: Making, of: number, day: number): void {
  const at = timeOn(made, day);
  const { documentNumber } = numbersOf(at, made.unit, 0, '执解');
  made.events.push({
    type: 'seizure-release',
    at,
    business: 'seizure-release',
    reason: '法院解除查封',
    of,
    authority: authorityOf(0),
    documentNumber,
  });
}

function numbersOf(at: number, unit: number, which: 0 | 1, word: string) {
  const year = dateOf(at).slice(0, 4);
  const court = which === 0 ? '演示' : '演示二';
  const number = unit + 1;
  return {
    caseNumber: `（${year}）${court}${word}字第${number}号`,
    documentNumber: `（${year}）${court}${word}协字第${number}号`,
  };
}
