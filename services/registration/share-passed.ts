import { addShares, compareShare, type Share } from '@hengchan/standards';
import { ownershipOf, partiesOf, type RegistrationFacts, type UnitFact } from './facts.ts';

/** Roles whose members give a title away: by agreement, by death or by a judgment. */
const giving = ['transferor', 'formerHolder'];

/**
 * What passes where one co-owner by shares gives the own share and the others keep theirs (民法典 305): that share of the whole.
 * Undefined where the whole right passes.
 */
export function sharePassed(facts: RegistrationFacts, unit = facts.units[0]): Share | undefined {
  const givers = giving.flatMap((role) => partiesOf(facts, role));
  const [giver] = givers;
  const title = unit && ownershipOf(unit);
  if (title?.coOwnership !== '2' || givers.length !== 1 || title.holders.length < 2) return undefined;
  return title.holders.find((holder) => holder.idIndex === giver?.idIndex)?.share;
}

const twoThirds: Share = { numerator: 2, denominator: 3 };

/**
 * Co-owners who do not take part where others with two thirds of the shares or more dispose of the whole (民法典 301); undefined where it
 * is not so. One who gives alone gives the own share, however large.
 */
export function outvoted(facts: RegistrationFacts, unit: UnitFact): string[] | undefined {
  const title = ownershipOf(unit);
  const givers = new Set(partiesOf(facts, 'transferor').map((party) => party.idIndex));
  if (title?.coOwnership !== '2' || givers.size < 2) return undefined;
  const others = title.holders.filter((holder) => !givers.has(holder.idIndex));
  if (others.length === 0) return undefined;
  const given = title.holders.flatMap((holder) =>
    holder.share && givers.has(holder.idIndex) ? [holder.share] : [],
  );
  return isAtLeastTwoThirds(given) ? others.map((holder) => holder.name) : undefined;
}

function isAtLeastTwoThirds(shares: readonly Share[]): boolean {
  try {
    return compareShare(addShares(...shares), twoThirds) >= 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Co-owners by shares who have a prior right to buy what another co-owner sells to somebody outside (民法典 305, 306). */
export function priorBuyers(facts: RegistrationFacts, unit: UnitFact): string[] {
  const title = ownershipOf(unit);
  if (title?.coOwnership !== '2') return [];
  const givers = new Set(partiesOf(facts, 'transferor').map((party) => party.idIndex));
  const takers = partiesOf(facts, 'transferee');
  const taking = new Set(takers.map((party) => party.idIndex));
  const known = new Set(title.holders.map((holder) => holder.idIndex));
  const staying = title.holders.filter(
    ({ idIndex }) => !givers.has(idIndex) || (givers.size > 1 && taking.has(idIndex)),
  );
  const sellsOutside = givers.size > 0 && takers.some((party) => !known.has(party.idIndex));
  return sellsOutside ? staying.map((holder) => holder.name) : [];
}
