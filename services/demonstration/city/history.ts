import type { UnitFacts } from '@hengchan/register';
import { banks, developers } from './bodies.ts';
import { chanceOf, topics } from './chance.ts';
import { dateOf, dayOf, endOfTerm } from './days.ts';
import type { Holding, PlannedEvent } from './events.ts';
import { bodyHolding, familyHolding } from './holdings.ts';
import {
  type HistoryContext,
  lastAt,
  type Making,
  ownersOf,
  priceAt,
  timeOn,
  unitPriceOf,
} from './making.ts';
import type { Identity } from './people.ts';
import type { BuildingPlan, Quarter } from './quarters.ts';
import { addSeizures } from './seizures.ts';
import { ordinaryWish, type Wish } from './wishes.ts';

/** How a unit is to stand: as chosen, else by chance. */
export const wishOf = (context: HistoryContext, unit: number): Wish =>
  context.chosen(unit) ??
  ordinaryWish(chanceOf(context.region.seed, topics.unit, Number(context.office), unit, 0));

/**
 * Everything that happened to a unit, in order: built and sold, perhaps resold, mortgaged, paid off, seized; at the
 * end it stands as wished. What the effects of the register refuse never comes out of here.
 */
export function historyOf(
  context: HistoryContext,
  unit: number,
  facts: UnitFacts,
  quarter: Quarter,
  building: BuildingPlan | undefined,
): readonly PlannedEvent[] {
  const chance = chanceOf(context.region.seed, topics.unit, Number(context.office), unit, 1);
  const made: Making = {
    context,
    chance,
    unit,
    facts,
    events: [],
    value: unitPriceOf(chance, facts),
    began: Math.floor((quarter.began / 1_000) * (context.lastDay - 60)),
  };
  switch (building?.kind) {
    case 'homes':
      homeHistory(made, quarter, wishOf(context, unit));
      break;
    case 'shops':
      businessHistory(made, chance.percent(35) ? 'company' : 'family');
      break;
    case 'garage':
      businessHistory(made, 'family');
      break;
    default:
      businessHistory(made, 'company');
  }
  return made.events;
}

function homeHistory(made: Making, quarter: Quarter, wish: Wish): void {
  const { context, chance, unit, events } = made;
  const latest = context.lastDay - chance.integer(20, 90);
  let day = registerFirst(made, quarter, wish, latest);
  if (day === undefined) return;
  const resold = latest - day > 400 && chance.percent(20);
  if (resold) {
    const since = day;
    day = chance.integer(since + 200, latest);
    const loan = chance.percent(40) ? addMortgage(made, since, 'general') : undefined;
    if (loan !== undefined) cancelMortgage(made, loan, chance.integer(since + 90, day - 2));
    acquire(made, 'transfer', day, familyHolding(context.region, unit, 1, wish), {
      business: 'resale-transfer',
      reason: '买卖',
      price: priceAt(made, day),
    });
  }
  if (wish.mortgage !== 'none') {
    addMortgage(made, day, wish.mortgage === 'two' ? 'general' : wish.mortgage);
    if (wish.mortgage === 'two')
      addMortgage(made, chance.integer(dayOf(lastAt(events)) + 1, latest + 10), 'general');
  } else if (latest - day > 300 && chance.percent(18)) {
    const loan = addMortgage(made, day, 'general');
    cancelMortgage(made, loan, chance.integer(dayOf(lastAt(events)) + 30, latest + 10));
  }
  addSeizures(made, wish.seizure);
}

/** The first entries of a home; the day its first resident was registered, undefined while it is unsold. */
function registerFirst(made: Making, quarter: Quarter, wish: Wish, latest: number): number | undefined {
  const { context, chance, unit, began } = made;
  const neighbour = !wish.chosen && unit % 2 === 1 ? wishOf(context, unit - 1) : undefined;
  const shared = neighbour?.chosen ? undefined : neighbour;
  const family = familyHolding(context.region, unit, 0, wish, shared);
  if (quarter.developer === undefined) {
    const day = Math.min(began + chance.integer(0, 1_000), latest);
    const reason = quarter.houseNature === '8' ? '房改购房' : '拆迁安置';
    acquire(made, 'first-registration', day, family, { business: 'first-registration', reason });
    return day;
  }
  const first = Math.min(began + chance.integer(0, 6), latest - 20);
  acquire(made, 'first-registration', first, bodyHolding(developers[quarter.developer] as Identity), {
    business: 'first-registration',
    reason: '合法建造',
  });
  const sold = first + chance.integer(15, 400);
  if (sold > latest && !wish.chosen) return undefined;
  const day = Math.max(Math.min(sold, latest), first + 3);
  const reason = '商品房买卖';
  acquire(made, 'transfer', day, family, {
    business: 'new-home-transfer',
    reason,
    price: priceAt(made, day),
  });
  return day;
}

/** Shops, garages and land: fewer things happen to them. */
function businessHistory(made: Making, owner: 'company' | 'family'): void {
  const { context, chance, unit, began } = made;
  const day = began + chance.integer(0, 40);
  const alone: Wish = { coOwnership: '0', mortgage: 'none', seizure: 'none', chosen: false };
  const company = context.companies[chance.integer(0, context.companies.length - 1)] as Identity;
  const holding = owner === 'company' ? bodyHolding(company) : familyHolding(context.region, unit, 0, alone);
  const land = made.facts.kind === 'land';
  acquire(made, 'first-registration', day, holding, {
    business: 'first-registration',
    reason: land ? '国有建设用地使用权出让' : '合法建造',
    ...(land ? { price: priceAt(made, day) } : {}),
  });
  if (owner === 'company' && chance.percent(45)) addMortgage(made, day, 'maximum');
}

function acquire(
  made: Making,
  type: 'first-registration' | 'transfer',
  day: number,
  holding: Holding,
  what: { business: string; reason: string; price?: number },
): void {
  made.events.push({ type, at: timeOn(made, day), holding, ...what });
}

/** Returns which event it is. */
function addMortgage(made: Making, day: number, kind: 'general' | 'restricted' | 'maximum'): number {
  const { chance, events, facts, unit } = made;
  const holding = ownersOf(events);
  const at = timeOn(
    made,
    chance.percent(75) ? day : Math.min(day + chance.integer(1, 20), made.context.lastDay),
  );
  const termFrom = dateOf(at);
  const ceiling = (priceAt(made, day) * chance.integer(40, 70)) / 100;
  events.push({
    type: 'mortgage',
    at,
    business: 'mortgage-first',
    reason: '抵押合同',
    mode: kind === 'maximum' ? '2' : '1',
    mortgagee: chance.pick(banks),
    debtors: holding.holders.map((holder) => holder.person),
    principal: Math.max(1_000_000, Math.floor(ceiling / 1_000_000) * 1_000_000),
    termFrom,
    termTo: endOfTerm(termFrom, kind === 'maximum' ? chance.integer(3, 10) : chance.integer(10, 30)),
    transferRestricted: kind === 'restricted',
    contractNumber: `DY${termFrom.slice(0, 4)}-${facts.code.slice(2, 6)}-${String(unit).padStart(7, '0')}${events.length}`,
  });
  return events.length - 1;
}

function cancelMortgage(made: Making, of: number, day: number): void {
  const at = timeOn(made, day);
  made.events.push({
    type: 'mortgage-cancellation',
    at,
    business: 'mortgage-cancellation',
    reason: '主债权消灭',
    of,
  });
}
