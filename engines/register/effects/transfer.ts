import type { Authority, CoOwnership, SealedHolder, Share } from '../state.ts';
import type { EffectBase } from './effect.ts';

/** 转移登记: of the whole right, or of one co-owner's share or a part of it. Mortgages stay and follow the unit. */
export interface Transfer extends EffectBase {
  readonly type: 'transfer';
  /** Set for a transfer of a share: whose, and how much of the whole right (left out: all that holder has). */
  readonly from?: { readonly idIndex: string; readonly share?: Share };
  /** The new holders. In a transfer of a share their shares are parts of the whole right and add up to what is transferred. */
  readonly holders: readonly SealedHolder[];
  /** How the new holders hold; a transfer of a share always leaves the right held by shares. */
  readonly coOwnership: CoOwnership;
  readonly certificate?: string;
  /** Price in fen. */
  readonly price?: number;
  /** Ids of the mortgages whose mortgagee agreed to this transfer. */
  readonly consents?: readonly string[];
  /** Set when a court ordered the transfer. */
  readonly courtOrder?: { readonly authority: Authority; readonly documentNumber: string };
}
