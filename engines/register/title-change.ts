import { checkAreas } from './areas.ts';
import { issueNewCertificates, numbersOf } from './certificates.ts';
import { type Draft, wording } from './draft.ts';
import { refuse } from './effects/effect.ts';
import { checkHolders } from './holders.ts';
import { law } from './law.ts';
import { convertPreSeizures } from './pre-seizure.ts';
import { lastDayOf, seizureInForce } from './seizure-queue.ts';
import type {
  CoOwnership,
  OwnershipContent,
  OwnershipRight,
  Refusal,
  SealedHolder,
  UnitFacts,
} from './state.ts';

/** What may be said anew of a title that goes on. */
export interface TitleChange {
  /** Given whole; an own certificate that is left out stays as it was. */
  readonly holders?: readonly SealedHolder[];
  readonly coOwnership?: CoOwnership;
  readonly content?: Partial<OwnershipContent>;
  /** Only the facts that change. The code, the kind of unit and the parcel never do: those make another unit. */
  readonly facts?: Partial<UnitFacts>;
  readonly certificate?: string;
}

/** What differs from before: who (names and documents), how they share, where it is, what it is, or what else is said. */
export type Aspect = 'people' | 'shares' | 'location' | 'facts' | 'content';

export interface PlannedTitle {
  readonly next: ReturnType<typeof wording<OwnershipRight>>;
  readonly facts: UnitFacts | undefined;
  readonly aspects: ReadonlySet<Aspect>;
}

/** The title as it would be. `before` finds the old holder a new one was, so that an own certificate stays in hands. */
export function planTitle(
  draft: Draft,
  old: OwnershipRight,
  change: TitleChange,
  before: (holder: SealedHolder) => SealedHolder | undefined,
): PlannedTitle {
  const holders = (change.holders ?? old.holders).map((holder): SealedHolder => {
    const own = holder.certificate ?? before(holder)?.certificate;
    return own === undefined ? holder : { ...holder, certificate: own };
  });
  const coOwnership = change.coOwnership ?? old.coOwnership;
  const certificate = change.certificate ?? old.certificate;
  const next = {
    ...wording(old),
    holders,
    coOwnership,
    content: { ...old.content, ...change.content },
    ...(certificate === undefined ? {} : { certificate }),
  };
  const facts = draft.unit && change.facts ? { ...draft.unit, ...change.facts } : undefined;
  return { next, facts, aspects: aspectsOf(draft.unit, old, next, change, before) };
}

function aspectsOf(
  unit: UnitFacts | undefined,
  old: OwnershipRight,
  next: PlannedTitle['next'],
  change: TitleChange,
  before: (holder: SealedHolder) => SealedHolder | undefined,
): Set<Aspect> {
  const aspects = new Set<Aspect>();
  if (next.holders.length !== old.holders.length) aspects.add('people');
  if (next.coOwnership !== old.coOwnership) aspects.add('shares');
  for (const holder of next.holders) {
    const was = before(holder);
    if (!was || shown(was) !== shown(holder)) aspects.add('people');
    if (was && shareText(was) !== shareText(holder)) aspects.add('shares');
  }
  for (const [key, value] of Object.entries(change.facts ?? {})) {
    if (unit?.[key as keyof UnitFacts] !== value) aspects.add(key === 'location' ? 'location' : 'facts');
  }
  for (const [key, value] of Object.entries(change.content ?? {})) {
    if (old.content[key as keyof OwnershipContent] !== value) aspects.add('content');
  }
  return aspects;
}

/** A person as the page shows one. The sealed number is left out: it is sealed differently every time. */
const shown = ({ name, idType, idIndex, idMasked, holderKind }: SealedHolder): string =>
  [name, idType, idIndex, idMasked, holderKind].join('\n');

const shareText = ({ share }: SealedHolder): string =>
  share ? `${share.numerator}/${share.denominator}` : '';

/** What is wrong with the title as it would be, whoever changes it. */
export function checkPlan(
  draft: Draft,
  change: TitleChange,
  { next, facts, aspects }: PlannedTitle,
): Refusal[] {
  const refusals = checkHolders(next.holders, next.coOwnership);
  if (aspects.size === 0) {
    refusals.push(refuse('NOTHING_CHANGES', '登记内容与登记簿现有记载相同，没有变化。', law.alteration));
  }
  const fixed = ['code', 'kind', 'parcelCode'] as const;
  if (fixed.some((key) => change.facts?.[key] !== undefined && change.facts[key] !== draft.unit?.[key])) {
    const message = '不动产单元号、类型和所在宗地不能变更，应按新的不动产单元登记。';
    refusals.push(refuse('FACTS_FIXED', message, law.unitHasOneCode));
  }
  if (facts) refusals.push(...checkAreas(facts));
  if (next.content.commonParts && numbersOf(next).length > 0) {
    refusals.push(refuse('CERTIFICATE_NOT_DUE', '业主共有部分只登簿，不颁发不动产权证书。', law.commonParts));
  }
  return refusals;
}

/** A seized unit keeps its owners, their shares and its extent; that they are called otherwise now may be entered. */
export function checkSeizedTitle(draft: Draft, aspects: ReadonlySet<Aspect>): Refusal[] {
  const seizure = seizureInForce(draft);
  const harmless = [...aspects].every((aspect) => aspect === 'people' || aspect === 'location');
  if (!seizure || harmless) return [];
  const message = `该不动产已被${seizure.content.authority.name}查封（期限至 ${lastDayOf(seizure)}），查封期间只能变更姓名名称、证件和坐落。`;
  return [refuse('UNIT_SEIZED', message, law.disposalUnderSeizure)];
}

/** Writes the planned title: the same right in other words, and a new version of the unit when its facts differ. */
export function changeTitle(draft: Draft, old: OwnershipRight, plan: PlannedTitle, reason: string): void {
  const { next, facts, aspects } = plan;
  if (facts && (aspects.has('facts') || aspects.has('location'))) draft.setUnit(facts);
  const right = draft.replace(old, next, reason);
  issueNewCertificates(draft, right, old, next);
  convertPreSeizures(draft, next.holders);
}
