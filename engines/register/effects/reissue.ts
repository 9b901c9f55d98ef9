import { issueNewCertificates, numbersOf } from '../certificates.ts';
import { type NewRight, wording } from '../draft.ts';
import { law } from '../law.ts';
import { checkNotLocked } from '../restrictions.ts';
import type { Right, SealedHolder } from '../state.ts';
import { type EffectBase, type EffectDefinition, refuse } from './effect.ts';

/** 换证、补证: the same right under a new number; the old certificate or proof is void (实施细则 22). */
export interface Reissue extends EffectBase {
  readonly type: 'reissue';
  /** Id or origin of the right; the title when left out. */
  readonly right?: string;
  /** Blind index of the co-owner whose own certificate it is (分别持证); the common one when left out. */
  readonly holder?: string;
  readonly certificate: string;
  /** The old one was handed in, or it was lost and declared void. */
  readonly mode: 'exchange' | 'loss';
}

export const reissue: EffectDefinition<Reissue> = {
  type: 'reissue',
  title: '换证、补证',
  law: [law.certificateAnew, law.certificateFollowsRegister],
  apply(draft, effect) {
    const old = effect.right === undefined ? draft.ownership() : draft.get(effect.right);
    if (!old) return [refuse('RIGHT_NOT_CURRENT', '没有这项现势权利，不能换发或补发证书。', law.refusal)];
    const refusals = checkNotLocked(draft);
    if (!isCertified(old)) {
      const message = '该权利不颁发不动产权证书或者登记证明。';
      return [...refusals, refuse('CERTIFICATE_NOT_DUE', message, law.certificateForTitle)];
    }
    if (numbersOf(old).includes(effect.certificate)) {
      const message = '换发、补发的证书号应与原证书号不同。';
      refusals.push(refuse('CERTIFICATE_SAME', message, law.certificateAnew));
    }
    if (effect.holder !== undefined && !old.holders.some((each) => each.idIndex === effect.holder)) {
      refusals.push(refuse('HOLDER_NOT_FOUND', '持证人不是登记簿记载的权利人。', law.certificateAnew));
    }
    if (refusals.length > 0) return refusals;

    const { certificate, holder } = effect;
    const own = (each: SealedHolder): SealedHolder =>
      each.idIndex === holder ? { ...each, certificate } : each;
    const changed = holder === undefined ? { certificate } : { holders: old.holders.map(own) };
    // A right of the same kind with the same content: only its numbers differ.
    const next = { ...wording(old), ...changed } as NewRight;
    const right = draft.replace(old, next, effect.mode === 'loss' ? '补发证书，原证书作废' : '换发证书');
    issueNewCertificates(draft, right, old, next);
    return [];
  },
};

/** Seizures and locks are orders, not rights that anyone holds; common parts are entered without a certificate. */
const isCertified = (right: Right): boolean =>
  right.kind !== 'seizure' &&
  right.kind !== 'lock' &&
  !(right.kind === 'ownership' && right.content.commonParts === true);
