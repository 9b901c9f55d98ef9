import { endConverted, noticeToConvert } from '../advance-conversion.ts';
import { issueCertificates } from '../certificates.ts';
import type { Draft } from '../draft.ts';
import { checkHolders } from '../holders.ts';
import { law } from '../law.ts';
import { convertPreSeizures, isAgainstOneOf } from '../pre-seizure.ts';
import { checkNotices, checkNotLocked, lockOf, originsOf } from '../restrictions.ts';
import { isPreSeizure, lastDayOf, seizureInForce } from '../seizure-queue.ts';
import { type PassedOwnership, passShare } from '../share-transfer.ts';
import type { Authority, CoOwnership, Refusal, SealedHolder, Share } from '../state.ts';
import { type EffectBase, type EffectDefinition, optional, refuse } from './effect.ts';

/**
 * 转移登记: of the whole right, or of one co-owner's share or a part of it. Mortgages, easements, habitation and
 * advance notices of mortgages stay and follow the unit; an objection does not stop it (实施细则 84).
 */
export interface Transfer extends EffectBase {
  readonly type: 'transfer';
  /**
   * Set for a transfer of a share: whose, and how much of the whole right (left out: all that holder has).
   * `certificate` is the transferor's new own certificate for what remains.
   */
  readonly from?: { readonly idIndex: string; readonly share?: Share; readonly certificate?: string };
  /**
   * The new holders. In a transfer of a share their shares are parts of the whole right and add up to what is
   * transferred; a single one may leave the share out.
   */
  readonly holders: readonly SealedHolder[];
  /** How the new holders hold; a transfer of a share leaves the right held by shares whatever is said here. */
  readonly coOwnership: CoOwnership;
  readonly certificate?: string;
  /** Price in fen. */
  readonly price?: number;
  /** Ids (or origins) of the mortgages whose mortgagee, and of the advance notices whose holders, agreed to this transfer. */
  readonly consents?: readonly string[];
  /** Id or origin of the advance notice of sale this transfer fulfils: it ends in the same entry. */
  readonly converts?: string;
  /** Set when a court ordered the transfer. */
  readonly courtOrder?: { readonly authority: Authority; readonly documentNumber: string };
}

export const transfer: EffectDefinition<Transfer> = {
  type: 'transfer',
  title: '转移登记',
  law: [
    law.effectOnEntry,
    law.advanceNotice,
    law.transferOfMortgaged,
    law.restrictedTransfer,
    law.disposalUnderSeizure,
  ],
  apply(draft, effect) {
    const old = draft.ownership();
    if (!old) return [refuse('NO_OWNERSHIP', '该不动产单元没有可以转移的现势权利。', law.refusal)];
    if (old.content.commonParts) {
      return [refuse('COMMON_PARTS', '业主共有部分不能单独转移，随专有部分一并转移。', law.commonParts)];
    }
    const passed = effect.from ? passShare(old, effect.from, effect.holders) : passWhole(effect);
    const conversion = noticeToConvert(draft, effect.converts, 'title', effect.holders);
    const refusals = [
      ...checkSeizure(draft, effect),
      ...checkPage(draft, effect),
      ...conversion.refusals,
      ...checkMortgages(draft, effect),
      ...('refusals' in passed ? passed.refusals : []),
    ];
    if (refusals.length > 0 || 'refusals' in passed) return refusals;

    draft.end(old.id, effect.reason);
    endConverted(draft, conversion.notice);
    const right = draft.open({
      kind: 'ownership',
      rightType: old.rightType,
      holders: passed.holders,
      coOwnership: passed.coOwnership,
      ...optional('certificate', effect.certificate),
      content: {
        reason: effect.reason,
        ...optional('price', effect.price),
        ...optional('courtDocument', effect.courtOrder?.documentNumber),
      },
    });
    issueCertificates(draft, right, effect.certificate, effect.holders);
    draft.issue(effect.from?.certificate, right);
    draft.dispose(seizureInForce(draft)?.content.authority.name ?? effect.courtOrder?.authority.name);
    if (effect.courtOrder && !effect.from) endSeizures(draft);
    convertPreSeizures(draft, passed.holders);
    return [];
  },
};

function passWhole(effect: Transfer): PassedOwnership {
  const refusals = checkHolders(effect.holders, effect.coOwnership);
  return refusals.length > 0 ? { refusals } : { holders: effect.holders, coOwnership: effect.coOwnership };
}

/** A seized unit passes only by order of the authority that seized it, a pre-seized one to the person it is against. */
function checkSeizure(draft: Draft, effect: Transfer): Refusal[] {
  const seizure = seizureInForce(draft);
  if (!seizure || seizure.content.authority.name === effect.courtOrder?.authority.name) return [];
  if (isPreSeizure(seizure.content) && isAgainstOneOf(seizure, effect.holders)) return [];
  const until = seizure.content.effectiveUntil ? lastDayOf(seizure) : '';
  return [
    refuse(
      'UNIT_SEIZED',
      `该不动产已被${seizure.content.authority.name}查封（期限至 ${until}），查封期间不得办理转移登记。`,
      law.disposalUnderSeizure,
    ),
  ];
}

/**
 * A stop on the page or an advance notice of sale binds the parties. What a court orders does not wait for the
 * noticed person's consent (民法典 229), and passes the stop of the same authority.
 */
function checkPage(draft: Draft, effect: Transfer): Refusal[] {
  const { courtOrder, consents, converts } = effect;
  if (!courtOrder) return [...checkNotLocked(draft), ...checkNotices(draft, { consents, converts })];
  const own = lockOf(draft)?.content.authority.name === courtOrder.authority.name;
  return own ? [] : checkNotLocked(draft);
}

/** A registered agreement against transfer binds everyone unless the mortgagee agrees; a court's order is no agreement of the parties. */
function checkMortgages(draft: Draft, effect: Transfer): Refusal[] {
  if (effect.courtOrder) return [];
  const consents = originsOf(draft, effect.consents);
  return draft
    .mortgages()
    .filter((mortgage) => mortgage.content.transferRestricted && !consents.has(mortgage.origin))
    .map((mortgage) =>
      refuse(
        'TRANSFER_RESTRICTED',
        `第 ${mortgage.rank} 顺位抵押权（抵押权人：${mortgage.holders.map((each) => each.name).join('、')}）已登记禁止或者限制转让的约定，须经抵押权人同意。`,
        law.restrictedTransfer,
      ),
    );
}

/** Property sold or given for the debt in enforcement is free: every seizure of it ends, those that waited too (查扣冻规定 27). */
function endSeizures(draft: Draft): void {
  for (const seizure of draft.seizures().toReversed()) {
    draft.end(seizure.id, '查封财产已被执行处分，查封效力消灭');
  }
}
