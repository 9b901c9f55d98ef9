import { type Cast, giveTitle, type Member, type Stage } from '@hengchan/demonstration';
import type { Effect, Right, UnitFacts } from '@hengchan/register';
import { toShanghaiDate } from '@hengchan/standards';
import type { Event, LegalSituation, Taker, UnitWish, Who } from './legal-case.ts';

/** Everybody of a case by the name the table gives them. */
export type Players = (who: Who) => Member;

/** What a situation put into the register. */
export interface Ground {
  readonly units: ReadonlyMap<string, UnitFacts>;
  readonly titles: Map<string, Right>;
  /** The right given last that has a proof or a certificate of its own. */
  proof: string | undefined;
}

/** Who plays whom. Villagers are others in every case: whoever has a homestead may not have a second one. */
export function playersOf(cast: Cast, turn: number): Players {
  const { members, couples } = cast;
  const [couple] = couples;
  const married = new Set(couple?.map(({ identity }) => identity.idNumber));
  const persons = members.person.filter(({ identity }) => !married.has(identity.idNumber));
  const at = (list: readonly Member[], index: number) => {
    const found = list[index];
    if (!found) throw new Error('the cast is too small');
    return found;
  };
  const villager = (index: number) =>
    at(persons, persons.length - 1 - ((2 * turn + index) % (persons.length - 5)));
  const by: Readonly<Record<Who, () => Member>> = {
    甲: () => at(persons, 0),
    乙: () => at(persons, 1),
    丙: () => at(persons, 2),
    丁: () => at(persons, 3),
    戊: () => at(persons, 4),
    村民甲: () => villager(0),
    村民乙: () => villager(1),
    夫: () => at(couple ?? [], 0),
    妻: () => at(couple ?? [], 1),
    已故者: () => at(members.departed, 0),
    未成年人: () => at(members.minor, 1),
    甲公司: () => at(members.company, 0),
    乙公司: () => at(members.company, 1),
    开发企业: () => at(members.developer, 0),
    村集体: () => at(members.collective, 0),
    邻村集体: () => at(members.collective, 1),
    银行: () => at(members.bank, 0),
    另一银行: () => at(members.bank, 1),
    法院: () => at(members.court, 0),
    另一法院: () => at(members.court, 1),
  };
  return (who) => by[who]();
}

export const whoOf = (taker: Taker): Who => (typeof taker === 'string' ? taker : taker.who);
export const shareOf = (taker: Taker) =>
  typeof taker === 'string' ? undefined : { numerator: taker.share[0], denominator: taker.share[1] };

export const letterOf = (index: number): string => 'ABCDEFGH'[index] ?? '?';

/** Puts the register into the state a case begins with. */
export async function prepare(stage: Stage, players: Players, situation: LegalSituation): Promise<Ground> {
  const units = new Map<string, UnitFacts>();
  const titles = new Map<string, Right>();
  for (const [index, wish] of situation.units.entries()) {
    const facts = await survey(stage, units, wish);
    units.set(letterOf(index), facts);
    if (wish.held.length > 0) titles.set(letterOf(index), await title(stage, players, facts, wish));
  }
  const ground: Ground = { units, titles, proof: undefined };
  for (const event of situation.past ?? []) await happen(stage, players, ground, event);
  return ground;
}

async function survey(
  stage: Stage,
  units: ReadonlyMap<string, UnitFacts>,
  wish: UnitWish,
): Promise<UnitFacts> {
  const beside = wish.on === undefined ? undefined : units.get(wish.on);
  const plan = { rightType: wish.right ?? '4', ...(wish.facts ? { changes: wish.facts } : {}) };
  const [facts] = beside
    ? await stage.surveyOn(beside.parcelCode, { ...plan, from: units.size + 1 })
    : await stage.survey(plan);
  if (!facts) throw new Error('the survey described nothing');
  return facts;
}

function title(stage: Stage, players: Players, facts: UnitFacts, wish: UnitWish): Promise<Right> {
  const shares = wish.held.flatMap((taker) => shareOf(taker) ?? []);
  return giveTitle(stage, facts, {
    rightType: wish.right ?? '4',
    holders: wish.held.map((taker) => players(whoOf(taker))),
    ...(shares.length > 0 ? { shares } : {}),
    ...(wish.recordedAs ? { recordedAs: [wish.recordedAs] } : {}),
  });
}

const secured = {
  mode: '1',
  principal: 80_000_000,
  termFrom: '2026-01-10',
  termTo: '2046-01-09',
} as const;
const term = { termFrom: '2025-01-01', termTo: '2044-12-31' };
let paper = 0;

/** Something happens on a unit. */
export async function happen(stage: Stage, players: Players, ground: Ground, event: Event): Promise<void> {
  const { daysAgo = 3 } = event;
  const effects = (proof: string) => effectsOf(stage, players, ground, event, proof);
  const entries =
    event.event === 'easement'
      ? await stage.enterWithProof(effects, daysAgo)
      : await stage.enter(effects(''), daysAgo);
  const opened = entries.flatMap(({ changes }) =>
    changes.flatMap((change) => (change.change === 'open' ? [change.right] : [])),
  );
  ground.proof = opened.find((right) => right.certificate)?.certificate ?? ground.proof;
  const [first] = opened;
  if (event.event === 'transfer' && first) ground.titles.set(event.unit ?? 'A', first);
  if (event.event === 'objection' && event.suit && first) {
    const { unit } = entries[0] ?? { unit: '' };
    const shown = {
      type: 'objection-suit',
      unit,
      reason: '已起诉',
      objection: first.id,
      suit: '（2026）苏演民初1号',
    } as const;
    await stage.enter([shown], daysAgo);
  }
}

