import type { BusinessDefinition } from '@hengchan/casework';
import type { CoOwnership, Effect, Right, RightKind, Share, UnitFacts } from '@hengchan/register';
import { practiceHomesteads } from '../store.ts';
import type { Member } from './cast.ts';
import { openedBy, type Stage } from './stage.ts';

/** What recipes do to a unit before the case begins; each goes through the register's own effects. */

/** Days ago: of titles, of what came on them later, and of what is fresh. */
const longAgo = 2_200;
export const lastYear = 300;
export const lately = 3;

/** Code of the titles a business is about: ordinary homes where it does not say. */
export const rightTypeOf = ({ rightTypes }: BusinessDefinition): string => rightTypes?.[0] ?? '4';

export interface TitleWish {
  readonly rightType: string;
  readonly holders: readonly Member[];
  /** Alone, or jointly where there are several, unless said otherwise. */
  readonly coOwnership?: CoOwnership;
  readonly shares?: readonly Share[];
  readonly commonParts?: true;
  /** What the register calls them, where they are called otherwise by now. */
  readonly recordedAs?: readonly string[];
}

/** Registers the title of a surveyed unit. */
export async function giveTitle(stage: Stage, facts: UnitFacts, wish: TitleWish): Promise<Right> {
  const { rightType, holders, shares, commonParts, recordedAs } = wish;
  return only(stage, 'ownership', longAgo, {
    type: 'first-registration',
    unit: facts.code,
    reason: '首次登记',
    facts,
    rightType,
    coOwnership: wish.coOwnership ?? (holders.length === 1 ? '0' : shares ? '2' : '1'),
    holders: holders.map(({ identity }, at) =>
      stage.holder({ ...identity, name: recordedAs?.[at] ?? identity.name }, shares?.[at]),
    ),
    ...(commonParts ? { commonParts } : {}),
  });
}

/** A new unit with a title: the ground of nearly every business. */
export async function titledUnit(
  stage: Stage,
  wish: TitleWish,
  changes?: Partial<UnitFacts>,
): Promise<{ facts: UnitFacts; title: Right }> {
  const [facts] = await stage.survey({ rightType: wish.rightType, ...(changes ? { changes } : {}) });
  if (!facts) throw new Error('the survey described nothing');
  return { facts, title: await giveTitle(stage, facts, wish) };
}

/** Ends the homesteads that people came by in earlier cases: whoever is to receive one may hold no other. */
export async function giveUpHomesteads(stage: Stage, people: readonly Member[]): Promise<void> {
  const indexes = people.map(({ identity }) => stage.seal(identity).idIndex);
  const { platform, office } = stage;
  for (const unit of await practiceHomesteads(platform.database, office.code, indexes))
    await stage.enter([{ type: 'cancellation', unit, reason: '演练结束，交回宅基地', loss: true }]);
}

export interface MortgageWish {
  readonly mortgagee: Member;
  readonly debtors: readonly Member[];
  readonly mode?: '1' | '2';
  readonly transferRestricted?: boolean;
}

/** Registers a mortgage on a titled unit. */
export const giveMortgage = (
  stage: Stage,
  unit: string,
  { mortgagee, debtors, mode = '1', transferRestricted = false }: MortgageWish,
): Promise<Right> =>
  only(stage, 'mortgage', lastYear, {
    type: 'mortgage',
    unit,
    reason: '抵押合同',
    mode,
    principal: 80_000_000,
    termFrom: '2026-01-10',
    termTo: '2046-01-09',
    transferRestricted,
    scope: '主债权及其利息、违约金、损害赔偿金和实现抵押权的费用',
    contractNumber: `演练抵押${stage.turn}号`,
    mortgagees: [stage.holder(mortgagee.identity)],
    debtors: debtors.map(({ identity }) => stage.seal(identity)),
  });

/** Seizes a unit for three years. */
export const seizeUnit = (stage: Stage, unit: string, court: Member, respondent: Member): Promise<Right> =>
  only(stage, 'seizure', lately, {
    type: 'seizure',
    unit,
    reason: '法院查封',
    kind: '1',
    authority: { name: court.identity.name, kind: 'court' },
    caseNumber: `（2026）苏演执${stage.turn}号`,
    documentNumber: seizureDocument(stage),
    deliveredAt: new Date(stage.now.getTime() - lately * 86_400_000).toISOString(),
    term: { unit: 'month', count: 36 },
    respondent: stage.seal(respondent.identity),
  });

/** Number of the notice by which `seizeUnit` seizes. */
export const seizureDocument = (stage: Stage): string => `（2026）苏演执协${stage.turn}号`;

/** Enters one effect and gives the right it opened. */
export async function only(stage: Stage, kind: RightKind, daysAgo: number, effect: Effect): Promise<Right> {
  const entries = await stage.enter([effect], daysAgo);
  const right = entries.flatMap(openedBy).find((each) => each.kind === kind);
  if (!right) throw new Error(`${effect.type} opened no ${kind}`);
  return right;
}
