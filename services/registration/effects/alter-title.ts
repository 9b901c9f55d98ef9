import type { CoOwnership, SealedHolder, UnitFacts } from '@hengchan/register';
import { changesIn } from '../changes.ts';
import { consentsOf, holderOf, partiesIn, perUnit, textOf, type UnitContext } from './build.ts';

/** Members of a form that say what a title or a unit is to be called or to be from now on. */
type Changed = { holders?: readonly SealedHolder[]; coOwnership?: CoOwnership; facts?: Partial<UnitFacts> };

/** What the form of an alteration or rectification changes, in the words of the register. */
export function changesOf(context: UnitContext): Changed {
  const holders = renamed(context) ?? shared(context);
  const facts = factsOf(context);
  const coOwnership = changesIn(context.record.case.form).coOwnership as CoOwnership | undefined;
  return {
    ...(holders ? { holders } : {}),
    ...(coOwnership === undefined ? {} : { coOwnership }),
    ...(Object.keys(facts).length > 0 ? { facts } : {}),
  };
}

const titleOf = ({ unit }: UnitContext) => unit.rights.find((right) => right.kind === 'ownership');

/** The holders with a new name for the one the form names; for the only one when it names none. */
function renamed(context: UnitContext): SealedHolder[] | undefined {
  const { newName, oldName: former } = changesIn(context.record.case.form);
  const title = titleOf(context);
  if (newName === undefined || !title) return undefined;
  const oldName = former ?? title.holders[0]?.name;
  return title.holders.map((holder) => (holder.name === oldName ? { ...holder, name: newName } : holder));
}

/** The same people holding otherwise: shares as their parties in the case say. */
function shared(context: UnitContext): SealedHolder[] | undefined {
  const title = titleOf(context);
  if (textOf(context, 'coOwnership') === undefined || !title) return undefined;
  const parties = new Map(partiesIn(context, 'holder').map((party) => [party.id_index, holderOf(party)]));
  return title.holders.map(({ share: _before, ...holder }) => {
    const share = parties.get(holder.idIndex)?.share;
    return share ? { ...holder, share } : holder;
  });
}

function factsOf({ record }: UnitContext): Partial<UnitFacts> {
  const { newLocation, newArea, newUse, newTermTo } = changesIn(record.case.form);
  return {
    ...(newLocation === undefined ? {} : { location: newLocation }),
    ...(newArea === undefined ? {} : { area: newArea }),
    ...(newUse === undefined ? {} : { use: newUse }),
    ...(newTermTo === undefined ? {} : { landTermTo: newTermTo }),
  };
}

/** 变更登记 of the title: the same people, whatever else the form says is different. */
export const alterTitle = perUnit((context) => ({
  type: 'alteration',
  unit: context.unitCode,
  reason: textOf(context, 'reason') ?? context.definition.name,
  ...changesOf(context),
}));

const rectification = (exOfficio: boolean) =>
  perUnit((context) => ({
    type: 'rectification',
    unit: context.unitCode,
    reason: textOf(context, 'reason') ?? context.definition.name,
    exOfficio,
    ...changesOf(context),
  }));

/** 更正登记 on application: what was recorded wrongly is put right (实施细则 79). */
export const rectify = rectification(false);
/** 依职权更正登记, after the holder was told and did not apply (实施细则 81). */
export const rectifyExOfficio = rectification(true);

/** 注销登记 of the title; the page is closed where the thing itself is gone. */
export const cancelTitle = perUnit((context) => {
  const consents = consentsOf(context, [
    'mortgage',
    'advance-notice',
    'easement',
    'habitation',
    'management',
  ]);
  return {
    type: 'cancellation',
    unit: context.unitCode,
    reason: textOf(context, 'reason') ?? '权利人放弃权利',
    ...(textOf(context, 'ground') === 'loss' ? { loss: true } : {}),
    ...(consents.length > 0 ? { consents } : {}),
  };
});

/** 换证、补证: the number is given when it is entered. */
export const reissueCertificate = perUnit((context) => ({
  type: 'reissue',
  unit: context.unitCode,
  reason: textOf(context, 'reason') ?? context.definition.name,
  certificate: '',
  mode: context.definition.process.nodes.some((node) => node.id === 'publish-notice') ? 'loss' : 'exchange',
}));