function effectsOf(
  stage: Stage,
  players: Players,
  { units, titles }: Ground,
  event: Event,
  proof: string,
): Effect[] {
  const letter = event.unit ?? 'A';
  const code = (of: string) => units.get(of)?.code ?? '';
  const unit = code(letter);
  const holder = (who: Who) => stage.holder(players(who).identity);
  const person = (who: Who) => stage.seal(players(who).identity);
  const owners = (of = letter) =>
    (titles.get(of)?.holders ?? []).map(
      ({ holderKind: _kind, share: _share, certificate: _own, ...each }) => each,
    );
  const facts = titles.has(letter) ? {} : { facts: units.get(letter) as UnitFacts };
  const delivered = new Date(stage.now.getTime() - (event.daysAgo ?? 3) * 86_400_000).toISOString();
  const court = (who: Who) => ({
    authority: { name: players(who).identity.name, kind: 'court' } as const,
    caseNumber: `（2026）苏演执${++paper}号`,
    documentNumber: `（2026）苏演执协${paper}号`,
    deliveredAt: delivered,
  });
  const limited = { unit, reason: '合同约定', coOwnership: '0' } as const;
  switch (event.event) {
    case 'mortgage':
      return [
        {
          type: 'mortgage',
          unit,
          reason: '抵押合同',
          ...secured,
          mode: event.maximum ? '2' : '1',
          transferRestricted: event.restricted === true,
          mortgagees: [holder(event.to)],
          debtors: owners(),
        },
      ];
    case 'seizure':
      return [
        {
          type: 'seizure',
          unit,
          reason: '查封',
          kind: '1',
          ...court(event.by),
          term: { unit: 'month', count: event.months ?? 36 },
        },
      ];
    case 'pre-seizure':
      return [
        {
          type: 'seizure',
          unit,
          reason: '预查封',
          kind: '3',
          ...court(event.by),
          term: { unit: 'month', count: 36 },
          respondent: person(event.against),
          ...facts,
        },
      ];
    case 'notice':
      return [
        {
          ...limited,
          type: 'advance-notice',
          noticeKind: titles.has(letter) ? '2' : '1',
          holders: [holder(event.of)],
          obligors: titles.has(letter) ? owners() : [person(event.by)],
          ...(event.registrableSince === undefined
            ? {}
            : { registrableFrom: dayFrom(stage.now, -event.registrableSince) }),
          ...facts,
        },
      ];
    case 'mortgage-notice':
      return [
        {
          ...limited,
          type: 'advance-notice',
          noticeKind: titles.has(letter) ? '4' : '3',
          holders: [holder(event.of)],
          obligors: [person(event.by)],
          mortgage: { ...secured, transferRestricted: false, debtors: [person(event.by)] },
          ...facts,
        },
      ];
    case 'objection':
      return [
        {
          ...limited,
          type: 'objection',
          holders: [holder(event.by)],
          matter: '登记权利人与实际权利人不一致',
        },
      ];
    case 'easement': {
      const [servient, dominant] = [code(event.over), code(event.for)];
      return (['servient', 'dominant'] as const).map((side) => ({
        ...limited,
        type: 'easement',
        unit: side === 'servient' ? servient : dominant,
        side,
        key: proof,
        servient: [servient],
        dominant: [dominant],
        holders: titles.get(event.for)?.holders ?? [],
        providers: owners(event.over),
        purpose: '通行',
        ...term,
        certificate: proof,
      }));
    }
    case 'habitation':
      return [
        {
          ...limited,
          type: 'habitation',
          holders: [holder(event.of)],
          providers: owners(),
          conditions: '居住全部，无偿',
          termFrom: term.termFrom,
          mayLet: false,
        },
      ];
    case 'management':
      return [{ ...limited, type: 'management', holders: [holder(event.of)], providers: owners(), ...term }];
    case 'lock':
      return [
        {
          type: 'lock',
          unit,
          reason: '权属争议调查期间暂缓登记',
          authority: event.by
            ? { name: players(event.by).identity.name, kind: 'court' }
            : { name: stage.office.name, kind: 'other' },
          documentNumber: `演限${++paper}号`,
        },
      ];
    case 'transfer':
      return [{ type: 'transfer', unit, reason: '买卖', holders: [holder(event.to)], coOwnership: '0' }];
    case 'split': {
      const successors = event.into.map(code);
      const { rightType = '4', coOwnership = '0', holders = [] } = titles.get(letter) ?? {};
      return [
        { type: 'closure', unit, reason: '不动产分割', how: 'split', successors },
        ...event.into.map(
          (into): Effect => ({
            type: 'first-registration',
            unit: code(into),
            reason: '不动产分割',
            rightType,
            coOwnership,
            holders: holders.map(({ certificate: _own, ...each }) => each),
            facts: units.get(into) as UnitFacts,
            predecessors: [unit],
          }),
        ),
      ];
    }
    case 'loss':
      return [{ type: 'cancellation', unit, reason: '房屋灭失', loss: true }];
  }
}

/** The Shanghai day so many days from a moment. */
export const dayFrom = (moment: Date, days: number): string =>
  toShanghaiDate(new Date(moment.getTime() + days * 86_400_000));
