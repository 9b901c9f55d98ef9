import { addShares, compareShare, type Share } from '@hengchan/standards';
import type { Draft } from './draft.ts';
import { refuse } from './effects/effect.ts';
import { law } from './law.ts';
import { areAmong } from './restrictions.ts';
import type { Refusal, SealedPerson } from './state.ts';

const twoThirds: Share = { numerator: 2, denominator: 3 };

/**
 * Whether these people may burden the unit: they hold its title, all of them when it is held jointly, two thirds
 * of the shares when it is held by shares (民法典 301). NO_OWNERSHIP, PROVIDER_NOT_HOLDER, ALL_OWNERS_NEEDED,
 * SHARES_TOO_FEW.
 */
export function checkProviders(draft: Draft, providers: readonly SealedPerson[]): Refusal[] {
  const ownership = draft.ownership();
  if (!ownership) return [refuse('NO_OWNERSHIP', '该不动产单元没有现势权利，不能设立该权利。', law.refusal)];
  if (providers.length === 0 || !areAmong(providers, ownership.holders)) {
    return [refuse('PROVIDER_NOT_HOLDER', '设立权利的人不是登记簿记载的权利人。', law.refusal)];
  }
  if (ownership.coOwnership !== '2') {
    if (areAmong(ownership.holders, providers)) return [];
    return [refuse('ALL_OWNERS_NEEDED', '共同共有的不动产须由全体共有人设立。', law.disposalOfCommonThing)];
  }
  const shares = ownership.holders.flatMap((each) =>
    areAmong([each], providers) && each.share ? [each.share] : [],
  );
  if (compareShare(addShares(...shares), twoThirds) >= 0) return [];
  return [
    refuse(
      'SHARES_TOO_FEW',
      '处分共有的不动产须经占份额三分之二以上的按份共有人同意。',
      law.disposalOfCommonThing,
    ),
  ];
}
